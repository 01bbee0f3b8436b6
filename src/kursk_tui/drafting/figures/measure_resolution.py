"""Measure resolution: which word says what happened to the people that a number counts."""

from kursk_tui.drafting.figures.captivity import (
    SAVED,
    are_convicts,
    came_home,
    end_of_captivity,
    freed,
    freed_in_exchange,
)
from kursk_tui.drafting.figures.cases_of_disease import are_only_reported
from kursk_tui.drafting.figures.countable import can_count, measure_of
from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.figures.words_before import measure_before
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.drafting.syntax.insertions import past_insertion, past_relative, past_share
from kursk_tui.english.ages import age, age_after_name
from kursk_tui.english.designations import ordinal
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    OF_THEM,
    PAST_FORMS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.vocabulary import Tier

_WINDOW = 16
# Function words and marks of this rule; no other rule uses them as a list.
_FATES = frozenset({"killed", "wounded", "missing", "freed", "rescued"})
_MINOR = frozenset(
    {
        *("none", "displaced", "evacuated", "arrested", "detained", "rescued", "freed"),
        *("survivors", "cases", "trapped", "stranded"),
    }
)
"""Measures that give way to those of harm."""

_DYING = frozenset({"wounded", "missing"})
"""Measures of people who may be found dead: "five of the 40 injured have died"."""

HELD = frozenset({"captured", "survivors", "displaced"})
"""Measures of nouns for people to whom a verb can happen: "freed 300 hostages"."""

_SAVING = frozenset({"rescued", "freed", "evacuated"})
_PROVISIONAL = _MINOR | {"deployed", "captured"}
"""Measures that a later verb of the clause overrides."""

_PASSING = frozenset({"in", "within", "during", "on", "aged", "for", "over", "at", "since"}).union(
    ("no", "with")
)
_HEDGES = word_set("drafting", "figures", "hedges")
_BEARING = word_set("drafting", "figures", "bearing")
_HURTS = word_set("drafting", "figures", "hurts")
_CARED_FOR = word_set("drafting", "figures", "cared_for")
_CARE = 6
"""How many words before "for burns" the word for care can be."""

_HURT_WITHIN = 4
"""How many words after "suffered" its object can be: "suffered second-degree burns"."""


def own_measure(
    sentence: Sentence, quantity: Quantity, noun: Counted, *, base: bool = False
) -> ResolvedMeasure | None:
    """Return the measure that a number's own words give: its noun, the words after and before.

    `base` allows only words right next to it: in "half of the 11,000 soldiers were killed" the rest
    belongs to the half.
    """
    if noun.trigger is not None and are_convicts(sentence, noun):
        noun = Counted("people", noun.end, noun.noun)
    if noun.trigger is not None:
        return _fate(sentence, quantity, noun, base=base) or _by_noun(sentence, noun)
    if quantity.number.value == 0 and (zero := _inside(sentence, quantity)) is not None:
        return zero
    if noun.kind == "thing":
        return None
    before = None if base else measure_before(sentence, quantity, noun)
    if before is None:
        after = _after(sentence, noun, base=base)
        return freed_in_exchange(sentence, after) if after is not None else None
    by_verb = before.side == "verb" and not before.weak
    if by_verb and before.tier == "beside" and before.measure not in _MINOR | {"lost"}:
        return before
    after = _after(sentence, noun, base=base)
    if after is None:
        return before
    if before.measure == "captured" and came_home(after):
        return freed(after)  # exchanged prisoners: 90 men went home
    if before.measure == "lost":  # lost 38 tanks destroyed
        return after if after.match and after.match.first == noun.end + 1 else before
    if before.measure in _MINOR:
        return after if after.measure not in _MINOR else before
    if (after.weak and not before.weak) or (after.measure == "none" and before.side == "noun"):
        return before
    return before if by_verb and after.tier != "beside" else after


def _inside(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure in a reported zero: "no casualties", "without losing a single"."""
    tokens = range(quantity.first, quantity.last + 1)
    match = next((sentence.trigger_at[at] for at in tokens if at in sentence.trigger_at), None)
    if match is None:
        return None
    return ResolvedMeasure(match.measure, match.rule, "beside", "noun", match, match.weak)


def _fate(
    sentence: Sentence, quantity: Quantity, noun: Counted, *, base: bool
) -> ResolvedMeasure | None:
    """Return what an adjacent verb says about captives: "executed 3 hostages"."""
    if noun.kind != "measure" or noun.trigger is None:
        return None
    state = noun.trigger.entry.measure
    if state not in HELD | _DYING:
        return None
    people = Counted("people", noun.end, noun.noun)
    found = own_measure(sentence, quantity, people, base=base)
    if found is not None and (found.measure == "none" or came_home(found)):
        return end_of_captivity(sentence, found, state)
    if found is None or found.measure not in (_FATES if state in HELD else {"killed"}):
        return None
    said = found.side == "after" and found.match is not None and found.match.finite
    return found if found.tier == "beside" or said else None


def _by_noun(sentence: Sentence, noun: Counted) -> ResolvedMeasure:
    trigger = noun.trigger
    assert trigger is not None
    measure = trigger.entry.measure
    match = sentence.trigger_at.get(noun.end) if noun.kind == "measure" else None
    if match is not None and match.merged:
        measure = "casualties"
    if measure == "cases" and are_only_reported(sentence, noun.noun):
        return ResolvedMeasure(measure, trigger.entry.rule, "guess", "noun", match, weak=True)
    return ResolvedMeasure(measure, trigger.entry.rule, "beside", "noun", match, trigger.entry.weak)


def _after(sentence: Sentence, noun: Counted, *, base: bool) -> ResolvedMeasure | None:
    """Read to the right until the clause ends: "300 soldiers … have been killed"."""
    start = noun.end + 1
    kept: ResolvedMeasure | None = None
    comma = related = went_on = False
    at = start
    while at < min(len(sentence.tokens), start + _WINDOW):
        word = sentence.lower(at)
        may_hurt = word in _BEARING and not base and not noun.rule.startswith("things/")
        if may_hurt and _bears_hurt(sentence, at):
            return ResolvedMeasure("wounded", "measures/wound", "clause", "after")
        match = sentence.trigger_at.get(at)
        if match is not None:
            if base and match.trigger.use == "befall" and not related:
                return kept  # "half of the 900 surrendered": the half did
            found = _match_after(sentence, match, noun, start, comma=comma)
            if found is None and match.side == "right":
                return kept
            if found is not None and (
                kept is None or went_on or _overrides(kept, found, related=related)
            ):
                kept = found
            if kept is not None and (base or kept.measure not in _PROVISIONAL):
                return kept
            at = match.last + 1
            continue
        if at in sentence.quantity_at and not _in_passing(sentence, at):
            return kept
        past = past_insertion(sentence, at) or past_share(sentence, at)
        if (past := past or past_relative(sentence, at)) is not None:
            at = past + (sentence.lower(past) == "," and past + 1 in sentence.trigger_at)
            continue
        if _ends_clause(sentence, at, base=base) or _begins_another(sentence, start, at):
            return kept
        if kept is not None and word in (",", "and", "but"):
            if word == "and" and kept.measure in SAVED and sentence.lower(at + 1) in PREPOSITIONS:
                at += 1
                continue  # stranded on roofs and on the dyke
            if word != "and" or kept.rule != "measures/escape" or sentence.lower(at + 1) not in BE:
                return kept
            went_on = True  # five got away and were picked up by a trawler
        related = related or word in RELATIVES
        comma = comma or word == ","
        at += 1
    return kept


def _bears_hurt(sentence: Sentence, at: int) -> bool:
    """Return whether injuries are what a verb is about: "suffered serious burns"."""
    if sentence.lower(at) == "for" and _CARED_FOR.isdisjoint(sentence.row(at - _CARE, at)):
        return False
    for ahead in range(at + 1, at + 1 + _HURT_WITHIN):
        if sentence.lower(ahead) in _HURTS:
            return True
        if ahead in sentence.quantity_at or ahead in sentence.trigger_at:
            return False  # had died of their wounds
    return False


def _ends_clause(sentence: Sentence, at: int, *, base: bool) -> bool:
    """Return whether a token ends the clause of a number; an auxiliary ends that of a base."""
    word = sentence.lower(at)
    if base and word in AUXILIARIES:
        return True
    return word in (";", ":", "—", "--") or _opens_clause(sentence, at)


def _begins_another(sentence: Sentence, start: int, comma: int) -> bool:
    """Read "nine were questioned, and the owner is under arrest": a clause with its own subject."""
    if sentence.lower(comma) != "," or sentence.lower(comma + 1) != "and":
        return False
    opens = sentence.lower(comma + 2) in DETERMINERS
    return opens and not AUXILIARIES.isdisjoint(sentence.row(start, comma))


def _opens_clause(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    if word == "as" and at + 1 in sentence.trigger_at:  # "listed as missing"
        return False
    if word == "since" and sentence.lower(at - 1) in HAVE:  # have since been freed
        return False
    return word in SUBORDINATORS and word not in RELATIVES


def _in_passing(sentence: Sentence, at: int) -> bool:
    """Return whether a number does not count people: "in 3 days", "aged 20"."""
    before = sentence.lower(at - 1)
    if before in _PASSING:
        return True
    quantity = sentence.quantities[sentence.quantity_at[at]]
    if ordinal(sentence, quantity):  # three men of the 4th Battalion were killed
        return True
    if before == "or" and quantity.number.share:  # or one in five Sudanese
        return True
    return (age(sentence, quantity) or age_after_name(sentence, quantity)) is not None


def _match_after(
    sentence: Sentence, match: TriggerMatch, noun: Counted, start: int, *, comma: bool
) -> ResolvedMeasure | None:
    if match.side == "right" or not can_count(match, noun, sentence):
        return None
    between = sentence.row(start, match.first)
    if match.side == "noun":
        if "among" in between[-3:]:
            if sentence.row(start - 2, start) in OF_THEM:
                return None  # 58 deaths, 51 of them among confirmed cases
            return ResolvedMeasure(match.measure, match.rule, "clause", "after", match)
        followed = match.first == start and match.trigger.entry.has_participle
        if not followed:
            return None
    if "whose" in between and not _has_verb(between[between.index("whose") :]):
        return None  # people whose relatives were killed
    state = match.trigger.use == "befall" and sentence.lower(match.first) == "in"
    state = state and not (match.measure == "captured" and match.first == start)
    if (comma or state) and not match.finite:  # another four in hospital
        return None
    if (
        match.side == "adjective"
        and match.first > start
        and not match.finite
        and "as" not in between
        and not all(map(is_adverb, between))  # 12 people still missing
    ):
        return None
    passed = any(word in PREPOSITIONS and word != "as" for word in between)
    if passed and not match.finite and noun.kind != "people":
        return None
    plain = [word for word in between if word not in AUXILIARIES and not is_adverb(word)]
    plain = [word for word in plain if word not in RELATIVES | _HEDGES and word != "as"]
    tier: Tier = "beside" if not plain and not comma else "clause"
    measure = measure_of(sentence, match, noun)
    return ResolvedMeasure(measure, match.rule, tier, "after", match, match.weak)


def _has_verb(words: list[str]) -> bool:
    """Return whether a finite verb is among the words, before the last auxiliary."""
    while words and words[-1] in AUXILIARIES:
        words = words[:-1]
    return any(word in PAST_FORMS or word in AUXILIARIES or word.endswith("ed") for word in words)


def _overrides(kept: ResolvedMeasure, found: ResolvedMeasure, *, related: bool) -> bool:
    """Return whether a later verb is the main one: "soldiers sent to Russia were killed"."""
    if kept.measure not in _PROVISIONAL:
        return False
    saved = kept.measure in SAVED and found.measure in _SAVING
    if found.measure in _MINOR and not saved:
        return False
    before, after = kept.match, found.match
    return (
        before is not None and after is not None and after.finite and (not before.finite or related)
    )
