"""A logarithmic axis of numbers from bottom to top, in lines."""

from collections.abc import Iterable, Iterator
from math import floor, log10
from typing import NamedTuple


class CountAxis(NamedTuple):
    """An axis of powers of ten, from `low` at the bottom line to `high` at the top line, 0."""

    low: int
    high: int
    height: int

    def line_of(self, number: int) -> int:
        """Return the line of a number, counted from the top; 0 is at the bottom."""
        power = log10(number) if number > 0 else self.low
        share = (power - self.low) / (self.high - self.low)
        return round((1 - min(1.0, max(0.0, share))) * (self.height - 1))

    @property
    def powers(self) -> Iterator[tuple[int, int]]:
        """The powers of ten on the axis, each with its line."""
        return ((power, self.line_of(10**power)) for power in range(self.low, self.high + 1))


def fit_count_axis(numbers: Iterable[int], height: int) -> CountAxis | None:
    """Return an axis for some numbers; None if there are none. It has at least one decade."""
    found = [number for number in numbers if number > 0]
    if not found:
        return None
    low = floor(log10(min(found)))
    return CountAxis(low, max(low + 1, floor(log10(max(found))) + 1), height)
