"""Read a number in the words around it, as drafting does."""

from typing import NamedTuple

from kursk_tui.english.annotated_sentence import AnnotatedSentence
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
        if first < end and start < last and (values := quantity.printed):
            return StatedNumber(first, last, quantity.qualifier, values)
    return None
