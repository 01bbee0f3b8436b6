"""What two statements say about each other, by their positions among those that are compared."""

from typing import NamedTuple

from kursk_tui.counting.comparison import Needed, Relation, needed_reach
from kursk_tui.counting.denials import compare_denial
from kursk_tui.query.reasons import Doubt
from kursk_tui.query.statements import Compared
from kursk_tui.tracking.statements import Told


class Rival(NamedTuple):
    """A statement that contradicts another, or may, and why only perhaps.

    `approximate` is the one of the two whose number needs a reach for both to be right. `is_within`
    and `is_around` are whether its count is certainly within that of the other, and contains it.
    """

    statement: Told
    doubts: tuple[Doubt, ...]
    is_within: bool
    is_around: bool
    needed: Needed | None = None
    approximate: Told | None = None


def relation(compared: Compared, one: int, other: int) -> Relation:
    """Return what two statements say about each other; those of one origin always fit.

    Two denials leave open what is right.
    """
    denied = compared.denied
    if compared.share_origin(one, other) or (denied[one] and denied[other]):
        return "fits"
    if denied[one] or denied[other]:
        denial, assertion = (one, other) if denied[one] else (other, one)
        statements = compared.statements
        return compare_denial(
            statements[denial].statement, statements[assertion].statement, compared.order
        )
    low, high = _in_order(compared, one, other)
    mine, theirs = compared.reaches[low], compared.reaches[high]
    if mine.low <= theirs.high or (answer := compared.within(low, high)) == "no":
        return "fits"
    is_certain = answer == "yes" and mine.least > theirs.most
    return "contradicts" if is_certain else "may contradict"


def rival_of(compared: Compared, one: int, other: int) -> Rival:
    """Return what a second statement, which opposes a first one, is to it."""
    needed, approximate = reach_needed(compared, one, other), None
    if needed is not None:
        both = [compared.statements[at] for at in (one, other)]
        approximate = next(told for told in both if _is_approximate(told, needed))
    return Rival(
        compared.statements[other],
        doubts_about(compared, one, other),
        compared.within(other, one) == "yes",
        compared.within(one, other) == "yes",
        needed,
        approximate,
    )


def doubts_about(compared: Compared, one: int, other: int) -> tuple[Doubt, ...]:
    """Return why the higher of two numbers is only perhaps limited by the lower one."""
    pairs = [_in_order(compared, one, other)]
    if compared.denied[one] or compared.denied[other]:
        pairs = [(one, other), (other, one)]
    found = [compared.doubts(*pair) for pair in pairs if compared.within(*pair) != "no"]
    return min(found, key=len, default=())


def reach_needed(compared: Compared, one: int, other: int) -> Needed | None:
    """Return the reach that one of two approximate numbers needs for both to be right, if any."""
    if compared.denied[one] or compared.denied[other]:
        return None
    low, high = _in_order(compared, one, other)
    if compared.reaches[low].least > compared.reaches[high].most:
        return None
    return needed_reach(compared.statements[low].statement, compared.statements[high].statement)


def _in_order(compared: Compared, one: int, other: int) -> tuple[int, int]:
    """Return the statement with the higher numbers, then the one that cannot contain it."""
    is_higher = compared.reaches[one].low > compared.reaches[other].high
    return (one, other) if is_higher else (other, one)


def _is_approximate(told: Told, needed: Needed) -> bool:
    statement = told.statement
    return statement.qualifier in ("about", "nearly") and statement.values[0] == needed.printed
