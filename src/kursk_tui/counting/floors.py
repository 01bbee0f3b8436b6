"""The floor and the ceiling of a question: the bounds that statements establish for a count."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.statements import Statement


class Bound(NamedTuple):
    """A bound of a count, and the origin whose statement establishes it."""

    number: int
    origin: Hashable


class Bounds(NamedTuple):
    """The bounds of a count, each with what would hold without the origins before it.

    `certain` begins with the best bound. `possible` are better bounds, of statements that perhaps
    do not count what is asked for, or that are themselves uncertain.
    """

    certain: Sequence[Bound]
    possible: Sequence[Bound]


class Told(NamedTuple):
    """A statement with its origin; `sure` is false under a term of likelihood."""

    statement: Statement
    origin: Hashable
    sure: bool = True


def floor(asked: Count, statements: Iterable[Told], order: Order) -> Bounds:
    """Return the lower bounds of a count that is asked for, the highest first.

    The statements must stand: no corrected, withdrawn or denied ones, and asserted as fact.
    """

    def bound(told: Told) -> tuple[int | None, Answer]:
        return told.statement.interval.lower, order.answers(told.statement.count, asked)

    return _bounds(statements, bound, sign=1)


def ceiling(asked: Count, statements: Iterable[Told], order: Order) -> Bounds:
    """Return the upper bounds of a count that is asked for, the lowest first."""

    def bound(told: Told) -> tuple[int | None, Answer]:
        return told.statement.interval.upper, order.within(asked, told.statement.count)

    return _bounds(statements, bound, sign=-1)


def _bounds(
    statements: Iterable[Told],
    bound: Callable[[Told], tuple[int | None, Answer]],
    *,
    sign: int,
) -> Bounds:
    certain: dict[Hashable, int] = {}
    possible: dict[Hashable, int] = {}
    for told in statements:
        number, answer = bound(told)
        if number is None or answer == "no" or not told.statement.has_number:
            continue
        best = certain if answer == "yes" and told.sure else possible
        best[told.origin] = max(sign * number, best.get(told.origin, sign * number))
    chain = _in_order(certain, sign)
    best_certain = sign * chain[0].number if chain else None
    better = {
        origin: number
        for origin, number in possible.items()
        if best_certain is None or number > best_certain
    }
    return Bounds(chain, _in_order(better, sign))


def _in_order(best: dict[Hashable, int], sign: int) -> list[Bound]:
    found = sorted(best.items(), key=lambda entry: -entry[1])
    return [Bound(sign * number, origin) for origin, number in found]
