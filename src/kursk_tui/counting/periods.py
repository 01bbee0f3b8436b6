"""Periods: the days that a count covers."""

from math import inf
from typing import NamedTuple

from kursk_tui.counting.answers import Answer


class Period(NamedTuple):
    """The days from `[start_min, start_max]` to `[end_min, end_max]`, as Gregorian ordinals.

    A total so far starts at -inf. `strength` is true for a count at a time, which no other count
    contains. `read_since` is set if the document states no period, and the count is read as a total
    so far: unless such readings are trusted, it is not compared with what ended before that day.
    `words` are set if the period is stated in words, and its days are not: only equal words of the
    same days are certainly the same period.
    """

    start_min: float
    start_max: float
    end_min: float
    end_max: float
    strength: bool = False
    read_since: float | None = None
    words: str | None = None


def so_far(first: float, last: float | None = None) -> Period:
    """Return the period of a total up to a day, or to some day between two."""
    return Period(-inf, -inf, first, first if last is None else last)


def window(first: float, last: float) -> Period:
    """Return the period from a day to a day, both included."""
    return Period(first, first, last, last)


def at(first: float, last: float | None = None) -> Period:
    """Return the period of a strength on a day, or on some day between two."""
    end = first if last is None else last
    return Period(first, end, first, end, strength=True)


def period_within(
    one: Period | None, other: Period | None, *, trusts_readings: bool = True
) -> Answer:
    """Return whether all days of a period are days of another; None is a period not stated.

    If readings are not trusted, a count without a stated period may begin on any day of the year
    before. If they are, it is still only perhaps a total of what is older than that.
    """
    if one is None or other is None:
        return "maybe"
    if not trusts_readings and one.read_since is not None:
        one = one._replace(start_min=one.read_since, start_max=one.end_max)
    found = _within(one, other)
    if found == "no":
        return "no"
    if _ended_before(one, other.read_since) or _ended_before(other, one.read_since):
        return "maybe" if trusts_readings else "no"
    is_read = not (one.read_since is other.read_since is None)
    return "maybe" if is_read and not trusts_readings else found


def _ended_before(period: Period, day: float | None) -> bool:
    return day is not None and period.end_max < day


def _within(one: Period, other: Period) -> Answer:
    if one.strength or other.strength:
        return _same_day(one, other)
    if other.start_min > one.start_max or one.end_min > other.end_max:
        return "no"
    if one.words is not None or other.words is not None:
        return "yes" if one == other else "maybe"
    certain = other.start_max <= one.start_min and one.end_max <= other.end_min
    return "yes" if certain else "maybe"


def _same_day(one: Period, other: Period) -> Answer:
    if one.strength != other.strength:
        return "no"
    if one.start_max < other.start_min or other.start_max < one.start_min:
        return "no"
    known = one.start_min == one.start_max == other.start_min == other.start_max
    return "yes" if known else "maybe"
