"""The ends of periods, by which a search finds those that are within others, or may be."""

from collections.abc import Iterable
from math import inf
from typing import Literal, NamedTuple

from kursk_tui.counting.periods import Period

Days = tuple[float, float]
"""Two ends: a period is within another if neither the first is lower nor the second higher."""

Kind = Literal["not stated", "plain", "read", "strength"] | Period
"""A kind of periods; a period whose days are not stated is only within itself."""


class Ends(NamedTuple):
    """The kind of a period, and its ends: within others, within a reading, and around others."""

    kind: Kind
    within: Days
    within_read: Days
    around: Days

    @property
    def exact(self) -> tuple[Kind, Days] | None:
        """What is equal for equal periods; None if they are perhaps not within each other."""
        first, last = self.within_read if self.kind == "read" else self.within
        if first < self.around[0] or last > self.around[1]:
            return None
        return "plain" if self.kind == "read" else self.kind, self.within


class EndsOfAll(NamedTuple):
    """The ends of the periods of several statements, by position."""

    kinds: list[Kind | None]
    within: list[Days]
    within_read: list[Days]
    around: list[Days]

    @classmethod
    def of(cls, ends: Iterable[Ends | None]) -> "EndsOfAll":
        """Return the ends of periods; those without have no kind."""
        found = cls([], [], [], [])
        for kind, within, within_read, around in (one or _NO_ENDS for one in ends):
            found.kinds.append(kind)
            found.within.append(within)
            found.within_read.append(within_read)
            found.around.append(around)
        return found


_NO_ENDS = None, (0, 0), (0, 0), (0, 0)

Kinds = tuple[tuple[Kind, ...], tuple[Kind, ...]]
"""The kinds of periods that are within others, and those of the others."""

KINDS_PERHAPS: tuple[Kinds, ...] = (
    (("plain", "read", "not stated"), ("plain", "not stated")),
    (("plain", "read", "not stated"), ("read",)),
    (("strength", "not stated"), ("strength",)),
    (("strength",), ("not stated",)),
)
KINDS_CERTAINLY: tuple[Kinds, ...] = (
    (("plain", "read"), ("plain",)),
    (("plain", "read"), ("read",)),
    (("strength",), ("strength",)),
)


def ends_perhaps(period: Period | None, *, trusts_readings: bool) -> Ends:
    """Return the ends by which a period may be within others, or around them."""
    if period is None:
        return Ends("not stated", (inf, -inf), (inf, -inf), (-inf, inf))
    within_read = period.end_max, period.end_min
    if period.read_since is not None and not trusts_readings:
        return Ends("read", within_read, within_read, (period.read_since, period.end_max))
    kind: Kind = "strength" if period.strength else "plain"
    within = period.start_max, period.end_min
    return Ends(kind, within, within_read, (period.start_min, period.end_max))


def ends_certainly(period: Period | None, *, trusts_readings: bool) -> Ends | None:
    """Return the ends by which a period is certainly within others; None if it never is."""
    if period is None:
        return None
    if period.words is not None:
        return Ends(period, (0, 0), (0, 0), (0, 0))
    within = period.start_min, period.end_max
    within_read = period.end_max, period.end_max
    if period.read_since is None:
        kind: Kind = "strength" if period.strength else "plain"
        return Ends(kind, within, within_read, (period.start_max, period.end_min))
    if not trusts_readings:
        return None
    return Ends("read", within, within_read, (period.read_since, period.end_min))
