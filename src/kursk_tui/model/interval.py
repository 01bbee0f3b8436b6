"""Intervals of numbers: what the words of a figure pin down, and what they leave open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """Whole numbers from `lower` to `upper`, both included; None is an open end.

    `best` is the value as printed where the words give one without a bound ("around 11,000").
    The number counted is never negative, but that is not a stated bound: `lower` stays None.
    """

    lower: int | None = None
    upper: int | None = None
    best: int | None = None

    def within(self, other: "Interval") -> bool:
        """Whether every count this interval allows lies in `other`."""
        low_in = other.lower is None or (self.lower or 0) >= other.lower
        high_in = other.upper is None or (self.upper is not None and self.upper <= other.upper)
        return low_in and high_in

    def meets(self, other: "Interval") -> bool:
        """Whether some count lies in both."""
        low = max(self.lower or 0, other.lower or 0)
        highs = [high for high in (self.upper, other.upper) if high is not None]
        return not highs or low <= min(highs)
