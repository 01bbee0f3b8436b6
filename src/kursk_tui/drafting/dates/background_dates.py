"""Dates of a comparison and of history, which are neither of the event nor of the report."""

from datetime import date

from kursk_tui.drafting.dates.date_bounds import Bound
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import Phrases

_COMPARISONS = Phrases(
    (words, True) for words in sorted(word_set("drafting", "dates", "comparisons"))
)
_AGAINST = word_set("drafting", "dates", "against")
_SAME = Phrases((words, True) for words in sorted(word_set("drafting", "dates", "same")))
_SUPERLATIVES = word_set("drafting", "dates", "superlatives")
_FOUNDING = word_set("drafting", "dates", "founding")
_BEFORE_DATES = frozenset(("on", "in", "of", "from", "late", "early", "at", "during"))
_BEFORE_YEARS = _BEFORE_DATES | {"all", "the", "whole"}
_RELATIVES = frozenset(("which", "who", "whose", "where"))
_ENDS_CLAUSE = frozenset(",;:()")
_FAR = 14
_SUPERLATIVE_WITHIN = 8
_THAN_WITHIN = 5


def compares(sentence: Sentence, at: int) -> bool:
    """Return whether a comparison begins at a token: "compared with", "against 40"."""
    if sentence.lower(at) in _AGAINST:
        return at + 1 in sentence.quantity_at  # not "an offensive against Holm"
    return _COMPARISONS.starting(sentence.tokens, at) is not None


def is_attribute(sentence: Sentence, found: DateRange) -> bool:
    """Return whether a date stands before a noun: "an August 2027 report"."""
    before = sentence.lower(found.first - 1)
    possessive = sentence.lower(found.last).endswith("'s")
    return possessive or before in DETERMINERS or before.endswith("'s")


def is_compared(
    sentence: Sentence, found: DateRange, bound: Bound | None, today: date | None
) -> bool:
    """Return whether a date is that of a comparison: "down from 102 in 2029"."""
    first = found.first if bound is None else bound.first
    since = bound is not None and bound.preposition == "since"
    if since and _is_superlative(sentence, first):
        return True
    if not since and _names_event(sentence, found, today):
        return True
    if _is_after_than(sentence, first, clause=bound is not None):
        return True
    for opening in range(first - 1, max(-1, first - _FAR), -1):
        if sentence.lower(opening) in _ENDS_CLAUSE:
            return False
        if compares(sentence, opening) or _SAME.starting(sentence.tokens, opening):
            return True
    return False


def _is_superlative(sentence: Sentence, first: int) -> bool:
    """Read "the deadliest attack" before "since 2029"."""
    before = range(max(0, first - _SUPERLATIVE_WITHIN), first)
    return any(
        sentence.lower(at) in _SUPERLATIVES and not _qualifies(sentence, at) for at in before
    )


def _is_after_than(sentence: Sentence, first: int, *, clause: bool) -> bool:
    """Read "than in all of 2029" and, before a clause, "than it had before 24 March"."""
    at = first - 1
    near = range(at, first - _THAN_WITHIN, -1) if clause else ()
    at = next((one for one in near if sentence.lower(one) == "than"), at)
    while sentence.lower(at) in _BEFORE_YEARS:
        at -= 1
    return sentence.lower(at) == "than" and not _qualifies(sentence, at)


def _names_event(sentence: Sentence, found: DateRange, today: date | None) -> bool:
    """Read "the 2023 rains", and "in 2017" beside them."""
    if not _is_year(found) or (today is not None and (found.start.year or 0) >= today.year):
        return False
    years = [one for one in sentence.dates if _is_year(one)]
    return any(is_attribute(sentence, one) for one in years)


def _qualifies(sentence: Sentence, at: int) -> bool:
    """Return whether a word belongs to a number: "more than 300", "at most 300"."""
    return any(one.first <= at <= one.last for one in sentence.quantities)


def _is_year(found: DateRange) -> bool:
    start = found.start
    whole = start.month is None and start.season is None and start.part is None
    return found.end is None and start.year is not None and whole


def is_history(sentence: Sentence, found: DateRange, today: date | None) -> bool:
    """Return whether a clause about something else has a date of an earlier year."""
    year = found.start.year
    if year is None or (today is not None and year >= today.year - 1):
        return False
    link = found.first - (sentence.lower(found.first - 1) in _BEFORE_DATES)
    if sentence.lower(link - 1) in _FOUNDING and sentence.lower(link - 2) not in AUXILIARIES:
        return True
    counted = False
    for at in range(found.first - 1, max(-1, found.first - _FAR), -1):
        if sentence.lower(at) in _RELATIVES:
            before = "had" in sentence.row(at, at + 3) or not counted
            return before and sentence.lower(at - 1) == ","
        if sentence.lower(at) in _ENDS_CLAUSE:
            return False
        counted = counted or at in sentence.quantity_at
    return False
