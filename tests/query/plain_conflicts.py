"""A second way to find contradictions: every pair of statements, compared on its own."""

from collections.abc import Iterable, Sequence
from itertools import permutations
from math import inf
from typing import Literal

from kursk_tui.model import Briefing
from kursk_tui.query.conflicts import statements_of
from kursk_tui.query.counts import within
from kursk_tui.query.statement import Statement

Tier = Literal["fits", "may", "conflict"]


def tier(one: Statement, other: Statement) -> Tier:
    """Return what two statements are to each other."""
    return max(_over(one, other), _over(other, one), key=("fits", "may", "conflict").index)


def _over(one: Statement, other: Statement) -> Tier:
    """Return whether a statement is too high to be within another, or denies it."""
    answer = within(one.counted, other.counted).answer
    if answer == "no" or one.claim == other.claim:
        return "fits"
    above, certainly = _above(one, other)
    if certainly and answer == "yes":
        return "conflict"
    return "may" if above and one.who != other.who else "fits"


def _above(one: Statement, other: Statement) -> tuple[bool, bool]:
    """Return whether two statements may be opposed, and whether they are for certain.

    `one` counts what is within the count of `other`.
    """
    if one.denied != other.denied:
        denial, assertion = (one, other) if one.denied else (other, one)
        denied, said = denial.reach, assertion.reach
        # "Not 100 or more" limits what is within, "not 100 or fewer" what is around.
        limits = denied.high < inf if denial is one else denied.low > -inf
        shared = max(denied.low, said.low) <= min(denied.high, said.high)
        inside = denied.low <= said.least and said.most <= denied.high
        same = denial.figure.interval == assertion.figure.interval
        return limits and shared, inside or same
    if one.denied:
        return False, False
    return one.reach.low > other.reach.high, one.reach.least > other.reach.most


def tiers(statements: Sequence[Statement]) -> dict[tuple[int, int], Tier]:
    """Return the highest tier of each statement, by claim and part."""
    found: dict[tuple[int, int], Tier] = {(one.claim, one.part): "fits" for one in statements}
    for one, other in permutations(statements, 2):
        place = one.claim, one.part
        found[place] = max(found[place], tier(one, other), key=("fits", "may", "conflict").index)
    return found


def plain_uncompared(statements: Sequence[Statement]) -> set[tuple[int, int]]:
    """Return the statements that are compared with none of their measure in another claim."""
    pairs = [
        (one, other)
        for one, other in permutations(statements, 2)
        if one.claim != other.claim and one.figure.measure == other.figure.measure
    ]
    compared = {(one.claim, one.part) for one, other in pairs if _is_compared(one, other)}
    return {(one.claim, one.part) for one, _ in pairs} - compared


def _is_compared(one: Statement, other: Statement) -> bool:
    if one.counted == other.counted and one.counted.is_exact:
        return True
    answers = {within(one.counted, other.counted).answer, within(other.counted, one.counted).answer}
    return one.who != other.who and answers != {"no"}


def contested(briefing: Briefing) -> dict[int, Literal["certainly", "perhaps"]]:
    """Return the claims that other origins contradict, or may."""
    statements = statements_of(briefing)
    certainly = set(_claims_in(statements, known=True))
    perhaps = set(_claims_in(statements, known=False)) - certainly
    return {**dict.fromkeys(perhaps, "perhaps"), **dict.fromkeys(certainly, "certainly")}


def _claims_in(statements: Sequence[Statement], *, known: bool) -> Iterable[int]:
    for one, other in permutations(statements, 2):
        found = tier(one, other) if one.who != other.who else "fits"
        both = one.origin is not None and other.origin is not None
        if (found == "conflict" and both) if known else found != "fits":
            yield one.claim
