"""Parts of a year or month: "the first three months of 2029", "the second half of May"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from kursk_tui.english.dates.calendar_words import year_at
from kursk_tui.english.dates.partial_date import Part, PartialDate
from kursk_tui.english.lexicon import word_set, word_values
from kursk_tui.english.number_words import UNITS
from kursk_tui.english.tokens import Token, glued

ORDINALS = word_values("calendar", "ordinals")
"""Words for the place of a part, counted from 1, or from -1 at the end."""

EDGES = word_set("calendar", "words", "edges")
"""Nouns for the beginning, middle or end of a period."""

_DAYS_OF_A_WEEK = 7
_MONTHS_OF_A_YEAR = 12
_Units = tuple[Literal["month", "day"], int, int]
NUMBERED_PARTS = {"q": "quarter", "h": "half"}
"""Letters for a part of a year, before its number."""

_FRACTIONS = {"half": 2, "quarter": 4}


def part_at(
    tokens: list[Token], at: int, read: Callable[[list[Token], int], PartialDate | None]
) -> PartialDate | None:
    """Return the part of a year or month that begins at a token, or None.

    `read` reads the year or month.
    """
    nth = ORDINALS.get(tokens[at].lower)
    if nth is None:
        return None
    count = _count(tokens, at + 1)
    unit = at + 1 + (count is not None)
    if unit + 2 >= len(tokens) or tokens[unit + 1].lower != "of":
        return None
    whole = _whole(tokens, unit + 2, read)
    found = _part(whole, nth, count, tokens[unit].lower) if whole else None
    return replace(whole, part=Part(at, *found)) if whole and found else None


def numbered_part(tokens: list[Token], at: int) -> PartialDate | None:
    """Return the part of a year that "Q1 2031" or "H2 of 2030" names, or None."""
    parts = _FRACTIONS.get(NUMBERED_PARTS.get(tokens[at].lower, ""), 0)
    if not parts or at + 2 >= len(tokens) or not glued(tokens[at], tokens[at + 1]):
        return None
    nth, after = tokens[at + 1].text, at + 2
    after += tokens[after].lower == "of"
    year = year_at(tokens, after)
    if year is None or not nth.isdecimal() or not 1 <= int(nth) <= parts:
        return None
    months = _MONTHS_OF_A_YEAR // parts
    part = Part(at, "month", (int(nth) - 1) * months + 1, int(nth) * months)
    return PartialDate(at, after, year, part=part)


def _count(tokens: list[Token], at: int) -> int | None:
    word = tokens[at].lower if at < len(tokens) else ""
    return UNITS.get(word) or (int(word) if word.isdecimal() and len(word) < 3 else None)


def _whole(
    tokens: list[Token], at: int, read: Callable[[list[Token], int], PartialDate | None]
) -> PartialDate | None:
    """Return the year or month that a part belongs to: "2029", "last May", "the year"."""
    if [token.lower for token in tokens[at : at + 2]] in (["the", "year"], ["the", "month"]):
        return PartialDate(at, at + 1, shift=0, period=tokens[at + 1].lower)
    found = read(tokens, at)
    if found is None or found.day is not None or found.season is not None or found.decade:
        return None
    return found if _is_year(found) or _is_month(found) else None


def _is_year(partial: PartialDate) -> bool:
    named = partial.year is not None or partial.period == "year"
    return named and partial.month is None


def _is_month(partial: PartialDate) -> bool:
    return partial.month is not None or partial.period == "month"


def _part(whole: PartialDate, nth: int, count: int | None, unit: str) -> _Units | None:
    if unit in _FRACTIONS and count is None:
        return _fraction(whole, nth, _FRACTIONS[unit])
    unit = unit.removesuffix("s")
    if count is None:
        ends = (nth, nth)
    elif abs(nth) == 1 and count:
        ends = (1, count) if nth > 0 else (-count, -1)
    else:
        return None
    if unit == "month" and _is_year(whole) and max(map(abs, ends)) <= _MONTHS_OF_A_YEAR:
        return "month", *ends
    if unit == "week":
        first, last = ends
        before, after = (1, 0) if nth > 0 else (0, 1)
        days = (first - before) * _DAYS_OF_A_WEEK + before, (last + after) * _DAYS_OF_A_WEEK - after
        return "day", *days
    return ("day", *ends) if unit == "day" else None


def _fraction(whole: PartialDate, nth: int, of: int) -> _Units | None:
    place = nth if nth > 0 else of + nth + 1
    if not 1 <= place <= of:
        return None
    if _is_year(whole):
        months = _MONTHS_OF_A_YEAR // of
        return "month", (place - 1) * months + 1, place * months
    if of != len(("first", "second")):
        return None
    return ("day", 1, 15) if place == 1 else ("day", 16, -1)


def in_part(edtf: str | None, part: Part | None) -> str | None:
    """Return the part of a year or month in EDTF, or None if the year or month is not known."""
    if part is None or edtf is None:
        return edtf
    if edtf.startswith("XXXX-") and min(part.first, part.last) > 0 and part.unit == "day":
        ends = f"{edtf}-{part.first:02}", f"{edtf}-{part.last:02}"
        return ends[0] if ends[0] == ends[1] else "/".join(ends)
    if not edtf.replace("-", "").isdecimal():
        return None
    year, month = [*map(int, edtf.split("-")), 0][:2]
    if part.unit == "month":
        first, last = (nth if nth > 0 else nth + _MONTHS_OF_A_YEAR + 1 for nth in part[2:])
        ends = f"{edtf}-{first:02}", f"{edtf}-{last:02}"
    else:
        start, after = date(year, month or 1, 1), _after(year, month)
        ends = (_day(start, after, part.first), _day(start, after, part.last))
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def _after(year: int, month: int) -> date:
    """Return the day after a month, or after a year if the month is 0."""
    if month in (0, _MONTHS_OF_A_YEAR):
        return date(year + 1, 1, 1)
    return date(year, month + 1, 1)


def _day(start: date, after: date, nth: int) -> str:
    day = start + timedelta(nth - 1) if nth > 0 else after + timedelta(nth)
    return min(max(start, day), after - timedelta(1)).isoformat()
