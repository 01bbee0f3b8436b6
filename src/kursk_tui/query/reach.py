"""The numbers that the words of a figure leave room for, for comparing figures."""

from math import inf
from typing import NamedTuple

from kursk_tui.model import Figure


class Reach(NamedTuple):
    """The numbers of a figure: as printed from `low` to `high`, for certain from `least` to `most`.

    “About” is printed as a number, and has no certain bounds. A printed number that words only
    approach is half a step lower, so that “nearly 1,000” agrees with “about 1,000” and “nearly
    1,000”, and perhaps not with “1,000 or more”.
    """

    low: float
    high: float
    least: float
    most: float

    @property
    def is_approximate(self) -> bool:
        """Whether the printed numbers are not certain bounds."""
        return (self.low, self.high) != (self.least, self.most)

    def is_above(self, other: "Reach") -> bool:
        """Return whether the printed numbers are all above those of another figure."""
        return self.low > other.high

    def overlaps(self, other: "Reach") -> bool:
        """Return whether some printed number is also a printed number of another figure."""
        return self.low <= other.high and other.low <= self.high


def reach_of(figure: Figure) -> Reach:
    """Return the numbers that a figure with a number leaves room for."""
    have = figure.interval
    least = -inf if have.lower is None else have.lower
    most = inf if have.upper is None else max(have.upper, have.best or 0)
    if have.best is None or figure.qualifier in ("exactly", "between"):
        return Reach(least, most, least, most)
    high = have.best - 0.5 if figure.qualifier == "nearly" else have.best
    return Reach(have.best - 0.5, high, least, most)
