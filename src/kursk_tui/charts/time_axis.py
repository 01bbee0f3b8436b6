"""An axis of time: it fits the dates there are, and leaves out long stretches without a date.

Days are proleptic Gregorian ordinals. `find_eras` divides the days of a briefing where a gap would
push everything else together; `TimeAxis` gives each era a share of a width in cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import inf
from typing import NamedTuple, Self

MARGIN_LEFT, MARGIN_RIGHT, BREAK = 1, 2, 2
"""The characters before the first era, for open starts; after the last one; and between two."""

_NO_BREAK_BELOW = 90
"""A stretch of so many days or fewer is never broken: days remain apart on most screens."""

_MUCH_LONGER = 3
"""A gap is left out if it is longer by this factor than everything else in its stretch."""

_FAR = 365
"""Gaps of more days than these, between far-away years, can be left out together."""

_LEAST_ERA, _LEAST_MAIN = 3, 4
"""The least characters of an era, whose label may end in the break, and of the main era."""

_READABLE = 14
"""The characters of an axis with room for a month of a year, or for two days."""

_MANY_MARKS = 8
"""An era with so many dates or more gets the largest share of the width."""


class Days(NamedTuple):
    """A range of days, with both ends included."""

    first: int
    last: int


class Era(NamedTuple):
    """A stretch of time that is drawn without a break, and the number of ranges of days in it."""

    first: int
    last: int
    marks: int = 1

    @property
    def is_day(self) -> bool:
        """Whether the era is a single day."""
        return self.first == self.last


class Segment(NamedTuple):
    """The part of an axis that shows an era: days with some room around them, and cells.

    `unit` is the number of cells of a character.
    """

    era: Era
    first: int
    last: int
    start: int
    cells: int
    unit: int = 1

    @property
    def end(self) -> int:
        """The cell after the last one."""
        return self.start + self.cells

    def left_edge(self, day: float) -> int:
        """Return the cell in which a day begins."""
        return self.start + int((day - self.first) * self.cells // (self.last - self.first + 1))

    def right_edge(self, day: float) -> int:
        """Return the cell in which a day ends."""
        return (
            self.start
            - 1
            - int((self.first - day - 1) * self.cells // (self.last - self.first + 1))
        )

    def middle(self, day: float) -> int:
        """Return the cell in the middle of a day."""
        twice = 2 * int(day - self.first) + 1
        return self.start + twice * self.cells // (2 * (self.last - self.first + 1))


def find_eras(ranges: Iterable[Days]) -> tuple[Era, ...]:
    """Return the eras of some ranges of days, from first to last; none divides a range."""
    islands: list[Era] = []
    for first, last in sorted(set(ranges)):
        if islands and first <= islands[-1].last:
            before = islands[-1]
            islands[-1] = Era(before.first, max(before.last, last), before.marks + 1)
        else:
            islands.append(Era(first, last))
    return tuple(_divided(islands)) if islands else ()


def _divided(islands: Sequence[Era]) -> list[Era]:
    whole = _joined(islands)
    length = whole.last - whole.first + 1
    if len(islands) == 1 or length <= _NO_BREAK_BELOW:
        return [whole]
    gaps = {at: islands[at].first - islands[at - 1].last - 1 for at in range(1, len(islands))}
    cuts = sorted(gaps, key=lambda at: gaps[at], reverse=True)
    for count in range(len(cuts), 0, -1):
        shortest = gaps[cuts[count - 1]]
        rest = length - sum(gaps[at] for at in cuts[:count])
        far = count == 1 or shortest > _FAR
        if far and shortest >= _MUCH_LONGER * rest:
            eras = _cut(islands, sorted(cuts[:count]))
            if eras:
                return eras
    return [whole]


def _cut(islands: Sequence[Era], cuts: Sequence[int]) -> list[Era]:
    """Return the eras between some cuts; none if no era shows more than a day."""
    ends = pairwise((0, *cuts, len(islands)))
    parts = [islands[start:end] for start, end in ends]
    if all(len(part) == 1 and part[0].is_day for part in parts):
        return []
    return [era for part in parts for era in _divided(part)]


def _joined(eras: Sequence[Era]) -> Era:
    return Era(eras[0].first, eras[-1].last, sum(era.marks for era in eras))


@dataclass(frozen=True)
class TimeAxis:
    """Segments on a width in cells, with a break between each two of them.

    `unit` is the number of cells of a character.
    """

    width: int
    segments: tuple[Segment, ...]
    unit: int = 1

    @property
    def breaks(self) -> tuple[int, ...]:
        """The first cell of each break, which is `BREAK` characters wide."""
        return tuple(segment.end for segment in self.segments[:-1])

    def cell(self, day: float) -> int:
        """Return the cell in the middle of a day; days left out are in a break or a margin."""
        segment, outside = self._find(day)
        return segment.middle(day) if segment else outside

    def cells(self, first: float, last: float) -> tuple[int, int]:
        """Return the first and the last cell of a range of days, which may be infinite."""
        left, before = self._find(first)
        right, after = self._find(last)
        return (
            left.left_edge(first) if left else before,
            right.right_edge(last) if right else after,
        )

    def start_of_era(self, day: float) -> int:
        """Return the first cell of the era of a day, or the margin before the first era."""
        segment, outside = self._find(day)
        if segment is None:
            return outside
        return 0 if segment is self.segments[0] else segment.start

    def with_characters_of(self, unit: int) -> Self:
        """Return the same axis for labels whose characters take a number of cells."""
        segments = tuple(segment._replace(unit=unit) for segment in self.segments)
        return replace(self, unit=unit, segments=segments)

    def _find(self, day: float) -> tuple[Segment | None, int]:
        """Return the segment of a day, or else None and the cell that represents it."""
        if day == -inf:
            return None, 0
        for segment in self.segments:
            if day < segment.first:
                return None, segment.start - (self.unit + 1) // 2
            if day <= segment.last:
                return segment, 0
        return None, self.width - 1


def fit_axis(eras: Sequence[Era], width: int, unit: int = 1) -> TimeAxis:
    """Return the axis of some eras.

    If the width is small, those that are closest are joined, the one with most dates last.
    """
    eras = list(eras)
    while len(eras) > 1 and least_width(len(eras)) * unit > width:
        main = max(era.marks for era in eras)
        pairs = [eras[at : at + 2] for at in range(len(eras) - 1)]
        at = pairs.index(
            min(
                pairs,
                key=lambda pair: (
                    main in (pair[0].marks, pair[1].marks),
                    pair[1].first - pair[0].last,
                ),
            )
        )
        eras[at : at + 2] = [_joined(eras[at : at + 2])]
    segments: list[Segment] = []
    start = MARGIN_LEFT * unit
    for era, cells in zip(eras, _shares(eras, width, unit), strict=True):
        room = max(1, (era.last - era.first) // 16)
        first, last = max(1, era.first - room), min(date.max.toordinal(), era.last + room)
        segments.append(Segment(era, first, last, start, cells, unit))
        start += cells + BREAK * unit
    return TimeAxis(width, tuple(segments), unit)


def least_width(eras: int) -> int:
    """Return the least width of an axis, in characters, that keeps a number of eras apart."""
    others = max(0, eras - 1)
    return MARGIN_LEFT + MARGIN_RIGHT + _LEAST_MAIN + others * (_LEAST_ERA + BREAK)


def readable_width(eras: int) -> int:
    """Return the width of an axis, in characters, that has room for two labels of the main era."""
    return _READABLE + max(0, eras - 1) * (_LEAST_ERA + BREAK)


def _shares(eras: Sequence[Era], width: int, unit: int) -> list[int]:
    """Return the cells of each era: those of a label, and more for several dates."""
    if not eras:
        return []
    outside = MARGIN_LEFT + MARGIN_RIGHT + BREAK * (len(eras) - 1)
    room = max(len(eras), width - outside * unit)
    wide = (size for size in (12, 9) if size * unit * len(eras) * 2 <= room)
    label = next(wide, _LEAST_ERA) * unit
    least = [min(label, room // len(eras)) for _ in eras]
    weights = [0 if era.marks == 1 else min(era.marks, _MANY_MARKS) for era in eras]
    if not any(weights):
        weights = [1] * len(eras)
    left = room - sum(least)
    shares = [
        cells + left * weight // sum(weights) for cells, weight in zip(least, weights, strict=True)
    ]
    shares[weights.index(max(weights))] += room - sum(shares)
    return shares
