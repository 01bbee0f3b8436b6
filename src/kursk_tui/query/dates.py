"""Dates in the query language, such as `date:>=2024-12-04`: answered in three values."""

from collections.abc import Iterator
from datetime import date as calendar_date
from functools import lru_cache, partial
from math import inf

from kursk_tui.model import Extent, parse_edtf
from kursk_tui.query.answer import Answer
from kursk_tui.query.error import QueryError
from kursk_tui.query.index import Index
from kursk_tui.query.scales import MATCH, NO, POSSIBLE, UNSTATED, ends, graded, stated
from kursk_tui.query.tree import Atom, Stated, Term, Value


def answer_date(index: Index, term: Term, value: Value) -> Answer:
    """Answer a date, such as `date:2024-12` or `date:>=2024-12-04`."""
    if isinstance(value, Stated):
        return stated((claim for claim, when in index.dates if when.placed), index)
    low, high = _days(term, value)
    grade = lru_cache(maxsize=None)(partial(_grade_date, low=low, high=high))  # days recur
    return graded(
        (
            (claim, grade(when.placed, when.bound, when.role == "in effect"))
            for claim, when in index.dates
        ),
        index,
    )


def _days(term: Term, value: Value) -> tuple[float, float]:
    low, high = ends(
        value,
        lambda atom: int(_asked_days(term, atom).start_min),
        lambda atom: int(_asked_days(term, atom).end_max),
    )
    return -inf if low is None else low, inf if high is None else high


def _asked_days(term: Term, atom: Atom) -> Extent:
    try:
        extent = parse_edtf(atom.text)
    except ValueError as error:
        raise QueryError(f"{term.field}: {error}", *atom.span) from None
    if extent.vague or inf in (-extent.start_min, extent.end_max):
        message = f"{term.field}: '{atom.text}' names no days; write 2024, 2024-12 or 2024-12-19"
        raise QueryError(message, *atom.span)
    return extent


def _grade_date(
    placed: str | None, bound: str | None, lasting: bool, *, low: float, high: float
) -> int:
    if placed is not None:
        return _grade_extent(parse_edtf(placed), lasting, low, high)
    if bound is not None:
        grade = _grade_extent(parse_edtf(bound), False, low, high)
        return UNSTATED if grade == POSSIBLE else grade
    return UNSTATED


def _grade_extent(days: Extent, lasting: bool, low: float, high: float) -> int:
    if low > high:
        return NO
    if days.month_day is not None:
        return POSSIBLE if _some_year(days.month_day, low, high) else NO
    if days.vague:
        return POSSIBLE
    if days.start_min > high or days.end_max < low:
        return NO
    if lasting:
        certain = days.start_max <= high and days.end_min >= low
    else:
        certain = low <= days.start_min and days.end_max <= high
    return MATCH if certain else POSSIBLE


def _some_year(month_day: tuple[int, int], low: float, high: float) -> bool:
    """Return whether a day of the year, in some year, lies in a range of ordinals."""
    if high - low > 8 * 366:
        return True  # any eight years hold a 29 February
    first, last = (_calendar_year(day) for day in (low, high))
    return any(low <= day <= high for day in _occurrences(month_day, first, last))


def _calendar_year(day: float) -> int:
    return calendar_date.fromordinal(int(day)).year


def _occurrences(month_day: tuple[int, int], first: int, last: int) -> Iterator[int]:
    for year in range(first, last + 1):
        try:
            yield calendar_date(year, *month_day).toordinal()
        except ValueError:
            continue
