"""Floors and ceilings: the bounds that statements establish for a count."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from kursk_tui.counting.answers import Answer
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


class Attributed(Protocol):
    """A statement with its origin; None if its claim names no origin.

    `rests_on` is what a bound rests on. `is_sure` is false under a term of likelihood.
    """

    @property
    def statement(self) -> Statement:
        """The statement."""

    @property
    def origin(self) -> str | None:
        """The origin."""

    @property
    def rests_on(self) -> Hashable:
        """The origin, all origins together, or the claim without one."""

    @property
    def is_sure(self) -> bool:
        """Whether it is stated without a term of likelihood."""


_Stated = TypeVar("_Stated", bound=Attributed)


def _never(_: object) -> bool:
    return False


def floor(
    statements: Iterable[tuple[_Stated, Answer]],
    is_corrected: Callable[[_Stated], bool] = _never,
) -> Bounds:
    """Return the lower bounds of a count that is asked for, the highest first.

    Each statement comes with whether its count is within that count. All must stand: none is
    corrected, withdrawn or denied, and all are asserted as fact. `is_corrected` is whether a later
    statement perhaps corrects one; it is asked of few, as the answer takes long.
    """
    return _bounds(statements, lambda interval: interval.lower, is_corrected, sign=1)


def ceiling(
    statements: Iterable[tuple[_Stated, Answer]],
    is_corrected: Callable[[_Stated], bool] = _never,
) -> Bounds:
    """Return the upper bounds of a count that is asked for, the lowest first.

    Each statement comes with whether its count contains that count; otherwise as in a floor.
    """
    return _bounds(statements, lambda interval: interval.upper, is_corrected, sign=-1)


def _bounds(
    statements: Iterable[tuple[_Stated, Answer]],
    end: Callable[[Interval], int | None],
    is_corrected: Callable[[_Stated], bool],
    *,
    sign: int,
) -> Bounds:
    """Return the best bound of each origin.

    A claim that names no origin may have any, also one of those before it. So it is in a chain
    only if it comes first.
    """
    certain: dict[Hashable, int] = {}
    possible: dict[Hashable, int] = {}
    for number, one, answer in _best_first(statements, end, sign):
        is_named = one.origin is not None
        if (certain and not is_named) or one.rests_on in certain:
            continue
        if answer == "yes" and one.is_sure and not is_corrected(one):
            certain[one.rests_on] = number
        elif not certain and (is_named or not possible):
            possible.setdefault(one.rests_on, number)
    best = next(iter(certain.values()), None)
    better = {origin: number for origin, number in possible.items() if number != best}
    return Bounds(_chain(certain), _chain(better))


def _best_first(
    statements: Iterable[tuple[_Stated, Answer]],
    end: Callable[[Interval], int | None],
    sign: int,
) -> list[tuple[int, _Stated, Answer]]:
    """Return the bounds that statements establish, if their counts allow it, the best first."""
    found = [
        (number, statement, answer)
        for statement, answer in statements
        if answer != "no"
        and (number := end(statement.statement.interval)) is not None
        and statement.statement.has_number
    ]
    return sorted(found, key=lambda entry: -sign * entry[0])


def _chain(best: Mapping[Hashable, int]) -> list[Bound]:
    return [Bound(number, origin) for origin, number in best.items()]
