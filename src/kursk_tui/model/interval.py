"""Intervals of whole numbers: what the words of a figure establish, and what they leave open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """Whole numbers from `lower` to `upper`, both inclusive; None means unbounded.

    `best` is the printed value where the words give one without bounding it on that side
    ("around 11,000"), or the best estimate between two bounds. Counts are never negative, but the
    document does not state that as a bound, so `lower` stays None.
    """

    lower: int | None = None
    upper: int | None = None
    best: int | None = None

    def within(self, other: "Interval") -> bool:
        """Return whether every count in this interval is in `other`."""
        low_in = other.lower is None or (self.lower or 0) >= other.lower
        high_in = other.upper is None or (self.upper is not None and self.upper <= other.upper)
        return low_in and high_in

    def meets(self, other: "Interval") -> bool:
        """Return whether the two intervals have a count in common."""
        low = max(self.lower or 0, other.lower or 0)
        highs = [high for high in (self.upper, other.upper) if high is not None]
        return not highs or low <= min(highs)
