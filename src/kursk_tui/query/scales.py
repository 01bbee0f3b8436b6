"""Places on a scale, and grades: how far a claim answers what was asked of it."""

from collections.abc import Callable, Iterable

from kursk_tui.query.answer import Answer, bits
from kursk_tui.query.error import QueryError
from kursk_tui.query.index import Index
from kursk_tui.query.tree import Atom, Compare, Range, Value

NO, UNSTATED, POSSIBLE, MATCH = range(4)
"""The grades of one figure, date or likelihood of a claim; a claim has the highest of its own."""


def graded(grades: Iterable[tuple[int, int]], index: Index) -> Answer:
    """Return the best grade of each claim; claims without one do not state the thing asked."""
    best: dict[int, int] = {}
    for number, grade in grades:
        best[number] = max(grade, best.get(number, NO))
    size = len(index.claims)
    match, possible, no = (
        bits((number for number, grade in best.items() if grade == wanted), size)
        for wanted in (MATCH, POSSIBLE, NO)
    )
    return Answer(match, possible, index.everything & ~(match | possible | no))


def stated(numbers: Iterable[int], index: Index) -> Answer:
    """Return the answer to `field:*`: these claims state it, the others do not match."""
    return Answer(match=bits(numbers, len(index.claims)))


def ends(
    value: Value, first: Callable[[Atom], int], last: Callable[[Atom], int] | None = None
) -> tuple[int | None, int | None]:
    """Return the lowest and highest place a value asks for, both included; None is open.

    `first` and `last` give the lowest and highest place of an atom on a discrete scale; without
    `last`, an atom has one place. Raises QueryError for a range that runs backwards.
    """
    last = last or first
    match value:
        case Atom():
            return first(value), last(value)
        case Compare(operator=">=", atom=atom):
            return first(atom), None
        case Compare(operator=">", atom=atom):
            return last(atom) + 1, None
        case Compare(operator="<=", atom=atom):
            return None, last(atom)
        case Compare(operator="<", atom=atom):
            return None, first(atom) - 1
        case Range(low=low, high=high):
            lowest = first(low) if low else None
            highest = last(high) if high else None
            if low and high and lowest is not None and highest is not None and lowest > highest:
                raise backwards(low, high)
            return lowest, highest
    raise TypeError("not a place on a scale")


def backwards(low: Atom, high: Atom) -> QueryError:
    """Return the error of a range whose low end is above its high end."""
    message = f"this range runs backwards, from {low} to {high}"
    return QueryError(message, low.span[0], high.span[1], f"{high}..{low}")
