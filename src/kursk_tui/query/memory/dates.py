"""The grade of a date against a range of days."""

from calendar import isleap
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from math import inf

from kursk_tui.model import Extent, parse_edtf
from kursk_tui.query.claims_by import DateKey
from kursk_tui.query.memory.grading import Grade
from kursk_tui.query.predicates import DateWithin

_EVERY_DAY_OCCURS = 8 * 366
"""A range of more days contains every day of the year: two 29 Februaries are at most eight years
apart, as around 1900."""


def grading(asked: DateWithin) -> Callable[[DateKey], Grade]:
    """Return the function that grades a date against a range of days."""
    first = -inf if asked.first is None else asked.first
    last = inf if asked.last is None else asked.last
    return partial(_grade, first=first, last=last)


def _grade(key: DateKey, *, first: float, last: float) -> Grade:
    if key.placed is not None:
        return _grade_extent(parse_edtf(key.placed), key.in_effect, first, last)
    if key.bound is not None:
        grade = _grade_extent(parse_edtf(key.bound), False, first, last)
        return Grade.UNSTATED if grade is Grade.POSSIBLE else grade
    return Grade.UNSTATED


def _grade_extent(days: Extent, in_effect: bool, first: float, last: float) -> Grade:
    if first > last:
        return Grade.NO
    if days.month_day is not None:
        occurs = _occurs(days.month_day, first, last)
        return Grade.POSSIBLE if occurs else Grade.NO
    if days.vague:
        return Grade.POSSIBLE
    if days.start_min > last or days.end_max < first:
        return Grade.NO
    if in_effect:
        certain = days.start_max <= last and days.end_min >= first
    else:
        certain = first <= days.start_min and days.end_max <= last
    return Grade.MATCH if certain else Grade.POSSIBLE


def _occurs(month_day: tuple[int, int], first: float, last: float) -> bool:
    """Return whether a day of the year occurs in a range of days."""
    if last - first > _EVERY_DAY_OCCURS:
        return True
    years = (date.fromordinal(int(day)).year for day in (first, last))
    return any(first <= day <= last for day in _occurrences(month_day, *years))


def _occurrences(month_day: tuple[int, int], first_year: int, last_year: int) -> Iterator[int]:
    for year in range(first_year, last_year + 1):
        if month_day != (2, 29) or isleap(year):
            yield date(year, *month_day).toordinal()
