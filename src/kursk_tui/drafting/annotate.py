"""Annotate the sentences of a text for the rules of drafting."""

import datetime

from kursk_tui.drafting import layout
from kursk_tui.drafting.errors import NotDraftableError
from kursk_tui.drafting.figures.triggers import find_triggers
from kursk_tui.drafting.figures.zeros import zeros
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_expressions import partial_date_at
from kursk_tui.english.tokens import tokenize


def annotate(
    text: str, start: int, end: int, *, quoted: bool = False, outbreak: bool = False
) -> Sentence:
    """Return a sentence with its dates, its quantities (with reported zeros) and its triggers.

    `quoted` means that it begins inside quotation marks, and `outbreak` that the text has named a
    disease before.
    """
    sentence = Sentence.of(text, start, end, quoted=quoted)
    sentence.outbreak = outbreak
    found = [zero for zero in zeros(sentence) if not _is_number(sentence, zero.first)]
    if found:
        inside = {at for zero in found for at in range(zero.first, zero.last + 1)}
        counts = [quantity for quantity in sentence.quantities if quantity.first not in inside]
        sentence.set_quantities(sorted([*counts, *found], key=lambda one: one.first))
    find_triggers(sentence)
    return sentence


def _is_number(sentence: Sentence, at: int) -> bool:
    """Return whether a number begins at a token, but not "one" in "not even one"."""
    nth = sentence.quantity_at.get(at)
    return nth is not None and sentence.quantities[nth].number.value != 1


def parse_day(text: str | None) -> datetime.date | None:
    """Return the day that `text` gives as YYYY-MM-DD; raise NotDraftableError if it is invalid."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise NotDraftableError(f"“{text}” is not a day; write it as 2024-12-19") from None


def day_of(text: str, part: layout.Part | None) -> datetime.date | None:
    """Return the day that a date line states in full, or None."""
    if part is None:
        return None
    tokens = tokenize(text, part.start, part.end)
    for at in range(len(tokens)):
        partial = partial_date_at(tokens, at)
        if partial is None or not partial.exists:
            continue
        if partial.year and partial.month and partial.day:
            return datetime.date(partial.year, partial.month, partial.day)
    return None
