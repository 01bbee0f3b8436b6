"""The men whom the strength of a force counts: "the rebels, whose strength was put at 8,000"."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import DETERMINERS, is_adverb
from kursk_tui.english.lexicon import word_set

_FORCES = word_set("drafting", "strengths", "forces")
_NUMBERING = word_set("drafting", "strengths", "numbering")
_LONGEST = 14
"""The most words between the men and their number."""


def of_strength(sentence: Sentence, case: Case) -> Span | None:
    """Return the span of the men whom a strength counts, if the words name them."""
    if case.found is None or case.found.rule != "figure/strength":
        return None
    for at in range(case.quantity.first - 1, max(-1, case.quantity.first - _LONGEST), -1):
        word, following = sentence.lower(at), sentence.lower(at + 1)
        if word == "strength" and following == "of":  # the strength of the attackers
            return _from(sentence, at + 2 + (sentence.lower(at + 2) in DETERMINERS))
        if word == "strength" and sentence.lower(at - 1) == "whose":
            return _ending(sentence, at - 2 - (sentence.lower(at - 2) == ","))
        if word in _FORCES and following in ("which", "that", "whom"):
            return sentence.span(at, at)
        if word in _NUMBERING and at == case.quantity.first - 1:
            last = at - 1
            while is_adverb(sentence.lower(last)):
                last -= 1
            return _ending(sentence, last)
    return None


def _from(sentence: Sentence, at: int) -> Span | None:
    people = sentence.words.people.starting(sentence.tokens, at)
    return sentence.span(at, at + people[0] - 1) if people else None


def _ending(sentence: Sentence, at: int) -> Span | None:
    people = sentence.words.people.ending(sentence.tokens, at)
    return sentence.span(at + 1 - people[0], at) if people else None
