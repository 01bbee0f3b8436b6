"""What a number counts: the noun after it, if the lexicon has it."""

from typing import Literal, NamedTuple

from kursk_tui.drafting.figures.cases_of_disease import counts_cases
from kursk_tui.drafting.figures.noun_limits import ends_noun, is_finite, past_owner
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
)
from kursk_tui.english.lexicon import Trigger, word_endings, word_set
from kursk_tui.english.qualifiers import Quantity

_WINDOW = 9
_SKIPPED = frozenset({"of", "cases", "more", "other", "additional", "further", "such", "-"})
_PLURALS = word_endings("drafting", "counted", "plural_endings")
NATIONS = word_endings("drafting", "counted", "endings_of_nations")
"""Endings of the names of nations: the French, the Germans."""

_OF_PEOPLE = word_endings("drafting", "counted", "of_people")
_NOT_OF_PEOPLE = word_set("drafting", "counted", "not_of_people")
_LEAST = 5
"""Shorter words are no nouns for people by their endings alone."""

_OF_PERSONS = frozenset({"who", "whom"})
"""Relative pronouns for people."""

_KINDS_OF_PEOPLE = word_set("drafting", "populations", "adjectives")
_NOBODY = frozenset({"none", "nobody", "noone"})
"""Pronouns for no person, which have no noun of their own."""

_PEOPLE_AFTER_OF = frozenset({"them", "whom", "those", "us", "these"})

CountedKind = Literal["people", "measure", "thing", "unknown", "bare"]
"""What follows a number; "bare" is a number without a noun."""


class Counted(NamedTuple):
    """The noun that a number counts, up to token `end`; `noun` is the token of its head.

    `trigger` is set if the noun or its adjective states a measure ("casualties", "dead soldiers").
    `reason` says why a thing that is counted is not a figure.
    """

    kind: CountedKind
    end: int
    noun: int = -1
    trigger: Trigger | None = None
    reason: str = ""
    rule: str = ""
    military: bool = False


def counted(sentence: Sentence, quantity: Quantity) -> Counted:
    """Return what a quantity counts."""
    at = _skip(sentence, quantity.last + 1)
    found = _without_reading_on(sentence, quantity, at)
    found = found or _read_on(sentence, quantity, at)
    inner = at - 1 > quantity.last and at - 1 in sentence.quantity_ends
    if inner and found.kind == "bare" and found.end == quantity.last:
        return found._replace(end=at - 1)  # five of the nine have been dug out
    return found


def _without_reading_on(sentence: Sentence, quantity: Quantity, at: int) -> Counted | None:
    """Return what a number counts if the first words after it decide, or None."""
    if at < 0:
        return Counted("people", quantity.last + 2)
    if sentence.row(quantity.last + 1, quantity.last + 3) == ["of", "the"]:
        if sentence.lower(quantity.last + 3) in ("latter", "former"):
            return Counted("people", quantity.last + 3)
    if quantity.number.value == 0 and sentence.lower(quantity.last) in _NOBODY:
        if sentence.lower(quantity.last + 1) != "of":
            return Counted("bare", quantity.last)  # none mentioned casualties
    if (aboard := _aboard(sentence, at)) is not None:
        return Counted("people", aboard)
    if sentence.lower(at) == "victims" and sentence.row(at - 2, at) == ["of", "the"]:
        toll = sentence.words.triggers.starting(sentence.tokens, at - 1)
        return Counted("measure", at, at, toll[1][0] if toll else None, rule="measures/toll")
    if (those := _those_harmed(sentence, at)) is not None:
        return those
    return Counted("bare", quantity.last) if is_finite(sentence, at) else None


def _read_on(sentence: Sentence, quantity: Quantity, at: int) -> Counted:
    """Return the noun that a number counts, past adjectives: "12 North Korean soldiers"."""
    one, end, unknown = quantity.number.value in (0, 1), quantity.last, -1  # not a single soldier
    best: Counted | None = None
    adjective: Trigger | None = None
    stop = min(len(sentence.tokens), at + _WINDOW)
    while at < stop:
        if ends_noun(sentence, at):
            break
        trigger = _measure(sentence, at)
        if trigger is not None and trigger[1].use == "describe":
            adjective, end = trigger[1], at + trigger[0] - 1
            at += trigger[0]
            continue
        found = _noun(sentence, at, trigger, one=one)
        if found is not None:
            best = found
            stop = min(stop, found.end + 3)
            at = found.end + 1
            continue
        if trigger is not None and not _describes(sentence, at + trigger[0], one=one):
            break
        if trigger is not None:
            adjective = trigger[1]
        elif best is not None and not sentence.tokens[at].is_word:
            break
        elif best is None and sentence.tokens[at].is_word:
            unknown = at
        at += 1
    if best is not None:
        return _with_adjective(best, adjective)
    return _without_noun(sentence, quantity, end, unknown, adjective)


def _those_harmed(sentence: Sentence, at: int) -> Counted | None:
    """Read "of those killed", "of those who died", "of the detained"."""
    if sentence.row(at - 2, at) == ["of", "the"]:
        return _the_harmed(sentence, at)
    if sentence.lower(at - 1) != "those":
        return None
    verb = at + (sentence.lower(at) == "who")
    verb += verb > at and sentence.lower(verb) in AUXILIARIES
    found = sentence.words.triggers.starting(sentence.tokens, verb)
    if found is None or found[1][0].entry.measure == "none":
        return None
    return Counted("measure", verb + found[0] - 1, verb, found[1][0], rule=found[1][0].entry.rule)


def _the_harmed(sentence: Sentence, at: int) -> Counted | None:
    """Read a participle as a noun: "seven of the detained were minors"."""
    found = sentence.words.triggers.starting(sentence.tokens, at)
    if found is None or sentence.lower(at + found[0]) not in AUXILIARIES:
        return None
    done = next((one for one in found[1] if one.use == "done"), None)
    if done is None or done.entry.measure == "none":
        return None
    return Counted("measure", at + found[0] - 1, at, done, rule=done.entry.rule)


def _aboard(sentence: Sentence, at: int) -> int | None:
    """Return the last token of "aboard" or "on board", which stand for people, or None."""
    if sentence.lower(at) == "aboard":
        return at
    return at + 1 if sentence.row(at, at + 2) == ["on", "board"] else None


def _skip(sentence: Sentence, at: int) -> int:
    """Return where the noun begins after "of the", "more", "others"; -1 for "of them"."""
    for _ in range(4):
        word = sentence.lower(at)
        if word == "of" and sentence.lower(at + 1) in _PEOPLE_AFTER_OF:
            following = sentence.lower(at + 2)
            plain = not following.isalpha() or following in AUXILIARIES | _KINDS_OF_PEOPLE
            if sentence.lower(at + 1) not in ("those", "these") or plain:
                return -1
        if word == "of" and sentence.lower(at + 2) == "own":  # lost 70 of their own
            named = sentence.words.people.starting(sentence.tokens, at + 3)
            return at + 3 if named else -1
        if word == "cases" and counts_cases(sentence, at):
            break
        owner = past_owner(sentence, at) if word == "of" else at
        determined = word in DETERMINERS and sentence.lower(at - 1) == "of"
        if word not in _SKIPPED and not determined:
            break
        at = owner + 1
        inner = sentence.quantity_at.get(at)
        if inner is not None:  # "20 of the 300 soldiers"
            at = sentence.quantities[inner].last + 1
    return at


def _measure(sentence: Sentence, at: int) -> tuple[int, Trigger] | None:
    found = sentence.words.triggers.starting(sentence.tokens, at)
    if found is None or (found[1][0].entry.id == "case" and not counts_cases(sentence, at)):
        return None
    order = {"noun": 0, "describe": 1, "done": 2}
    describing = [trigger for trigger in found[1] if trigger.use == "describe"]
    if describing and _describes(sentence, at + found[0], one=False):
        return found[0], describing[0]
    triggers = sorted(found[1], key=lambda trigger: order.get(trigger.use, 3))
    return found[0], triggers[0]


def _noun(
    sentence: Sentence, at: int, trigger: tuple[int, Trigger] | None, *, one: bool
) -> Counted | None:
    """Return the noun that begins at a token, if the lexicon has it."""
    tokens, words = sentence.tokens, sentence.words
    person = words.people.starting(tokens, at)
    single = words.person.starting(tokens, at) if one else None
    if single is not None and (person is None or single[0] > person[0]):
        person = single
    thing = words.things.starting(tokens, at)
    if trigger is not None and trigger[1].use == "noun":
        longer = thing is not None and thing[0] > trigger[0]
        if not longer and _is_measure(sentence, at, trigger[0], one=one):
            return Counted(
                "measure", at + trigger[0] - 1, at, trigger[1], rule=trigger[1].entry.rule
            )
    if person and not (thing and thing[0] > person[0]):
        group = person[1].group
        last = at + person[0] - 1
        return Counted("people", last, at, rule=person[1].rule, military=group == "military")
    if thing:
        reason = thing[1].reason
        return Counted("thing", at + thing[0] - 1, at, reason=reason, rule=thing[1].rule)
    return _nationality(sentence, at)


def _is_measure(sentence: Sentence, at: int, length: int, *, one: bool) -> bool:
    """Return whether a noun of harm is what is counted, and does not say what happened to it."""
    found = sentence.words.triggers.starting(sentence.tokens, at)
    uses = {trigger.use for trigger in found[1]} if found is not None else set()
    named = "of" in sentence.row(at - 3, at - 1) and (
        sentence.lower(at - 1) == "the" or at - 1 in sentence.quantity_ends
    )
    named = named and not _describes(sentence, at + length, one=one)
    return named or not uses & {"done", "befall"}


def _nationality(sentence: Sentence, at: int) -> Counted | None:
    """Return a word in capitals with the ending of a people: "40 Orvians"."""
    tokens, words = sentence.tokens, sentence.words
    token = tokens[at]
    if not (token.capital and len(token.text) > 4 and token.lower.endswith(_PLURALS)):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    apart = following is None or not following.is_word or not following.text[0].isupper()
    plural = not token.lower.endswith("ish") and "'" not in token.lower
    known = following is not None and bool(
        words.people.starting(tokens, at + 1) or words.things.starting(tokens, at + 1)
    )
    if not apart or not plural or known:
        return None
    return Counted("people", at, at, rule="figure/nationality", military=False)


def _describes(sentence: Sentence, at: int, *, one: bool) -> bool:
    """Return whether a participle is an adjective here: "two captured North Korean soldiers"."""
    for ahead in range(at, min(at + 4, len(sentence.tokens))):
        token = sentence.tokens[ahead]
        if sentence.words.people.starting(sentence.tokens, ahead):
            return True
        if one and sentence.words.person.starting(sentence.tokens, ahead):
            return True
        if ahead in sentence.quantity_at:  # "gunmen killed eleven worshippers"
            return False
        if not token.is_word or token.lower in PREPOSITIONS | AUXILIARIES | DETERMINERS:
            return False
    return False


def _with_adjective(best: Counted, adjective: Trigger | None) -> Counted:
    if best.kind == "people" and adjective is not None:
        return best._replace(trigger=adjective)
    return best


def _shared_noun(sentence: Sentence, at: int) -> Counted | None:
    """Read "40 Greek and 25 Turkish soldiers": the second number has the noun of both."""
    token, other = sentence.tokens[at], sentence.quantity_at.get(at + 2)
    if sentence.lower(at + 1) != "and" or other is None or token.lower.endswith("s"):
        return None
    second = sentence.quantities[other]
    described = token.capital and sentence.tokens[second.last + 1].capital
    if not described and not {token.lower, sentence.lower(second.last + 1)} <= _KINDS_OF_PEOPLE:
        return None
    noun = counted(sentence, second)
    if noun.kind not in ("people", "measure") or noun.noun != second.last + 2:
        return None
    return noun._replace(end=at, noun=-1)


def _by_form(sentence: Sentence, at: int) -> Counted:
    """Return an unknown noun, as people if its form or "who" after it says so: "anarchists"."""
    word = sentence.lower(at)
    after = at + 1 + (sentence.lower(at + 1) == ",")
    if word.endswith("s") and sentence.lower(after) in _OF_PERSONS:
        return Counted("people", at, at, rule="people/by-form")
    if len(word) > _LEAST and word.endswith(_OF_PEOPLE) and word not in _NOT_OF_PEOPLE:
        return Counted("people", at, at, rule="people/by-form")
    return Counted("unknown", at, at)


def _without_noun(
    sentence: Sentence, quantity: Quantity, end: int, unknown: int, adjective: Trigger | None
) -> Counted:
    if adjective is not None:
        return Counted("measure", end, end, adjective, rule=adjective.entry.rule)
    if unknown >= 0:
        return _shared_noun(sentence, unknown) or _by_form(sentence, unknown)
    return Counted("bare", quantity.last)
