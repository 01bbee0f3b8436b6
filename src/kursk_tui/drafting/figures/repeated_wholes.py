"""Wholes that a text names again by their number alone: "Of the 209, 96 were women"."""

from collections.abc import Mapping, Sequence

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, DETERMINERS

_OPENS = frozenset(("of", "among", "amongst"))
_JOINS = frozenset((",", "and"))


def take_measure_of_whole(
    sentence: Sentence, cases: Sequence[Case], known: Mapping[int, str]
) -> None:
    """Give a number that the text has counted the same measure again, and so its parts.

    `known` are the measures of the figures of the text, by number.
    """
    whole: ResolvedMeasure | None = None
    for nth, case in enumerate(cases):
        if not case.is_open:
            continue
        if _opens_clause(sentence, case) and (measure := known.get(_value(case) or 0)):
            whole = ResolvedMeasure(measure, "figure/repeated-whole", "clause", "noun")
            case.found, case.flags = whole, ("inherited measure",)
        elif whole is not None and nth and _is_part(sentence, case):
            case.take(whole, "subset")


def _value(case: Case) -> int | None:
    value = case.quantity.number.value
    return int(value) if value is not None else None


def _opens_clause(sentence: Sentence, case: Case) -> bool:
    """Return whether a clause opens with "of the 209,", which has no noun."""
    first, last = case.quantity.first, case.quantity.last
    opening = first - 2
    opens = opening <= 0 or not sentence.tokens[opening - 1].is_word
    named = sentence.lower(opening) in _OPENS and sentence.lower(first - 1) in DETERMINERS
    return opens and named and sentence.lower(last + 1) == ","


def _is_part(sentence: Sentence, case: Case) -> bool:
    """Return whether a number says how many of the whole are something: "96 were women"."""
    before, at = sentence.lower(case.quantity.first - 1), case.noun.end + 1
    described = sentence.lower(case.quantity.last + 1) in BE or sentence.lower(at) in BE
    return before in _JOINS and described
