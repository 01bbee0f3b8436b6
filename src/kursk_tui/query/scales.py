"""Places on a scale, and grades: how far a claim answers what was asked of it. Measures."""

import re
from collections.abc import Callable, Iterable

from kursk_tui.briefing import Interval
from kursk_tui.query.answer import Answer, bits
from kursk_tui.query.error import QueryError
from kursk_tui.query.index import Index
from kursk_tui.query.tree import Atom, Compare, Range, Stated, Term, Value

_NUMBER = re.compile(r"(\d{1,15}|\d{1,3}(?:[,_]\d{3}){1,4})([km])?", re.IGNORECASE)
_THOUSANDS = {"": 1, "k": 1_000, "m": 1_000_000}

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


def _number(atom: Atom) -> int:
    """Return the whole number an atom writes, such as `1000`, `1,000` or `1k`.

    Raises QueryError.
    """
    found = _NUMBER.fullmatch(atom.text)
    if not found:
        message = f"'{atom.text}' is not a whole number; write 1000, 1,000 or 1k"
        raise QueryError(message, *atom.span)
    digits, suffix = found.group(1), found.group(2) or ""
    return int(digits.replace(",", "").replace("_", "")) * _THOUSANDS[suffix.lower()]


def answer_measure(index: Index, term: Term, value: Value) -> Answer:
    """Answer a measure, such as `killed:>=100`."""
    figures = index.figures.get(term.field, [])
    if isinstance(value, Stated):
        return stated((claim for claim, _ in figures), index)
    low, high = ends(value, _number)
    asked = Interval(low, high)
    return graded(((claim, _grade_interval(have, asked)) for claim, have in figures), index)


def _grade_interval(have: Interval, asked: Interval) -> int:
    if have.within(asked):
        return MATCH
    return POSSIBLE if have.meets(asked) else NO
