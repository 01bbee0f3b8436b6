"""Read a number in the words around it, as drafting does."""

from typing import NamedTuple

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.vocabulary import NumberQualifier


class StatedNumber(NamedTuple):
    """A number with its qualifier: its span in the text, and the values as printed."""

    start: int
    end: int
    qualifier: NumberQualifier
    values: tuple[int, ...]


def number_at(text: str, start: int, end: int) -> StatedNumber | None:
    """Return the first number that shares a character with a span of a text, or None.

    The span of the result includes the words that qualify the number.
    """
    sentence = AnnotatedSentence.of(text)
    for quantity in sentence.quantities:
        first, last = sentence.span(quantity.first, quantity.last)
        if first < end and start < last and (values := _values(quantity)):
            return StatedNumber(first, last, quantity.qualifier, values)
    return None


def _values(quantity: Quantity) -> tuple[int, ...]:
    if quantity.qualifier == "magnitude":
        found: tuple[int | None, ...] = (quantity.number.unit,)
    else:
        lower, upper, best = quantity.bounds
        match quantity.qualifier:
            case "between":
                found = (lower, upper)
            case "at least" | "more than":
                found = (lower,)
            case "at most" | "less than":
                found = (upper,)
            case _:
                found = (best,)
    return tuple(value for value in found if value is not None)
