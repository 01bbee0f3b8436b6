"""Whom a trigger can count: only people are captured, only soldiers are sent."""

from kursk_tui.drafting.figures.cases_of_disease import names_disease
from kursk_tui.drafting.figures.counted_noun import NATIONS, Counted
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.function_words import DETERMINERS, HAVE, is_adverb
from kursk_tui.english.lexicon import word_set

_FUGITIVES = word_set("drafting", "triggers", "fugitives")
_MAY_LEAVE = word_set("drafting", "triggers", "may_leave")
_SEARCHERS = word_set("drafting", "triggers", "searchers")
_CAPTIVES = word_set("drafting", "triggers", "captives")
_TAKING = word_set("drafting", "triggers", "taking")
_DISASTERS = word_set("drafting", "triggers", "disasters")
_ON_BOARD = word_set("drafting", "triggers", "on_board")
_OF_DISASTERS = frozenset({"abduct", "lose"})
"""Entries with verbs that mean "killed" after a disaster or a disease."""

_CARRIED_OUT = frozenset({"executed", "executing", "execute", "executes", "eliminated"})
"""Verbs that kill people only."""

_HELD = word_set("drafting", "triggers", "held")
_MOVING = word_set("drafting", "triggers", "moving")
_GOING_ON = word_set("drafting", "triggers", "going_on")
_NOT_HARMED = word_set("drafting", "triggers", "not_harmed")
_NOT_SENT = word_set("drafting", "triggers", "not_sent")
_FORCES = word_set("drafting", "triggers", "forces")
_MEN = frozenset({"men", "personnel"})
"""People whom an army can have."""

_HARM = frozenset({"killed", "wounded"})
_OF_PEOPLE = frozenset({"arrested", "detained", "cases", "rescued", "evacuated", "trapped"})
"""Measures of verbs that only people follow, so that a number needs no noun."""

_PATIENTS = frozenset({"patients", "children", "babies", "infants", "mothers"})
"""Those whom a hospital loses."""

_IN_SERIES = frozenset({"captured", "arrested", "detained", "rescued", "freed", "evacuated"})
"""Measures of verbs that need no noun in a series: "arrested 45 people and detained 12"."""

_UNKNOWN = frozenset({"unknown", "unclear", "uncertain"})
"""What the fate of the missing is."""

_REFUGEES = frozenset({"refugees", "camp", "camps", "displaced", "migrants", "unhcr"})
"""Words near those who arrive and are no soldiers."""

_SOLDIERS = frozenset({"men", "soldiers", "troops", "army", "brigade", "battalion", "regiment"})
"""Words before "with the loss of 120": soldiers are lost."""

_MANY = 100
"""The least number without a noun that is taken for people who flee."""

_NEAR = 4
"""How many words before "buried" the disaster can be that did it."""

_LIST = 9
"""How many words before a verb the others of its series can be."""


def can_count(match: TriggerMatch, noun: Counted, sentence: Sentence) -> bool:
    """Return whether a trigger can count a noun: only people are captured, sent or lost."""
    entry = match.trigger.entry
    if entry.id == "shoot-down" and noun.rule == "things/vessel":
        return not sentence.lower(match.first).startswith("intercept")  # boats are stopped
    if entry.counts:
        return noun.rule.removeprefix("things/") in entry.counts
    sent = _can_be_sent(sentence, match, noun) if match.measure == "deployed" else None
    decided = _by_entry(sentence, match, noun) if sent is None else sent
    if decided is not None:
        return decided
    if entry.soldiers_only:
        return noun.military or (noun.noun >= 0 and sentence.lower(noun.noun) in _MEN)
    if not entry.people_only or noun.kind == "people":
        return True
    return noun.kind == "bare" and _counts_bare_number(sentence, match, noun)


def _can_be_sent(sentence: Sentence, match: TriggerMatch, noun: Counted) -> bool | None:
    """Return whether people can be sent or arrive as soldiers do, if that is decided here."""
    if noun.kind == "people" and noun.noun < 0 and sentence.lower(match.last) == "in":
        return False  # three of them were in critical condition
    if match.trigger.use != "befall":
        civilians = noun.noun >= 0 and not noun.military and sentence.lower(noun.noun) not in _MEN
        return False if civilians and sentence.lower(match.first) in _MOVING else None
    if noun.kind == "bare" and not _REFUGEES.isdisjoint(sentence.row(0, match.first)):
        return False  # the refugees in the camp, with 400 arriving every day
    if noun.noun >= 0 and sentence.lower(noun.noun) in _NOT_SENT:
        return _is_border(sentence, match)
    if sentence.lower(match.first) == "entered" and noun.rule == "people/civilians":
        return False  # the walkout by 31,000 dockers entered its third week
    if noun.noun >= 0 and sentence.lower(match.first) == "crossed" and not noun.military:
        return noun.rule == "figure/nationality" or _is_border(sentence, match)
    return None


def _by_entry(sentence: Sentence, match: TriggerMatch, noun: Counted) -> bool | None:
    """Return what the entry of a trigger decides, or None."""
    entry, use = match.trigger.entry.id, match.trigger.use
    if entry in ("flee", "cross") and not _is_displaced(sentence, match, noun):
        return False
    if use == "of" and noun.kind == "bare":  # the arrest of 40 in Holm
        return entry != "lose" or not _SOLDIERS.isdisjoint(sentence.row(0, match.first))
    if entry == "fall" and noun.kind == "bare":
        return sentence.lower(match.last + 1) == "the"  # nearly 900 fell in the ditch
    if entry == "beat" and noun.kind != "people":
        return False
    if entry == "kill" and noun.kind == "unknown" and sentence.lower(match.first) in _CARRIED_OUT:
        return False  # officers executed 14 warrants
    if entry == "survive" and use == "describe":
        return noun.kind == "people" and match.first == noun.end + 1  # 68 people alive
    if entry in ("lose", "free") and noun.noun >= 0 and sentence.lower(noun.noun) in _NOT_HARMED:
        return False  # the firm lost 300 customers
    if entry == "missing" and sentence.lower(match.first) in ("fate", "fates"):
        return not _UNKNOWN.isdisjoint(sentence.row(match.last, match.last + _LIST))
    return _are_missing(sentence, match, noun) if entry == "search" else None


def _counts_bare_number(sentence: Sentence, match: TriggerMatch, noun: Counted) -> bool:
    """Return whether a trigger of people counts a number without a noun."""
    if match.trigger.use == "befall" and sentence.lower(match.last) == "in":
        return (sentence.quantities[-1].number.value or 0) >= _MANY
    if match.trigger.entry.id == "lose" and match.side == "right":
        scored = sentence.lower(noun.end + 1) in ("to", "-", "–")
        fights = not scored and _fights(sentence, match.first - 1)
        return fights or _lost_of_patients(sentence, match)
    if match.side == "right":
        freed = match.measure == "freed" and any(token.lower in _HELD for token in sentence.tokens)
        of_people = match.measure in _OF_PEOPLE or freed
        first = match.last + 1
        first += sentence.lower(first) in DETERMINERS  # arrested the other three
        of_people = of_people and first in sentence.quantity_at
        return of_people or _goes_on(sentence, match)  # the outbreak has infected 88
    adjacent = match.finite or match.first == noun.end + 1
    return match.side in ("left", "adjective", "noun") and adjacent


def _is_displaced(sentence: Sentence, match: TriggerMatch, noun: Counted) -> bool:
    """Return whether those who flee or cross a border are displaced, or soldiers who cross it."""
    if noun.kind == "bare":
        return match.finite and _are_many(sentence, noun.end + 1)
    if noun.kind != "people" or (noun.noun >= 0 and sentence.lower(noun.noun) in _FUGITIVES):
        return False
    if sentence.lower(match.first) in HAVE and not _are_many(sentence, match.first):
        return False  # three players have left Holm
    crossed = match.trigger.entry.id == "cross" and sentence.lower(match.first) != "left"
    return not noun.military or crossed


def _are_many(sentence: Sentence, end: int) -> bool:
    """Return whether the number right before a token is that of a flight, and of no team."""
    before = [quantity for quantity in sentence.quantities if quantity.last < end]
    number = before[-1].number if before else None
    return number is not None and (number.unit or number.value or 0) >= _MANY


def _is_of_disaster(sentence: Sentence, match: TriggerMatch) -> bool:
    """Read "cholera carried off 4,000", "disease cost the army 4,000 men"."""
    if sentence.lower(match.first) not in _TAKING:
        return False
    before = sentence.row(match.first - _LIST, match.first)
    return not _DISASTERS.isdisjoint(before) or names_disease(before)


def _is_under_rubble(sentence: Sentence, match: TriggerMatch) -> bool:
    """Read "an avalanche buried 11", "40 were buried by a landslide"; they may be alive."""
    if sentence.lower(match.first) not in ("buried", "burying"):
        return False
    by = sentence.lower(match.last + 1) == "by"
    after = sentence.row(match.last + 2, match.last + 5) if by else []
    before = sentence.row(match.first - _NEAR, match.first)
    return not _DISASTERS.isdisjoint(after or before)


def _is_border(sentence: Sentence, match: TriggerMatch) -> bool:
    """Read "crossed the Chadian border"."""
    border = {"border", "frontier"} & {*sentence.row(match.last + 1, match.last + 4)}
    return sentence.lower(match.first) == "crossed" and bool(border)


def _are_missing(sentence: Sentence, match: TriggerMatch, noun: Counted) -> bool:
    """Return whether rescuers search for people: for "another nine", but not for two gunmen."""
    if noun.noun >= 0 and sentence.lower(noun.noun) in _FUGITIVES:
        return False
    if noun.kind not in ("people", "bare"):
        return False
    if sentence.lower(match.first) == "search" and sentence.lower(match.first + 1) != "for":
        return True  # the search goes on for 22
    after = sentence.row(noun.end + 1, noun.end + 4)
    if sentence.lower(match.first) == "search" and not _GOING_ON.isdisjoint(after):
        return True  # the search for the other 16 continues
    return any(token.lower in _SEARCHERS for token in sentence.tokens)


def measure_of(sentence: Sentence, match: TriggerMatch, noun: Counted) -> str:
    """Return the measure of a trigger for those whom it counts.

    Soldiers who cross a border are deployed, and patients who are lost have died.
    """
    entry = match.trigger.entry.id
    nation = noun.rule == "figure/nationality"
    if entry in _OF_DISASTERS and _is_of_disaster(sentence, match):
        return "killed"
    if entry == "bury" and _is_under_rubble(sentence, match):
        return "trapped"
    if _is_border(sentence, match) and not noun.military and not nation:
        return "displaced"
    if entry == "cross" and (noun.military or nation):
        return "deployed"
    if entry == "held":
        captive = noun.military or _are_captives(sentence, match, noun)
        return "captured" if captive else match.measure
    dead = entry == "lose" and _are_dead(sentence, match, noun)
    return "killed" if dead else match.measure


def _are_captives(sentence: Sentence, match: TriggerMatch, noun: Counted) -> bool:
    """Return whether those who are held are captives: a crew, or people who were seized."""
    words = sentence.row(0, match.first) if noun.noun < 0 else [sentence.lower(noun.noun)]
    earlier = (one for one in sentence.trigger_matches if one.first < match.first)
    taken = any(one.measure == "captured" for one in earlier) or (
        noun.noun < 0 and _counts_soldiers(sentence, match.first)
    )
    return taken or not _CAPTIVES.isdisjoint(words)


def _counts_soldiers(sentence: Sentence, end: int) -> bool:
    """Return whether a number before a token counts soldiers: "killed 70 soldiers and holds 8"."""
    if "police" in sentence.row(0, end):
        return False
    for quantity in sentence.quantities:
        people = sentence.words.people.starting(sentence.tokens, quantity.last + 1)
        if quantity.last < end and people is not None and people[1].group == "military":
            return True
    return False


def _are_dead(sentence: Sentence, match: TriggerMatch, noun: Counted) -> bool:
    """Return whether those who are lost have died: "sank with the loss of 30 crew"."""
    if noun.kind == "bare":
        return match.side == "left" or _lost_of_patients(sentence, match)
    if noun.kind != "people":
        return False
    aboard = sentence.lower(noun.noun if noun.noun >= 0 else noun.end) in _ON_BOARD
    if aboard and (match.trigger.use == "of" or sentence.lower(match.last) == "of"):
        return True
    if noun.military:
        return False
    if match.side == "left" and match.finite:  # all 30 people aboard were lost
        return True
    stay = noun.noun >= 0 and sentence.lower(noun.noun) not in _MAY_LEAVE
    return stay and noun.rule == "people/civilians"


def _lost_of_patients(sentence: Sentence, match: TriggerMatch) -> bool:
    """Return whether a verb goes on about patients: "admitted 815 patients and lost 61"."""
    near = sentence.row(match.first - _LIST, match.first)
    return near[-1:] == ["and"] and not _PATIENTS.isdisjoint(near)


def _goes_on(sentence: Sentence, match: TriggerMatch) -> bool:
    """Return whether a verb is in a series: "killed 28, wounded 14 and captured 5"."""
    if match.measure not in _IN_SERIES or match.last + 1 not in sentence.quantity_at:
        return False
    near = (sentence.trigger_at.get(at) for at in range(match.first - 1, match.first - _LIST, -1))
    return any(one and one.side == "right" and one.measure in _HARM | _IN_SERIES for one in near)


def _fights(sentence: Sentence, at: int) -> bool:
    """Return whether the subject that ends here can fight: "the French had lost"."""
    while sentence.lower(at) in HAVE or is_adverb(sentence.lower(at)):
        at -= 1
    if at < 0:
        return False
    token = sentence.tokens[at]
    if token.lower in _FORCES or sentence.words.people.ending(sentence.tokens, at):
        return True
    people = token.capital and sentence.lower(at - 1) == "the"
    return people and token.lower.endswith(NATIONS)
