"""Strengths of forces: "brings the force there to 9,500 men", "the garrison grew to 3,000"."""

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import SUBORDINATORS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.qualifiers import Quantity

_RAISING = word_set("drafting", "strengths", "raising")
_FORCES = word_set("drafting", "strengths", "forces")
_MEN = frozenset({"men", "people", "personnel"})
_LONGEST = 12
"""The most words between a force and the number of its men."""


def _may_be_soldiers(sentence: Sentence, quantity: Quantity, noun: Counted) -> bool:
    if noun.kind == "bare":  # brought the number of troops to 12,000
        row = sentence.row(max(0, quantity.first - _LONGEST), quantity.first)
        return {"number", "of"} <= {*row} and not {*row}.isdisjoint({"troops", "soldiers"})
    return noun.kind == "people" and (noun.military or sentence.lower(noun.noun) in _MEN)


def of_force(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Return the measure of a number of soldiers that a force grows or shrinks to, or None."""
    if sentence.lower(quantity.first - 1) != "to" or not _may_be_soldiers(sentence, quantity, noun):
        return None
    force = raised = False
    for back in range(quantity.first - 2, max(-1, quantity.first - _LONGEST), -1):
        word = sentence.lower(back)
        if back in sentence.trigger_at and sentence.trigger_at[back].measure != "deployed":
            return None
        if (
            word in SUBORDINATORS
            or back in sentence.quantity_at
            or not sentence.tokens[back].is_word
        ):
            break
        force = force or word in _FORCES
        raised = raised or word in _RAISING
    if not (force and raised):
        return None
    return ResolvedMeasure("deployed", "figure/strength", "clause", "verb")
