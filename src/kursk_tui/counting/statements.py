"""Statements: numbers of things that are counted, as somebody printed them."""

from dataclasses import dataclass

from kursk_tui.counting.counts import Count
from kursk_tui.model import Interval
from kursk_tui.vocabulary import Qualifier


@dataclass(frozen=True, slots=True)
class Statement:
    """A number of what is counted, as printed.

    `values` has one number, or two for “between”, or none for “no number”.
    """

    count: Count
    qualifier: Qualifier
    values: tuple[int, ...]
    interval: Interval

    @property
    def has_number(self) -> bool:
        """Whether there is a number to compare; a magnitude such as “hundreds” is none."""
        return bool(self.values) and self.qualifier != "magnitude"

    @property
    def printed_low(self) -> int | None:
        """The lowest number on paper: the lower bound, or the number without bounds."""
        if self.qualifier in ("about", "nearly"):
            return self.values[0]
        return self.interval.lower

    @property
    def printed_high(self) -> int | None:
        """The highest number on paper: the upper bound, or the number without bounds."""
        if self.qualifier in ("about", "nearly"):
            return self.values[0]
        return self.interval.upper

    def says_the_same_as(self, other: "Statement") -> bool:
        """Return whether another statement has the same number with the same qualifier."""
        mine = self.qualifier, self.values, self.interval.best
        return mine == (other.qualifier, other.values, other.interval.best)
