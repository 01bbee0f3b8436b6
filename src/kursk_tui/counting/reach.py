"""The numbers that the words of a figure leave room for, as ends of ranges to search."""

from math import inf
from typing import NamedTuple

from kursk_tui.counting.statements import Statement


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

    def overlaps(self, other: "Reach") -> bool:
        """Return whether some printed number is also a printed number of another figure."""
        return self.low <= other.high and other.low <= self.high

    def covers(self, other: "Reach") -> bool:
        """Return whether all numbers that another figure allows are printed numbers."""
        return self.low <= other.least and other.most <= self.high

    @property
    def denied(self) -> "Reach":
        """What is left if the numbers are denied, as far as it is a range: below, or above them."""
        least = self.high + 1 if self.low == -inf else -inf
        most = self.low - 1 if self.high == inf else inf
        return Reach(self.low, self.high, least, most)


_ANY = Reach(-inf, inf, -inf, inf)


def reach_of(statement: Statement) -> Reach:
    """Return the numbers that a statement leaves room for: any without a number."""
    if not statement.has_number:
        return _ANY
    have = statement.interval
    least = -inf if have.lower is None else have.lower
    most = inf if have.upper is None else have.upper
    if statement.qualifier not in ("about", "nearly"):
        return Reach(least, most, least, most)
    (printed,) = statement.values
    high = printed - 0.5 if statement.qualifier == "nearly" else printed
    return Reach(printed - 0.5, high, least, most)
