"""The ticks of an axis of time: the days, months or years that have one."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from kursk_tui.charts.time_axis import Segment

Unit = Literal["day", "month", "year"]

_STEPS: tuple[tuple[Unit, int], ...] = (
    *(("day", 1), ("day", 2), ("day", 5), ("day", 10)),
    *(("month", 1), ("month", 2), ("month", 3), ("month", 6)),
    *(("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50)),
    *(("year", 100), ("year", 500), ("year", 1000)),
)

_LAST_TICK = 25
"""The last labelled day of a month, so that the first of the next one has room."""


def ticks_of(segment: Segment) -> tuple[Unit, Sequence[int]]:
    """Return the finest ticks that leave room for their labels."""
    length = segment.last - segment.first + 1
    for unit, step in _STEPS:
        width = {"day": 4, "month": 5, "year": 6}[unit] * segment.unit
        days = {"day": 1, "month": 30, "year": 365}[unit] * step
        if length * width <= segment.cells * days:
            return unit, [*_days(segment, unit, step)]
    return "year", []


def _days(segment: Segment, unit: Unit, step: int) -> Iterator[int]:
    first, last = date.fromordinal(segment.first), date.fromordinal(segment.last)
    if unit == "day":
        yield from (
            day
            for day in range(segment.first, segment.last + 1)
            if _is_tick(date.fromordinal(day).day, step)
        )
        return
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, step if unit == "month" else 12):
            day = date(year, month, 1).toordinal()
            whole = unit == "month" or year % step == 0
            if whole and segment.first <= day <= segment.last:
                yield day


def _is_tick(day: int, step: int) -> bool:
    if step == 1:
        return True
    if step == 2:
        return day % 2 == 1 and day < 31
    return day == 1 or (day % step == 0 and day <= _LAST_TICK)
