"""Dates in digits: "2024-12-19", "19.12.2024", "12/19/2024", "19-Dec-2024", "031400Z MAY 31"."""

import re

from kursk_tui.english.dates.calendar_words import (
    DAYS_OF_A_MONTH,
    MONTHS,
    SHORT_MONTHS,
    is_joined,
)
from kursk_tui.english.dates.partial_date import PartialDate, checked
from kursk_tui.english.tokens import Token, glued

_NUMERIC = re.compile(
    r"(?P<a>\d{4}|\d{1,2})(?P<mark>[-./])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{4}|\d{1,2})"
)
_DOTTED = re.compile(r"\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}")
_GROUP = re.compile(r"[0-3]\d[0-2]\d[0-5]\d")
_LAST_YEAR = 2999
_YEAR = len("2024")


def numeric_date(tokens: list[Token], at: int) -> PartialDate | None:
    """Read "2024-12-19", "19.12.2024" and "12/19/2024", but not "5/6/2024"."""
    last = at
    if not _DOTTED.fullmatch(tokens[at].text):
        last = at + 4
        row = tokens[at : last + 1]
        if len(row) < 5 or row[1].text not in "/-" or not all(map(glued, row, row[1:])):
            return None
    following = tokens[last : last + 3]
    if is_joined(following) and len(following[2].text) < _YEAR:
        return None
    found = _NUMERIC.fullmatch("".join(token.text for token in tokens[at : last + 1]))
    if found is None or (len(found["a"]) == 4) == (len(found["c"]) == 4):
        return None
    mark, first, second, third = found["mark"], *map(int, found.group("a", "b", "c"))
    year = first if len(found["a"]) == 4 else third
    if year > _LAST_YEAR or (year == third and max(first, second) not in DAYS_OF_A_MONTH):
        return None  # a telephone number
    if year == first:
        return checked(PartialDate(at, last, first, second, third))
    dates = [checked(PartialDate(at, last, third, second, first))]
    if mark != "." and first != second:  # the United States print the month first
        dates.append(checked(PartialDate(at, last, third, first, second)))
    existing = [date for date in dates if date.exists]
    return existing[0] if len(existing) == 1 else None if existing else dates[0]


def date_with_marks(tokens: list[Token], at: int) -> PartialDate | None:
    """Read "19-Dec-2024" and "19/Dec/2024"."""
    row = tokens[at : at + 5]
    if len(row) < 5 or row[1].text not in "/-‑" or row[1].text != row[3].text:
        return None
    if not all(map(glued, row, row[1:])) or not row[0].text.isdecimal() or len(row[0].text) > 2:
        return None
    month = MONTHS.get(row[2].lower) or SHORT_MONTHS.get(row[2].lower)
    if month is None or len(row[4].text) != _YEAR or not row[4].text.isdecimal():
        return None
    return checked(PartialDate(at, at + 4, int(row[4].text), month, int(row[0].text)))


def date_time_group(tokens: list[Token], at: int) -> PartialDate | None:
    """Read "031400Z MAY 31": the day, the time and the zone, the month and the year."""
    row = tokens[at : at + 4]
    if len(row) < 4 or not _GROUP.fullmatch(row[0].text) or not glued(row[0], row[1]):
        return None
    month = MONTHS.get(row[2].lower) or SHORT_MONTHS.get(row[2].lower)
    year = row[3].text
    if len(row[1].text) > 1 or month is None or not re.fullmatch(r"(?:20)?\d\d", year):
        return None
    return checked(PartialDate(at, at + 3, 2000 + int(year) % 100, month, int(row[0].text[:2])))
