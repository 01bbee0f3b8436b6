"""Grades: how well a figure, date, likelihood or confidence meets a predicate."""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from itertools import chain
from typing import TypeVar

from kursk_tui.model import Interval
from kursk_tui.query.answer import Answer
from kursk_tui.query.bitsets import bits

T = TypeVar("T")


class Grade(IntEnum):
    """The outcome for one value of a claim; the outcome of the claim is the highest of these."""

    NO = 0
    UNSTATED = 1
    POSSIBLE = 2
    MATCH = 3


def graded(
    claims_by_value: Mapping[T, Iterable[int]], grade: Callable[[T], Grade], count: int
) -> Answer:
    """Return the answer over `count` claims; for claims without a value it is "not stated".

    Each value is graded once, for all claims that have it.
    """
    claims: dict[Grade, list[Iterable[int]]] = {outcome: [] for outcome in Grade}
    for value, numbers in claims_by_value.items():
        claims[grade(value)].append(numbers)
    no, unstated, match_or_possible, match = (
        bits(chain.from_iterable(claims[outcome]), count) for outcome in Grade
    )
    possible = match_or_possible & ~match
    known = match | possible | no & ~unstated
    return Answer(match, possible, ((1 << count) - 1) & ~known)


def grade_interval(have: Interval, asked: Interval) -> Grade:
    """Return the grade of the interval that the words of a figure establish."""
    if have.within(asked):
        return Grade.MATCH
    return Grade.POSSIBLE if have.meets(asked) else Grade.NO


def grade_event(have: str | None, asked: str) -> Grade:
    """Return the grade of the id of an event; a figure without one states nothing."""
    if have is None:
        return Grade.UNSTATED
    return Grade.MATCH if have.lower() == asked else Grade.NO
