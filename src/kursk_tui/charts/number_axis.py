"""A logarithmic axis of numbers: it has the powers of ten that the figures need, and no others.

Zero is at the place of a tenth, one step left of 1.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, log10
from typing import NamedTuple

from kursk_tui.charts.labels import Label, line_of
from kursk_tui.model import Interval

MARGIN_LEFT, MARGIN_RIGHT, BREAK = 1, 3, 2
"""The characters before the first power, for open bars; after the last one; and of a break."""

_LEAST_STRETCH = 5
"""The least number of characters of a stretch: a label and a blank."""

_LEAST_TICKS = 2
"""The least distance of ticks in characters."""

_ZERO = -1
_NAMES = ("", "k", "M", "bn", "tn")


class Powers(NamedTuple):
    """A stretch of powers of ten, from first to last; -1 is zero."""

    first: int
    last: int


class Segment(NamedTuple):
    """The part of an axis that shows a stretch of powers."""

    powers: Powers
    start: int
    cells: int

    @property
    def end(self) -> int:
        """The cell after the last one."""
        return self.start + self.cells

    def cell(self, place: float) -> int:
        """Return the cell of a place within the stretch."""
        first, last = self.powers
        return self.start + round((place - first) / (last - first) * (self.cells - 1))


@dataclass(frozen=True)
class NumberAxis:
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

    def cell(self, value: float) -> int:
        """Return the cell of a number; those left out are in a break or a margin.

        Infinite numbers are in the first and the last cell.
        """
        if abs(value) == inf:
            return 0 if value < 0 else self.width - 1
        place = _place(value)
        for segment in self.segments:
            if place < segment.powers.first:
                return segment.start - (self.unit + 1) // 2
            if place <= segment.powers.last:
                return segment.cell(place)
        return self.width - 1 - self.unit

    @property
    def ticks(self) -> tuple[int, ...]:
        """The cells of the powers of ten, or of those that have a label if they are close."""
        cells: list[int] = []
        for segment in self.segments:
            powers = range(segment.powers.first, segment.powers.last + 1)
            if segment.cells < _LEAST_TICKS * self.unit * len(powers):
                powers = powers[:: self._label_step(segment)]
            cells += map(segment.cell, powers)
        return tuple(cells)

    @property
    def names(self) -> tuple[Label, ...]:
        """The names of powers: each begins at its power; none touches another or is cut."""
        return tuple(
            Label(segment.cell(power), power_name(power))
            for segment in self.segments
            for power in range(
                segment.powers.first, segment.powers.last + 1, self._label_step(segment)
            )
        )

    @property
    def all_names(self) -> tuple[Label, ...]:
        """The names of all powers, which may touch."""
        return tuple(
            Label(segment.cell(power), power_name(power))
            for segment in self.segments
            for power in range(segment.powers.first, segment.powers.last + 1)
        )

    @property
    def labels(self) -> str:
        """The names as one line of an axis whose characters take a cell."""
        return line_of(self.names)

    def _label_step(self, segment: Segment) -> int:
        end = segment.end + (BREAK - 1) * self.unit
        room = self.width if segment is self.segments[-1] else end
        return _label_step(segment, room, self.unit)


def power_name(power: int) -> str:
    """Return the label of a power of ten, such as "100" or "10k"; -1 is zero."""
    if power == _ZERO:
        return "0"
    step = min(power // 3, len(_NAMES) - 1)
    return f"{10 ** (power - 3 * step)}{_NAMES[step]}"


def _label_step(segment: Segment, room: int, unit: int) -> int:
    """Return the least step between labels at which they neither touch nor exceed the room."""
    first, last = segment.powers
    for step in range(1, last - first + 1):
        powers = range(first, last + 1)
        ends = [segment.cell(power) + len(power_name(power)) * unit for power in powers]
        starts = [*map(segment.cell, powers), room + unit]
        labelled = range(0, last - first + 1, step)
        follow = [*labelled[1:], len(starts) - 1]
        pairs = zip(labelled, follow, strict=True)
        if all(ends[one] + unit <= starts[after] for one, after in pairs):
            return step
    return last - first + 1


def _place(value: float) -> float:
    return log10(value) if value >= 1 else float(_ZERO)


def powers_of(interval: Interval) -> Powers | None:
    """Return the powers of ten that show an interval: a step more where it is open."""
    lower, upper, best = interval.lower, interval.upper, interval.best
    ends = [_place(end) for end in (lower, upper, best) if end is not None]
    if not ends:
        return None
    first, last = floor(min(ends)), ceil(max(ends))
    if lower is not None and upper is None:
        last = max(last, first + 1)
    if upper is not None and lower is None:
        first = max(_ZERO, min(first, last - 1))
    return Powers(first, last)


def find_stretches(intervals: Iterable[Interval]) -> tuple[Powers, ...]:
    """Return the stretches of powers that show some intervals; two or more empty steps divide."""
    found = sorted({powers for powers in map(powers_of, intervals) if powers is not None})
    joined = _joined(found)
    return tuple(_joined([Powers(first, max(last, first + 1)) for first, last in joined]))


def _joined(stretches: Sequence[Powers]) -> list[Powers]:
    joined: list[Powers] = []
    for stretch in stretches:
        if joined and stretch.first - joined[-1].last < 2:
            joined[-1] = Powers(joined[-1].first, max(joined[-1].last, stretch.last))
        else:
            joined.append(stretch)
    return joined


def fit_axis(stretches: Sequence[Powers], width: int, unit: int = 1) -> NumberAxis | None:
    """Return the axis that fills a width in cells, or None if there is no room or no number.

    If the width is small, the stretches that are closest are joined.
    """
    kept = list(stretches)
    least = _LEAST_STRETCH * unit
    while kept and _room(kept, width, unit) < least * len(kept):
        if len(kept) == 1:
            return None
        at = min(range(1, len(kept)), key=lambda at: kept[at].first - kept[at - 1].last)
        kept[at - 1 : at + 1] = [Powers(kept[at - 1].first, kept[at].last)]
    if not kept:
        return None
    room = _room(kept, width, unit)
    steps = [last - first for first, last in kept]
    shares = [least + (room - least * len(kept)) * step // sum(steps) for step in steps]
    shares[steps.index(max(steps))] += room - sum(shares)
    segments: list[Segment] = []
    start = MARGIN_LEFT * unit
    for powers, cells in zip(kept, shares, strict=True):
        segments.append(Segment(powers, start, cells))
        start += cells + BREAK * unit
    return NumberAxis(width, tuple(segments), unit)


def _room(stretches: Sequence[Powers], width: int, unit: int) -> int:
    after = max(MARGIN_RIGHT * unit, len(power_name(stretches[-1].last)) * unit - 1)
    return width - after - (MARGIN_LEFT + BREAK * (len(stretches) - 1)) * unit
