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


def _never() -> bool:
    return False


class StandingStatement(NamedTuple):
    """A statement that stands, with its origin; `sure` is false under a term of likelihood.

    `origin` is the number of its claim if the claim names no origin, and `is_named` is then false.
    `is_corrected` is whether a later statement perhaps corrects it; it is asked of few statements,
    as the answer takes long.
    """

    statement: Statement
    origin: Hashable
    sure: bool = True
    is_named: bool = True
    is_corrected: Callable[[], bool] = _never


def floor(asked: Count, statements: Iterable[StandingStatement], order: Order) -> Bounds:
    """Return the lower bounds of a count that is asked for, the highest first.

    The statements must stand: no corrected, withdrawn or denied ones, and asserted as fact.
    """

    def answer(count: Count) -> Answer:
        return order.answers(count, asked)

    return _bounds(statements, lambda interval: interval.lower, answer, sign=1)


def ceiling(asked: Count, statements: Iterable[StandingStatement], order: Order) -> Bounds:
    """Return the upper bounds of a count that is asked for, the lowest first.

    Unlike in a floor, a part that the question leaves open is not stated: an upper bound of a part
    of the time bounds no total.
    """

    def answer(count: Count) -> Answer:
        return order.within(asked, count)

    return _bounds(statements, lambda interval: interval.upper, answer, sign=-1)


def _bounds(
    statements: Iterable[StandingStatement],
    end: Callable[[Interval], int | None],
    answer: Callable[[Count], Answer],
    *,
    sign: int,
) -> Bounds:
    """Return the best bound of each origin.

    A claim that names no origin may have any, also one of those before it. So it is in a chain
    only if it comes first.
    """
    certain: dict[Hashable, int] = {}
    possible: dict[Hashable, int] = {}
    answers = lru_cache(maxsize=None)(answer)
    for number, one in _best_first(statements, end, sign):
        if one.origin in certain or (certain and not one.is_named):
            continue
        found = answers(one.statement.count)
        if found == "yes" and one.sure and not one.is_corrected():
            certain[one.origin] = number
        elif found != "no" and not certain and (one.is_named or not possible):
            possible.setdefault(one.origin, number)
    best = next(iter(certain.values()), None)
    better = {origin: number for origin, number in possible.items() if number != best}
    return Bounds(_chain(certain), _chain(better))


def _best_first(
    statements: Iterable[StandingStatement], end: Callable[[Interval], int | None], sign: int
) -> list[tuple[int, StandingStatement]]:
    """Return the bounds that statements establish, the best first."""
    found = (
        (number, one)
        for one in statements
        if one.statement.has_number and (number := end(one.statement.interval)) is not None
    )
    return sorted(found, key=lambda entry: -sign * entry[0])


def _chain(best: dict[Hashable, int]) -> list[Bound]:
    return [Bound(number, origin) for origin, number in best.items()]
