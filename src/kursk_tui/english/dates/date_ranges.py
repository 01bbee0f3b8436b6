"""Dates of a sentence: days, months and years, and intervals between them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kursk_tui.english.dates.calendar_words import day_at, exists, year_at
from kursk_tui.english.dates.date_expressions import (
    is_counted,
    may_begin,
    partial_date_at,
)
from kursk_tui.english.dates.partial_date import PartialDate, checked
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import DASHES, Token, glued

_DAY_JOINS = ("to", "and", "through", "/")
_YEARS = (2000, 2001)
"""A leap year and another."""

_JOINS = DASHES | word_set("calendar", "words", "interval_joins")


@dataclass(frozen=True, slots=True)
class DateRange:
    """A date, or an interval from `start` to `end`, at tokens `first` to `last`.

    Before a part of a year or month, `first` is where the words of the part begin.
    """

    first: int
    last: int
    start: PartialDate
    end: PartialDate | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has both ends."""
        return self.start.exists and (self.end is None or self.end.exists)


def find_date_ranges(tokens: list[Token]) -> list[DateRange]:
    """Return the dates and intervals of a sentence, in order."""
    ranges: list[DateRange] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        found: DateRange | None = None
        if token.kind == "number":
            found = _days_first(tokens, at) or _date_or_range(tokens, at)
        elif may_begin(token):
            found = _date_or_range(tokens, at)
        if found is None:
            at += 1
        else:
            ranges.append(found)
            at = found.last + 1
    return ranges


def _days_first(tokens: list[Token], at: int) -> DateRange | None:
    """Read "14-16 December", "14 and 15 December", "the night of 14/15 December"."""
    day = day_at(tokens, at)
    if day is None:
        return None
    join = at + day[1]
    if join + 1 >= len(tokens) or tokens[join].lower not in (*DASHES, *_DAY_JOINS):
        return None
    end = partial_date_at(tokens, join + 1)
    if end is None or end.day is None or end.day <= day[0] or tokens[end.first].kind != "number":
        return None
    if tokens[join].text == "/" and end.day != day[0] + 1:
        return None
    if tokens[join].lower == "and" and end.day != day[0] + 1 and not _between(tokens, at):
        return None
    start = replace(end, first=at, last=at, day=day[0], weekday=None)
    return DateRange(at, end.last, start, end)


def _between(tokens: list[Token], at: int) -> bool:
    at -= at > 0 and tokens[at - 1].lower == "the"
    return at > 0 and tokens[at - 1].lower == "between"


def _date_or_range(tokens: list[Token], at: int) -> DateRange | None:
    start = partial_date_at(tokens, at)
    if start is None:
        return None
    join = start.last + 1
    if join + 1 < len(tokens) and start.part is None:
        word = tokens[join].lower
        if word in _JOINS or word == "/":
            end = _end(tokens, join + 1, start)
            if end is not None and _joins(tokens, start, end, word):
                shared = _shared(start, end)
                if not _is_reversed(*shared):
                    return DateRange(start.first, end.last, *shared)
    first = start.part.at if start.part is not None else start.first
    return DateRange(first, start.last, start)


def _end(tokens: list[Token], at: int, start: PartialDate) -> PartialDate | None:
    """Return the other end: a date, or a bare day or short year completed by the first."""
    if start.day is not None and start.year is None and tokens[start.last].kind != "word":
        day = day_at(tokens, at)
        if day is not None and day[0] > start.day and partial_date_at(tokens, at) is None:
            if is_counted(tokens, at + day[1]):  # December 19 and 20 soldiers
                return None
            last = at + day[1] - 1
            year = _year_after(tokens, last)
            end = replace(start, first=at, last=last, day=day[0], weekday=None)
            return checked(replace(end, last=year[1], year=year[0]) if year else end)
    if _only_year(start):
        if (year_number := year_at(tokens, at)) is not None:
            return PartialDate(at, at, year_number)
        text = tokens[at].text
        if len(text) == 2 and text.isdecimal() and glued(tokens[at - 1], tokens[at]):
            return PartialDate(at, at, (start.year or 0) // 100 * 100 + int(text))
    return partial_date_at(tokens, at)


def _year_after(tokens: list[Token], last: int) -> tuple[int, int] | None:
    at = last + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    year = year_at(tokens, at)
    return (year, at) if year is not None else None


def _only_year(partial: PartialDate) -> bool:
    return partial.year is not None and partial.month is None and partial.season is None


def _grain(partial: PartialDate) -> str:
    if partial.weekday is not None and partial.day is None:
        return "weekday"
    if partial.period and partial.period != "year":
        return partial.period
    if partial.day is not None:
        return "day"
    if partial.month is not None:
        return "month"
    return "season" if partial.season is not None else "year"


def _joins(tokens: list[Token], start: PartialDate, end: PartialDate, word: str) -> bool:
    """Return whether two dates are the ends of one interval, not two separate dates."""
    if _grain(start) != _grain(end) or start.period in ("day", "week"):
        return False
    if _grain(start) == "weekday" or start.decade:
        return False
    if _only_year(start) and (end.year or 0) <= (start.year or 0):
        return False
    if word == "/" and _only_year(start):
        return end.year == (start.year or 0) + 1  # the season 2029/30
    if word == "/":
        return _are_consecutive(start, end)
    if word == "and" and not _between(tokens, start.first):
        return _neighbours(start, end)
    return True


def _are_consecutive(start: PartialDate, end: PartialDate) -> bool:
    """Return whether two days follow each other, in some year: "the night of 30 April/1 May"."""
    for year in (start.year,) if start.year else _YEARS:
        days = [exists(year, one.month or 0, one.day or 0) for one in (start, end)]
        if all(days):
            first, last = (date(year, one.month or 1, one.day or 1) for one in (start, end))
            if last - first == timedelta(days=1):
                return True
    return (start.month, start.day, end.month, end.day) == (12, 31, 1, 1)


def _neighbours(start: PartialDate, end: PartialDate) -> bool:
    """Return whether "and" joins consecutive days or months, which make an interval."""
    if start.year is None and start.season and end.season:
        return end.season - start.season == 1
    if start.year is not None or start.month is None or end.month is None:
        return False
    if start.day is None:
        return end.month - start.month == 1
    return start.month == end.month and (end.day or 0) - start.day == 1


def _is_reversed(start: PartialDate, end: PartialDate) -> bool:
    """Return whether an interval ends before it begins, which makes it two dates."""
    if start.year is None or end.year is None or start.decade:
        return False
    parts = [(one.year, one.month or one.season or 0, one.day or 0) for one in (start, end)]
    return parts[0] > parts[1]


def _shared(start: PartialDate, end: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Give an end without a year the year of the other end."""
    if start.year is None and end.year is not None and not start.period:
        year = end.year
        if start.month and end.month and start.month > end.month:
            year -= 1  # from 28 December to 3 January 2025
        return replace(start, year=year), end
    if end.period == "year" and not start.period:
        return replace(start, shift=end.shift, period="year"), end
    if end.year is None and start.year is not None and not end.period:
        year = start.year + (bool(start.month and end.month and end.month < start.month))
        return start, replace(end, year=year)
    return start, end
