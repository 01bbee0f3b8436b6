"""The floor and the ceiling of a question: the bounds that statements establish for a count."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.statements import Statement
from kursk_tui.model import Interval


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


class AttributedStatement(NamedTuple):
    """A statement with its origin; `sure` is false under a term of likelihood."""

    statement: Statement
    origin: Hashable
    sure: bool = True


def floor(asked: Count, statements: Iterable[AttributedStatement], order: Order) -> Bounds:
    """Return the lower bounds of a count that is asked for, the highest first.

    The statements must stand: no corrected, withdrawn or denied ones, and asserted as fact.
    """

    def answer(count: Count) -> Answer:
        return order.answers(count, asked)

    return _bounds(statements, lambda interval: interval.lower, answer, sign=1)


def ceiling(asked: Count, statements: Iterable[AttributedStatement], order: Order) -> Bounds:
    """Return the upper bounds of a count that is asked for, the lowest first.

    Unlike in a floor, a part that the question leaves open is not stated: an upper bound of a part
    of the time bounds no total.
    """

    def answer(count: Count) -> Answer:
        return order.within(asked, count)

    return _bounds(statements, lambda interval: interval.upper, answer, sign=-1)


def _bounds(
    statements: Iterable[AttributedStatement],
    end: Callable[[Interval], int | None],
    answer: Callable[[Count], Answer],
    *,
    sign: int,
) -> Bounds:
    certain: dict[Hashable, int] = {}
    possible: dict[Hashable, int] = {}
    answers = lru_cache(maxsize=None)(answer)
    for told in statements:
        number = end(told.statement.interval)
        if number is None or not told.statement.has_number:
            continue
        found = answers(told.statement.count)
        if found == "no":
            continue
        best = certain if found == "yes" and told.sure else possible
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
