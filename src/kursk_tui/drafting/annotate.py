"""The drafting engine: a text goes in, items and rejections come out."""

import datetime

from kursk_tui.drafting import layout
from kursk_tui.drafting.errors import NotDraftableError
from kursk_tui.drafting.figures.triggers import find_hits
from kursk_tui.drafting.figures.zeros import zeros
from kursk_tui.english.annotated_sentence import Reading
from kursk_tui.english.dates.date_expressions import point_at
from kursk_tui.english.dates.date_ranges import datings
from kursk_tui.english.lexicon import Lexicon
from kursk_tui.english.numbers import numbers
from kursk_tui.english.qualifiers import quantities
from kursk_tui.english.ranges import ranges
from kursk_tui.english.tokens import tokenize


def read_sentence(text: str, start: int, end: int, words: Lexicon) -> Reading:
    """Return a sentence with its dates, quantities and triggers."""
    tokens = tokenize(text, start, end)
    reading = Reading(text, start, end, tokens, words)
    reading.dates = datings(tokens)
    reading.taken = [False] * len(tokens)
    for dating in reading.dates:
        for at in range(dating.first, dating.last + 1):
            reading.taken[at] = True
    found = quantities(tokens, ranges(numbers(tokens, reading.taken), tokens), words)
    reading.quantities = found
    _index(reading)
    nothing = [zero for zero in zeros(reading) if zero.first not in reading.quantity_at]
    inside = {at for zero in nothing for at in range(zero.first, zero.last + 1)}
    counts = [one for one in found if one.first not in inside]
    reading.quantities = sorted([*counts, *nothing], key=lambda one: one.first)
    _index(reading)
    find_hits(reading)
    return reading


def _index(reading: Reading) -> None:
    reading.quantity_at = {one.first: nth for nth, one in enumerate(reading.quantities)}
    reading.quantity_ends = {one.last for one in reading.quantities}


def parse_day(text: str | None) -> datetime.date | None:
    """Return the day that a caller gives as YYYY-MM-DD; raises NotDraftableError."""
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
        point = point_at(tokens, at)
        if point is not None and point.year and point.month and point.day:
            return datetime.date(point.year, point.month, point.day)
    return None
