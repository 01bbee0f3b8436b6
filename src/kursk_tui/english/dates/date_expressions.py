"""One date as written: day, month, season, year, weekday, or words such as "last year"."""

from dataclasses import dataclass, replace

from kursk_tui.english.dates.calendar_words import (
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    bare,
    day_at,
    month_at,
    weekday_at,
    year_at,
)
from kursk_tui.english.lexicon import lexicon, word_set, word_values
from kursk_tui.english.number_words import UNITS
from kursk_tui.english.tokens import Token, glued

_MODIFIERS = word_set("calendar", "words", "modifiers")
_BEFORE_YEAR = word_set("calendar", "words", "before_year")
_PARTS_OF_DAY = word_set("calendar", "words", "parts_of_day")
_VAGUE = word_set("calendar", "words", "vague")
_COUNTED = word_set("calendar", "words", "counted")
_RELATIVE_DAYS = word_values("calendar", "relative_days")
_SHIFTS = word_values("calendar", "shifts")
_DAYS = 31
_OPENERS = frozenset(
    {
        *(MONTHS | SHORT_MONTHS | WEEKDAYS | SHORT_WEEKDAYS | SEASONS),
        *(_MODIFIERS | _RELATIVE_DAYS.keys() | _SHIFTS.keys() | UNITS.keys()),
    }
)
"""Words that a date can begin with."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date as written, tokens `first` to `last`. What is not written is None.

    `shift` is -1, 0 or 1 for last, this and next `of` what is named: year, month, week, day,
    weekday.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    weekday: int | None = None
    shift: int | None = None
    of: str = ""
    decade: bool = False


def may_begin(token: Token) -> bool:
    """Return whether a date can begin with a token; most cannot."""
    return token.kind == "number" or (token.kind == "word" and bare(token) in _OPENERS)


def point_at(tokens: list[Token], at: int) -> Point | None:
    """Return the date that begins at a token, or None."""
    token = tokens[at]
    if not may_begin(token):
        return None
    point = _plain_point(tokens, at)
    if point is None and token.lower in _MODIFIERS:
        skip = at + (2 if at + 1 < len(tokens) and tokens[at + 1].text in "-–‑" else 1)
        inner = _plain_point(tokens, skip) if skip < len(tokens) else None
        if inner is not None and inner.day is None and inner.weekday is None and not inner.of:
            return replace(inner, first=at)
    return point


def _plain_point(tokens: list[Token], at: int) -> Point | None:
    if tokens[at].kind == "number":
        return _in_digits(tokens, at)
    return _in_words(tokens, at) if may_begin(tokens[at]) else None


def _in_digits(tokens: list[Token], at: int) -> Point | None:
    # A date in digits has a year, or a word after the day.
    if len(tokens[at].text) <= 2 and not (at + 1 < len(tokens) and tokens[at + 1].is_word):
        return None
    for way in (_numeric, _day_first, _ago, _year):
        if (point := way(tokens, at)) is not None:
            return point
    return None


def _in_words(tokens: list[Token], at: int) -> Point | None:
    for way in (_with_weekday, _month_first, _season, _relative):
        if (point := way(tokens, at)) is not None:
            return point
    return None


def _numeric(tokens: list[Token], at: int) -> Point | None:
    """Read "2024-12-19" and "19.12.2024"."""
    if len(tokens[at].text) < 3:
        return None
    row = tokens[at : at + 5]
    text = "".join(token.text for token in row)
    near = len(row) == 5 and all(map(glued, row, row[1:]))
    if near and len(text) == 10 and text[4] == text[7] == "-":
        digits = text.replace("-", "")
        if digits.isdecimal():
            return _checked(Point(at, at + 4, int(digits[:4]), int(digits[4:6]), int(digits[6:])))
    row = row[:3]
    text = "".join(token.text for token in row)
    if len(row) == 3 and all(map(glued, row, row[1:])) and text.count(".") == 2:
        day, month, year = text.split(".")
        if day.isdecimal() and month.isdecimal() and year.isdecimal() and len(year) == 4:
            return _checked(Point(at, at + 2, int(year), int(month), int(day)))
    return None


def _with_weekday(tokens: list[Token], at: int) -> Point | None:
    shift = _SHIFTS.get(tokens[at].lower) if tokens[at].lower in ("last", "this", "next") else None
    start = at + (shift is not None)
    found = weekday_at(tokens, start)
    if found is None:
        return None
    weekday, length = found
    after = start + length
    for skip in (after, after + 1):
        if skip > after and not (after < len(tokens) and tokens[after].text in (",", "(")):
            break
        if skip + 1 < len(tokens) and tokens[skip].lower == "the":
            skip += 1
        date = _day_first(tokens, skip) or _month_first(tokens, skip)
        if date is not None and date.day is not None:
            return replace(date, first=start, weekday=weekday)
    if [token.lower for token in tokens[after : after + 2]] == ["last", "week"]:
        return Point(at, after + 1, weekday=weekday, shift=-1, of="weekday of a week")
    if after < len(tokens) and tokens[after].lower in _PARTS_OF_DAY:
        after += 1
    return Point(at, after - 1, weekday=weekday, shift=shift)


def _day_first(tokens: list[Token], at: int) -> Point | None:
    day = day_at(tokens, at)
    if day is None:
        return None
    after = at + day[1]
    if after < len(tokens) and tokens[after].lower == "of":
        after += 1
    month = month_at(tokens, after)
    if month is None:
        return None
    return _checked(_with_year(tokens, Point(at, after + month[1] - 1, None, month[0], day[0])))


def _month_first(tokens: list[Token], at: int) -> Point | None:
    shift = _SHIFTS.get(tokens[at].lower) if at < len(tokens) else None
    start = at + (shift is not None)
    month = month_at(tokens, start)
    if month is None:
        return None
    after = start + month[1]
    day = day_at(tokens, after)
    if day is not None and shift is None and not counts(tokens, after + day[1]):
        last = after + day[1] - 1
        return _checked(_with_year(tokens, Point(at, last, None, month[0], day[0])))
    point = Point(
        at, after - 1, month=month[0], shift=shift, of="month name" if shift is not None else ""
    )
    return _with_year(tokens, point)


def counts(tokens: list[Token], at: int) -> bool:
    """Return whether the number before a token is a count: "In January 20 soldiers died"."""
    words = lexicon()
    return at < len(tokens) and bool(
        words.people.starting(tokens, at) or tokens[at].lower in _COUNTED
    )


def _with_year(tokens: list[Token], point: Point) -> Point:
    """Add the year that follows a month or day: "2024", ", 2024", "this year"."""
    after = point.last + 1
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
        if point.day is None and year_at(tokens, after) is not None:
            closed = after + 1 < len(tokens) and tokens[after + 1].text in ",.;)"
            if not closed:
                return point
    elif after < len(tokens) and tokens[after].lower == "of":
        after += 1
    year = year_at(tokens, after)
    if year is not None and not counts(tokens, after + 1):
        return replace(point, last=after, year=year)
    if after + 1 < len(tokens) and tokens[after + 1].lower == "year":
        shift = _SHIFTS.get(tokens[after].lower)
        if shift is not None:
            return replace(point, last=after + 1, shift=shift, of="year")
    return point


def _season(tokens: list[Token], at: int) -> Point | None:
    shift = _SHIFTS.get(tokens[at].lower) if tokens[at].lower in ("last", "this", "next") else None
    start = at + (shift is not None)
    season = SEASONS.get(tokens[start].lower) if start < len(tokens) else None
    if season is None:
        return None
    after = start + 1
    if after < len(tokens) and tokens[after].lower == "of":
        after += 1
    year = year_at(tokens, after)
    if year is not None:
        return Point(at, _past_second_year(tokens, after, year), year, season=season)
    return Point(at, start, season=season, shift=shift, of="season") if shift is not None else None


def _past_second_year(tokens: list[Token], at: int, year: int) -> int:
    """Return the last token of "2024–25", which names one winter, or of "2024"."""
    row = tokens[at : at + 3]
    if len(row) == 3 and row[1].text in "-–/" and all(map(glued, row, row[1:])):
        if row[2].text == f"{(year + 1) % 100:02}":
            return at + 2
    return at


def _relative(tokens: list[Token], at: int) -> Point | None:
    word = bare(tokens[at])
    if word in _RELATIVE_DAYS:
        return Point(at, at, shift=_RELATIVE_DAYS[word], of="day")
    if word in ("last", "this", "next") and at + 1 < len(tokens):
        unit = tokens[at + 1].lower
        before = tokens[at - 1].lower if at else ""
        if unit in ("year", "month", "week") and before not in ("the", "over", "for", "of"):
            return Point(at, at + 1, shift=_SHIFTS[word], of=unit)
        if unit in ("year", "month") and before == "of":
            return Point(at, at + 1, shift=_SHIFTS[word], of=unit)
    return _ago(tokens, at)


def _ago(tokens: list[Token], at: int) -> Point | None:
    """Read "two days ago" and "3 months ago"; "about two days ago" gives no date."""
    unit, ago = (tokens[at + 1].lower, tokens[at + 2].lower) if at + 2 < len(tokens) else ("", "")
    unit = unit.removesuffix("s")
    if ago != "ago" or unit not in ("day", "month", "year"):
        return None
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    count = UNITS.get(word, int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not count or before in _VAGUE or (unit == "day" and count > _DAYS):
        return None
    return Point(at, at + 2, shift=-count, of=unit)


def _year(tokens: list[Token], at: int) -> Point | None:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if len(token.text) == 4 and token.text.isdecimal() and token.text[3] == "0":
        if after is not None and after.lower == "s" and glued(token, after):
            return Point(at, at + 1, int(token.text), decade=True)
    year = year_at(tokens, at)
    before = tokens[at - 1].lower if at else ""
    if year is None or before not in _BEFORE_YEAR or counts(tokens, at + 1):
        return None
    if after is not None and lexicon().things.starting(tokens, at + 1):
        return None
    return Point(at, at, year)


def _checked(point: Point) -> Point | None:
    """Return the date if such a day exists."""
    if point.month is None or not 1 <= point.month <= 12:
        return None
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[point.month - 1]
    leap = point.year is None or (
        point.year % 4 == 0 and (point.year % 100 or not point.year % 400)
    )
    if point.day == 29 and point.month == 2 and not leap:
        return None
    return point if point.day is None or 1 <= point.day <= longest else None
