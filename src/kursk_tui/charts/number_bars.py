"""What the words of a figure allow, as a bar on an axis of numbers, and what a query asks of it."""

from collections.abc import Sequence
from math import inf
from typing import Literal, NamedTuple

from kursk_tui.charts.number_axis import NumberAxis
from kursk_tui.model import Interval

_TAIL = 2
"""The characters that show on a side that an approximate number is without a bound."""

End = Literal["bound", "open", "approximate"]
"""How a bar ends: at a number of the words, open, or around an approximate number."""


class NumberBar(NamedTuple):
    """The cells of a figure: those of its bar, and that of its number if it is not a bound.

    The point of an exact number is its whole bar. A point between two bounds is the best value.
    """

    first: int
    last: int
    start: End
    end: End
    point: int | None = None

    @property
    def is_range(self) -> bool:
        """Whether the bar has two bounds, which may have a best value between them."""
        return self.first < self.last and (self.start, self.end) == ("bound", "bound")


def number_bar(interval: Interval, axis: NumberAxis) -> NumberBar | None:
    """Return the bar of an interval, or None if it has neither bounds nor a number."""
    lower, upper, best = interval.lower, interval.upper, interval.best
    if best is not None:
        at = axis.cell(best)
        tail = _TAIL * axis.unit
        if lower is not None and upper is not None:
            return NumberBar(axis.cell(lower), axis.cell(upper), "bound", "bound", at)
        first = max(0, at - tail) if lower is None else at
        last = min(axis.width - 1, at + tail) if upper is None else at
        start: End = "approximate" if lower is None else "bound"
        end: End = "approximate" if upper is None else "bound"
        return NumberBar(first, last, start, end, at)
    if lower is None and upper is None:
        return None
    last = axis.cell(inf if upper is None else upper)
    first = axis.cell(lower or 0)  # no count is below zero
    if lower is None and first == last:
        first = axis.cell(-inf)
    return NumberBar(
        first,
        last,
        "open" if lower is None else "bound",
        "open" if upper is None else "bound",
    )


def limits(asked: Sequence[tuple[float, float]], axis: NumberAxis) -> tuple[int, ...]:
    """Return the cells of the limits of the numbers that a query asks for."""
    cells: set[int] = set()
    for low, high in asked:
        if low > 0:
            cells.add(axis.cell(low))
        if high < inf:
            cells.add(axis.cell(high))
    return tuple(sorted(cells))


def reach(bar: NumberBar, asked: Sequence[tuple[float, float]], axis: NumberAxis) -> NumberBar:
    """Return the bar of a possible match, with a tail as long as to be seen beyond a limit.

    An approximate number has no bound, so what is asked may be far from it.
    """
    if bar.point is None:
        return bar
    first, last, tail = bar.first, bar.last, _TAIL * axis.unit
    for low, high in asked:
        if bar.end == "approximate" and axis.cell(low) >= bar.point and low > 0:
            last = max(last, min(axis.width - 1, axis.cell(low) + tail))
        if bar.start == "approximate" and axis.cell(high) <= bar.point:
            first = min(first, max(0, axis.cell(high) - tail))
    return bar._replace(first=first, last=last)


def part_asked(
    bar: NumberBar, asked: Sequence[tuple[float, float]], axis: NumberAxis
) -> frozenset[int]:
    """Return the cells of a bar that a query asks for: at least one, if need be at a limit."""
    inside: set[int] = set()
    within: set[int] = set()
    for low, high in asked:
        first = axis.cell(low) if low > 0 else bar.first - 1
        last = axis.cell(high) if high < inf else bar.last + 1
        inside.update(range(max(first + 1, bar.first), min(last - 1, bar.last) + 1))
        within.update(range(max(first, bar.first), min(last, bar.last) + 1))
    if bar.point is not None:
        inside.discard(bar.point)
    return frozenset(inside or within)
