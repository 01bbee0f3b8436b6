"""A second way to find contradictions: every pair of statements, compared on its own."""

from collections.abc import Iterable, Sequence
from itertools import permutations
from math import inf
from typing import Literal

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.comparison import compare
from kursk_tui.counting.counts import Order
from kursk_tui.model import Briefing
from kursk_tui.query.statements import compared_in
from kursk_tui.tracking.statements import Place, Told

Tier = Literal["fits", "may", "conflict"]

READ = Order(trusts_readings=False)
"""The order of counts in a single briefing."""

_TIERS: dict[str, Tier] = {"contradicts": "conflict", "may contradict": "may"}


def statements_of(briefing: Briefing) -> Sequence[Told]:
    """Return the figures of a briefing that are compared."""
    return compared_in(briefing).statements


def tier(one: Told, other: Told, order: Order = READ) -> Tier:
    """Return what two statements are to each other."""
    if not one.all_who.isdisjoint(other.all_who):
        return "fits"
    denied = [told.figure.modality == "denied" for told in (one, other)]
    if denied == [False, False]:
        return _TIERS.get(compare(one.statement, other.statement, order).relation, "fits")
    if denied == [True, True]:
        return "fits"
    return _denial(one, other, order) if denied[0] else _denial(other, one, order)


def _denial(denial: Told, assertion: Told, order: Order) -> Tier:
    """Return what a denial is to an assertion, number by number.

    The denied numbers are those that are printed; “about” and “nearly” may mean others.
    """
    here, there = denial.statement.count, assertion.statement.count
    inward, outward = order.within(there, here), order.within(here, there)
    first, last = _printed(denial)
    low, high = _printed(assertion)
    allowed = assertion.statement.interval
    least = -inf if allowed.lower is None else allowed.lower
    most = inf if allowed.upper is None else allowed.upper
    all_denied = first <= least and most <= last
    if all_denied or denial.statement.says_the_same_as(assertion.statement):
        answers: list[Answer] = [min(inward, outward, key=("no", "maybe", "yes").index)]
        answers += [inward] if last == inf else []
        answers += [outward] if first == -inf else []
        if "yes" in answers:
            return "conflict"
    limits = (inward != "no" and first > -inf) or (outward != "no" and last < inf)
    return "may" if limits and max(first, low) <= min(last, high) else "fits"


def _printed(told: Told) -> tuple[float, float]:
    """Return the numbers on paper; “about” also means a little less, and “nearly” only that."""
    one = told.statement
    low = -inf if one.printed_low is None else one.printed_low
    high = inf if one.printed_high is None else one.printed_high
    if one.qualifier in ("about", "nearly"):
        return low - 0.5, high - 0.5 * (one.qualifier == "nearly")
    return low, high


def tiers(statements: Sequence[Told], order: Order = READ) -> dict[Place, Tier]:
    """Return the highest tier of each statement, by claim and part."""
    found: dict[Place, Tier] = {one.place: "fits" for one in statements}
    for one, other in permutations(statements, 2):
        here = tier(one, other, order)
        found[one.place] = max(found[one.place], here, key=("fits", "may", "conflict").index)
    return found


def plain_uncompared(statements: Sequence[Told], order: Order = READ) -> set[Place]:
    """Return the statements that are compared with none, but have one of their measure."""
    alike = {
        one.place
        for one, other in permutations(statements, 2)
        if one.claim != other.claim and one.figure.measure == other.figure.measure
    }
    return alike - set(_compared(statements, order))


def _compared(statements: Sequence[Told], order: Order) -> Iterable[Place]:
    for one, other in permutations(statements, 2):
        found = compare(one.statement, other.statement, order).relation
        if one.all_who.isdisjoint(other.all_who) and found != "not comparable":
            yield one.place


def contested(
    briefing: Briefing, order: Order = READ
) -> dict[int, Literal["certainly", "perhaps", "no"]]:
    """Return the claims that other origins contradict, or may, or do not; others are left out."""
    statements = statements_of(briefing)
    comparable = {claim for claim, _ in _compared(statements, order)}
    certainly = set(_claims_in(statements, order, known=True))
    perhaps = set(_claims_in(statements, order, known=False)) - certainly
    return {
        **dict.fromkeys(comparable, "no"),
        **dict.fromkeys(perhaps, "perhaps"),
        **dict.fromkeys(certainly, "certainly"),
    }


def _claims_in(statements: Sequence[Told], order: Order, *, known: bool) -> Iterable[int]:
    for one, other in permutations(statements, 2):
        found = tier(one, other, order)
        both = one.origin is not None and other.origin is not None
        if (found == "conflict" and both) if known else found != "fits":
            yield one.claim
