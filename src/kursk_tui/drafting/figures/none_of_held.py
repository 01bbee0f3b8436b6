"""Zeros of people whom a noun says to be held: "none of the 12 hostages survived"."""

from kursk_tui.drafting.figures.measure_resolution import HELD
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, HAVE, NEGATIONS, PREPOSITIONS, is_adverb
from kursk_tui.english.qualifiers import Quantity


def says_nothing_of_the_noun(
    sentence: Sentence, quantity: Quantity, found: ResolvedMeasure
) -> bool:
    """Return whether a zero takes its measure from the people of whom it denies another thing.

    "None of the 12 hostages survived" does not say that nobody was captured.
    """
    match = found.match
    if quantity.number.value != 0 or match is None or match.trigger.use != "noun":
        return False
    if found.measure not in HELD or match.last < quantity.last:
        return False
    of_them = sentence.lower(quantity.last + 1) == "of"
    return of_them or _has_verb(sentence, match.last + 1)


def verb_of_zero(sentence: Sentence, found: ResolvedMeasure) -> ResolvedMeasure | None:
    """Return the measure of the verb after the people: "survived", "has ever been freed"."""
    at = found.match.last + 1 if found.match is not None else 0
    while sentence.lower(at) in BE | HAVE or is_adverb(sentence.lower(at)):
        at += 1
    match = sentence.trigger_at.get(at)
    if match is None or match.trigger.use == "noun" or match.measure == "none":
        return None
    return ResolvedMeasure(match.measure, match.rule, "beside", "after", match, match.weak)


def _has_verb(sentence: Sentence, at: int) -> bool:
    """Return whether what follows the people may be a verb: "no hostages survived"."""
    word = sentence.lower(at)
    if at >= len(sentence.tokens) or not sentence.tokens[at].is_word or sentence.in_date[at]:
        return False
    return word not in PREPOSITIONS | NEGATIONS | {"and", "or", "but", "who", "that", "there"}
