"""Interpret the values of fields: one word, one of several choices, or the ends of a range."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from kursk_tui.query.error import QueryError, brief, nearest
from kursk_tui.query.field import SimpleValue
from kursk_tui.query.syntax.tree import Atom, Compare, Range, Stated

Choice = TypeVar("Choice", bound=str)


def one_word(field: str, value: SimpleValue) -> Atom:
    """Return the value of a field that takes no comparison, range or `*`. Raises QueryError."""
    match value:
        case Atom():
            return value
        case Stated(span=span):
            raise QueryError(f"{field}: needs a value here", *span)
        case Compare(atom=atom) | Range(low=Atom() as atom) | Range(high=Atom() as atom):
            message = f"{field}: takes one value, not a range or comparison"
            raise QueryError(f"{message}; put quotes around text", *atom.span)
    raise TypeError("a range without ends")


def choice(field: str, atom: Atom, choices: Sequence[Choice]) -> Choice:
    """Return the choice that an atom names, in any case. Raises QueryError."""
    name = " ".join(atom.text.lower().split())
    for known in choices:
        if known == name:
            return known
    suggestion = nearest(name, choices)
    message = f"{field}: cannot be “{brief(atom.text)}”"
    if suggestion is None:
        message += f"; it can be {', '.join(choices)}"
    raise QueryError(message, *atom.span, suggestion)


def bounds(
    value: SimpleValue, first: Callable[[Atom], int], last: Callable[[Atom], int] | None = None
) -> tuple[int | None, int | None]:
    """Return the lowest and highest position of a value, both inclusive; None is an open end.

    `first` and `last` return the lowest and highest position of an atom on a discrete scale;
    without `last`, an atom has one position. Raises QueryError for a range that runs backwards.
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
    raise TypeError("not a position on a scale")


def backwards(low: Atom, high: Atom) -> QueryError:
    """Return the error for a range whose low end is above its high end."""
    message = f"this range runs backwards, from {brief(low)} to {brief(high)}"
    return QueryError(message, low.span[0], high.span[1], f"{high}..{low}")
