"""A figure that is compared with others of the same measure."""

from collections.abc import Callable
from math import inf
from typing import NamedTuple

from kursk_tui.model import Figure
from kursk_tui.query.counts import Count
from kursk_tui.query.reach import Reach
from kursk_tui.query.rivals import Who

Origin = str | None
"""The id of the first source in a claim's chain, or None if no source is stated."""


class Statement(NamedTuple):
    """A figure that is compared: its claim, its index in that claim, and the claim's origin.

    `further` are other origins that make the same statement.
    """

    claim: int
    part: int
    origin: Origin
    figure: Figure
    counted: Count
    reach: Reach
    further: frozenset[str] = frozenset()

    @property
    def who(self) -> Who:
        """The origin; a claim without one may have any, so it counts as a source of its own.

        A claim with several origins has the first of them; see `shares_origin`.
        """
        return self.claim if self.origin is None else self.origin

    def shares_origin(self, other: "Statement") -> bool:
        """Return whether one origin makes both statements."""
        if self.who == other.who:
            return True
        if not (self.further or other.further):
            return False
        return not {self.origin, *self.further}.isdisjoint({other.origin, *other.further} - {None})

    @property
    def content(self) -> tuple[str, tuple[int, ...]]:
        """The number, whatever its words: "about 1,000" and "some 1,000" have the same."""
        return self.figure.qualifier, self.figure.values

    @property
    def denied(self) -> bool:
        """Whether the figure is denied."""
        return self.figure.modality == "denied"

    def days(self, *, contained: bool) -> tuple[float, float]:
        """Return two ends of the period: of a count that is within others, or that contains others.

        A count may be within another if its first end is not lower and its second not higher.
        """
        period = self.counted.period
        if contained:
            return period.start_max, period.end_min
        return period.start_min, period.end_max

    @property
    def limits_contained(self) -> bool:
        """Whether denying the numbers limits what the count contains: "not 100 or more" does.

        After "not 100 or fewer", a part of the count may still be lower.
        """
        return self.reach.low != -inf

    @property
    def limits_containing(self) -> bool:
        """Whether denying the numbers limits what contains the count."""
        return self.reach.high != inf


Source = Callable[[Statement], Who]
"""Returns what tells the statements apart that are compared: statements of one are not."""


def by_claim(statement: Statement) -> Who:
    """Return the claim: a source by which the statements of one origin are compared as well."""
    return statement.claim
