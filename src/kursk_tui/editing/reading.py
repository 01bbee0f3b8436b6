"""Read a number in the words around it, as drafting does."""

from typing import NamedTuple

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.vocabulary import Qualifier


class StatedNumber(NamedTuple):
    """A number with its qualifier: its span in the text, and the values as printed.

    A range whose ends are approximate has no values: "around 30 to 40".
    """

    start: int
    end: int
    qualifier: Qualifier
    values: tuple[int, ...]


def number_at(text: str, start: int, end: int) -> StatedNumber | None:
    """Return the first number that shares a character with a span of a text, or None.

    The span of the result includes the words that qualify the number.
    """
    sentence = AnnotatedSentence.of(text)
    for quantity in sentence.quantities:
        first, last = sentence.span(quantity.first, quantity.last)
        if not (first < end and start < last):
            continue
        if quantity.is_loose_range:
            return StatedNumber(first, last, "no number", ())
        if values := quantity.printed:
            return StatedNumber(first, last, quantity.qualifier, values)
    return None
