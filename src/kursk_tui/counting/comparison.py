"""What two statements say about each other."""

from typing import Literal, NamedTuple

from kursk_tui.counting.counts import Order
from kursk_tui.counting.reach import reach_of
from kursk_tui.counting.statements import Statement

Relation = Literal[
    "contradicts", "may contradict", "fits", "no number to compare", "not comparable"
]
"""What the numbers of two statements are to each other."""

_GRAVITY: dict[Relation, int] = {"contradicts": 2, "may contradict": 1, "fits": 0}


class Needed(NamedTuple):
    """The reach that one of two statements would need for both to be right.

    The number `printed` of one would have to reach `number`, which the other has.
    """

    printed: int
    number: int

    @property
    def ratio(self) -> float:
        """How far the larger of the two numbers is from the smaller; 1 if both are 0."""
        low, high = sorted((self.printed, self.number))
        return high / low if low else float(high + 1)


class Comparison(NamedTuple):
    """The relation of two statements; it is the same in either order.

    `needed` is the reach that an approximate number would need, in a possible contradiction.
    """

    relation: Relation
    needed: Needed | None = None


def compare(one: Statement, other: Statement, order: Order) -> Comparison:
    """Return what two statements say about each other."""
    found = [_facing(one, other, order), _facing(other, one, order)]
    comparable = [entry for entry in found if entry is not None]
    if not comparable:
        return Comparison("not comparable")
    if not (one.has_number and other.has_number):
        return Comparison("no number to compare")
    return max(comparable, key=lambda entry: _GRAVITY[entry.relation])


def may_differ(one: Statement, other: Statement) -> bool:
    """Return whether two statements can contradict each other, whatever they count.

    It saves the comparison of most statements.
    """
    mine, theirs = reach_of(one), reach_of(other)
    return not mine.overlaps(theirs) or mine.least > theirs.most or theirs.least > mine.most


def _facing(low: Statement, high: Statement, order: Order) -> Comparison | None:
    """Return what a count says about one that may contain it; None if it certainly does not.

    The number of the first can be at most that of the second.
    """
    answer = order.within(low.count, high.count)
    if answer == "no":
        return None
    mine, theirs = reach_of(low), reach_of(high)
    if mine.least > theirs.most:
        return Comparison("contradicts" if answer == "yes" else "may contradict")
    if mine.low > theirs.high:
        return Comparison("may contradict", needed_reach(low, high))
    return Comparison("fits")


def needed_reach(low: Statement, high: Statement) -> Needed | None:
    """Return the reach that an approximate number needs; None if neither is approximate.

    All printed numbers of the first are above those of the second.
    """
    below, above = high.printed_high, low.printed_low
    if below is None or above is None:
        return None
    if high.qualifier in ("about", "nearly"):
        return Needed(below, above)
    return Needed(above, below) if low.qualifier in ("about", "nearly") else None


def makes_certain(one: Statement, other: Statement, order: Order) -> bool:
    """Return whether a second statement is right wherever the first one is."""
    if not (one.has_number and other.has_number):
        return False
    up = order.within(one.count, other.count) == "yes"
    down = order.within(other.count, one.count) == "yes"
    if other.qualifier in ("about", "nearly"):
        return up and down and one.says_the_same_as(other)
    wanted, have = other.interval, one.interval
    least = wanted.lower or 0
    above = least == 0 or (up and (have.lower or 0) >= least)
    below = wanted.upper is None or (down and have.upper is not None and have.upper <= wanted.upper)
    return above and below
