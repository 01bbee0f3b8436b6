"""What a later statement of an origin does to an earlier one."""

from typing import Literal, NamedTuple

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.counts import Order
from kursk_tui.counting.statements import Statement

Step = Literal[
    "repeats",
    "relayed otherwise",
    "says again",
    "update",
    "correction",
    "went down",
    "other count",
]
"""What a later statement is to an earlier one of the same origin.

A total that grows cannot go down, so a lower one is a correction or counts in another way.
"""

Direction = Literal["higher", "lower", "higher, as printed", "lower, as printed"]
"""How the number moved: as the intervals force it, or only as it is printed."""


class Said(NamedTuple):
    """The days on which a statement may have been made, as Gregorian ordinals."""

    first: float
    last: float

    def same_day(self, other: "Said") -> Answer:
        """Return whether both are the same day."""
        if self.last < other.first or other.last < self.first:
            return "no"
        return "yes" if self.first == self.last == other.first == other.last else "maybe"


class Succession(NamedTuple):
    """What a later statement does, and how the number moved.

    It is not certain if the days of the two leave their order open, or if it is not stated that
    both count the same.
    """

    step: Step
    direction: Direction | None = None
    certain: bool = True


def succession(
    earlier: Statement, later: Statement, said: tuple[Said, Said], order: Order
) -> Succession | None:
    """Return what a later statement of an origin does to an earlier one.

    None if the two count different things, such as the killed and the wounded of one report, or
    the killed of two days.
    """
    same_day = said[0].same_day(said[1])
    there = order.parts(earlier.count, later.count)
    back = order.parts(later.count, earlier.count)
    if "no" in (there.period, back.period) and there.period == back.period:
        return None
    if there.categories == back.categories == "no":
        return None
    named = (*there.without_period, *back.without_period)
    certain = "maybe" not in named and same_day != "maybe"
    if earlier.count.categories != later.count.categories or "no" in named:
        return None if same_day == "yes" else Succession("other count", None, same_day != "maybe")
    if earlier.says_the_same_as(later):
        return Succession("says again" if same_day == "no" else "repeats", None, certain)
    if same_day == "yes":
        return Succession("relayed otherwise", None, certain)
    if there.period == back.period == "yes":
        return Succession("correction", _direction(earlier, later), certain)
    certain = certain and "yes" in (there.period, back.period)
    lower = _below(later, earlier)
    if lower and there.period == "yes":
        return Succession("went down", "lower", certain)
    return Succession("update", _direction(earlier, later), certain)


def _direction(earlier: Statement, later: Statement) -> Direction | None:
    if _below(earlier, later):
        return "higher"
    if _below(later, earlier):
        return "lower"
    if not (earlier.has_number and later.has_number):
        return None
    before, now = earlier.values, later.values
    bests = earlier.interval.best, later.interval.best
    if earlier.qualifier == later.qualifier and before == now and None not in bests:
        before, now = (bests[0] or 0,), (bests[1] or 0,)
    if before == now:
        return None
    return "higher, as printed" if before < now else "lower, as printed"


def _below(one: Statement, other: Statement) -> bool:
    """Return whether all numbers of a statement are below those of another."""
    upper, lower = one.interval.upper, other.interval.lower
    return upper is not None and lower is not None and upper < lower
