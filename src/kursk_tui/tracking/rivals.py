"""Rivals: statements of other origins that contradict a statement, or may."""

from collections.abc import Container, Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from kursk_tui.counting.comparison import Comparison, compare, may_differ, needed_reach
from kursk_tui.counting.counts import Order
from kursk_tui.counting.known_answers import KnownAnswers, NumberedCount
from kursk_tui.counting.reach import reach_of
from kursk_tui.tracking.statements import Place, Told

SEARCHED = 200
"""The most statements before a statement, and after it, that it is compared with."""

NAMED = 5
"""The most rivals of a statement that are named; others are counted."""


class Rival(NamedTuple):
    """A statement of another origin that contradicts one, or may."""

    told: Told
    comparison: Comparison


class Rivals(NamedTuple):
    """The nearest rivals of a statement, and the number of the others.

    The certain ones are first, then those that are near in time.
    """

    named: Sequence[Rival] = ()
    others: int = 0


def rivals_among(one: Told, others: Iterable[Told], order: Order) -> Iterator[Rival]:
    """Yield the statements, among those of other origins, that contradict one, or may.

    An origin that is not stated may be the same.
    """
    for other in others:
        if may_differ(one.statement, other.statement):
            comparison = compare(one.statement, other.statement, order)
            if comparison.relation == "contradicts" and None in (one.origin, other.origin):
                comparison = comparison._replace(relation="may contradict")
            if comparison.relation in ("contradicts", "may contradict"):
                yield Rival(other, comparison)


def nearness(one: Told, rival: Rival) -> tuple[bool, float, float]:
    """Return the order of rivals: certain ones first, then those near in time, then by reach."""
    needed = rival.comparison.needed
    return (
        rival.comparison.relation != "contradicts",
        _days_between(rival.told.said.last, one.said.last),
        -needed.ratio if needed is not None else 0.0,
    )


def _days_between(one: float, other: float) -> float:
    """Return how far two days are apart; two that are not stated are not."""
    return 0 if one == other else abs(one - other)


class _Side(NamedTuple):
    """What a comparison needs of a statement: its numbers, certain ones and those on paper."""

    printed_low: float
    printed_high: float
    low: float
    high: float
    day: float
    who: frozenset[str | int]
    is_named: bool
    counted: NumberedCount


Found = tuple[bool, float, int]
"""Whether a rival is only a possible one, how many days it is away, and its position."""


class RivalSearch:
    """Finds the rivals of statements among those near them; `told` are in the order of days.

    Those that have `ended` no longer stand, and have no rivals.
    """

    def __init__(
        self, told: Sequence[Told], order: Order, ended: Container[Place] = frozenset()
    ) -> None:
        self._told = told
        self._order = order
        self._stands = [one.place not in ended for one in told] if ended else [True] * len(told)
        self._answers = KnownAnswers(order)
        self._sides: list[_Side | None] = [None] * len(told)

    def of(self, at: int) -> Rivals:
        """Return the rivals of the statement at a position, among those near it."""
        near = range(max(0, at - SEARCHED), min(len(self._told), at + SEARCHED + 1))
        found = self.among(at, near)
        named = self.nearest(at, found, NAMED)
        return Rivals(named, len(found) - len(named))

    def among(self, at: int, positions: Iterable[int]) -> list[Found]:
        """Return the rivals of the statement at a position, among those at some positions."""
        one = self._side(at)
        found: list[Found] = []
        for number in positions if self._stands[at] else ():
            other = self._sides[number] or self._side(number)
            if one.printed_low > other.printed_high or one.low > other.high:
                is_certain = self._is_certain(one, other)
            elif other.printed_low > one.printed_high or other.low > one.high:
                is_certain = self._is_certain(other, one)
            else:
                continue
            is_rival = is_certain is not None and self._stands[number]
            if is_rival and one.who.isdisjoint(other.who):
                found.append((not is_certain, _days_between(other.day, one.day), number))
        return found

    def _is_certain(self, low: _Side, high: _Side) -> bool | None:
        """Return whether a higher number certainly contradicts one above it; None if it fits."""
        answer = self._answers.within(low.counted, high.counted)
        if answer == "no":
            return None
        return answer == "yes" and low.low > high.high and low.is_named and high.is_named

    def nearest(self, at: int, found: Sequence[Found], most: int) -> list[Rival]:
        """Return the first rivals in the order of nearness, in which the reach comes last."""
        if not found:
            return []
        near = map(self._told.__getitem__, sorted(self._first(at, found, most)))
        one = self._told[at]
        rivals = rivals_among(one, near, self._order)
        return sorted(rivals, key=lambda rival: nearness(one, rival))[:most]

    def _first(self, at: int, found: Sequence[Found], most: int) -> list[int]:
        """Return the positions of the first rivals, without a full comparison.

        In a single document all are equally near in time, and their reach alone decides.
        """
        is_possible, days, _ = nsmallest(most, found)[-1]
        last = is_possible, days
        sooner = [number for *key, number in found if tuple(key) < last]
        others = [number for *key, number in found if tuple(key) == last]
        if is_possible:  # certain ones need no reach
            others.sort(key=lambda number: self._ratio(at, number), reverse=True)
        return [*sooner, *others[: most - len(sooner)]]

    def _ratio(self, at: int, number: int) -> float:
        """Return the ratio of the reach that two statements need, as `compare` finds it."""
        one, other = self._side(at), self._side(number)
        low, high = self._told[at].statement, self._told[number].statement
        if one.low > other.high or other.low > one.high:
            return 0.0
        if one.printed_low <= other.printed_high:
            low, high = high, low
        needed = needed_reach(low, high)
        return needed.ratio if needed is not None else 0.0

    def _side(self, at: int) -> _Side:
        found = self._sides[at]
        if found is None:
            told = self._told[at]
            counted = self._answers.numbered(told.statement.count)
            self._sides[at] = found = _Side(
                *reach_of(told.statement),
                told.said.last,
                told.all_who,
                told.origin is not None,
                counted,
            )
        return found
