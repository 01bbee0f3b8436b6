"""A single date as written: day, month, season, year, weekday, or words such as "last year"."""

from dataclasses import replace

from kursk_tui.english.dates.calendar_words import (
    DAYS_OF_A_MONTH,
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
from kursk_tui.english.dates.days_of_months import ORDINAL_DAYS, day_in_words, day_of_month
from kursk_tui.english.dates.numeric_dates import date_time_group, date_with_marks, numeric_date
from kursk_tui.english.dates.partial_date import PartialDate, checked
from kursk_tui.english.dates.parts_of_periods import (
    EDGES,
    NUMBERED_PARTS,
    ORDINALS,
    numbered_part,
    part_at,
)
from kursk_tui.english.dates.seasons import WHICH, season_at
from kursk_tui.english.function_words import DETERMINERS
from kursk_tui.english.lexicon import lexicon, word_set, word_values
from kursk_tui.english.number_words import UNITS
from kursk_tui.english.tokens import DASHES, Token, glued

_MODIFIERS = word_set("calendar", "words", "modifiers")
_BEFORE_YEAR = word_set("calendar", "words", "before_year").union(
    word_set("calendar", "words", "holidays")
)
_PARTS_OF_DAY = word_set("calendar", "words", "parts_of_day")
_EVENTS_WITH_A_YEAR = word_set("calendar", "words", "events_with_a_year")
_VAGUE = word_set("calendar", "words", "vague")
_COUNTED = word_set("calendar", "words", "counted")
_RELATIVE_DAYS = word_values("calendar", "relative_days")
_SHIFTS = word_values("calendar", "shifts")
_DAYS = 31
_LENGTH_OF_GROUP = len("031400")
_NO_WEEKDAY = word_set("calendar", "words", "no_weekday")
_ANY_DAY = range(100)
_OPENERS = frozenset(
    {
        *(MONTHS | SHORT_MONTHS | WEEKDAYS | SHORT_WEEKDAYS | SEASONS),
        *NUMBERED_PARTS,
        *ORDINAL_DAYS,
        *(_MODIFIERS | _RELATIVE_DAYS.keys() | _SHIFTS.keys() | UNITS.keys() | ORDINALS.keys()),
    }
)
"""Words that a date can begin with."""

_OPENERS_AS_WRITTEN = _OPENERS | {f"{word}'s" for word in _OPENERS}


def may_begin(token: Token) -> bool:
    """Return whether a date can begin with a token; most cannot."""
    return token.kind == "number" or token.lower in _OPENERS_AS_WRITTEN


def partial_date_at(tokens: list[Token], at: int) -> PartialDate | None:
    """Return the date that begins at a token, or None."""
    token = tokens[at]
    if not may_begin(token):
        return None
    partial = _plain(tokens, at)
    if partial is None and token.lower in _MODIFIERS:
        skip = at + (2 if at + 1 < len(tokens) and tokens[at + 1].text in "-–‑" else 1)
        inner = _plain(tokens, skip) if skip < len(tokens) else None
        if inner is not None and inner.day is None and inner.weekday is None and not inner.period:
            return replace(inner, first=at)
    return partial


def _plain(tokens: list[Token], at: int) -> PartialDate | None:
    if tokens[at].kind == "number":
        return _in_digits(tokens, at)
    return _in_words(tokens, at) if may_begin(tokens[at]) else None


def _in_digits(tokens: list[Token], at: int) -> PartialDate | None:
    # A date in digits has a year, or a word after the day.
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if len(tokens[at].text) == _LENGTH_OF_GROUP:
        return date_time_group(tokens, at)
    if len(tokens[at].text) <= 2 and not (after and (after.is_word or after.text in "/-")):
        return None
    for read in (numeric_date, date_with_marks, _day_first, day_of_month, _ago, _year):
        if (partial := read(tokens, at)) is not None:
            return partial
    return None


def _in_words(tokens: list[Token], at: int) -> PartialDate | None:
    if (day := day_in_words(tokens, at)) is not None:
        return _with_year(tokens, day)
    for read in (_part_of_period, numbered_part, _with_weekday, _month_first, season_at, _relative):
        if (partial := read(tokens, at)) is not None:
            return partial
    return None


def _part_of_period(tokens: list[Token], at: int) -> PartialDate | None:
    return part_at(tokens, at, partial_date_at)


def _with_weekday(tokens: list[Token], at: int) -> PartialDate | None:
    shift = _SHIFTS.get(tokens[at].lower) if tokens[at].lower in WHICH else None
    start = at + (shift is not None)
    found = weekday_at(tokens, start)
    before = tokens[at - 1] if at else None
    if found is None or (before is not None and before.lower in _NO_WEEKDAY):
        return None
    if _is_of_day_before(tokens, start, found[1]):
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
    if (of_week := _of_week(tokens, at, after)) is not None:
        return replace(of_week, weekday=weekday)
    if shift is None and before is not None and before.lower == "on" and _is_week(tokens, after):
        return PartialDate(at, after, weekday=weekday, shift=1, period="week from a weekday")
    if after < len(tokens) and tokens[after].lower in _PARTS_OF_DAY:
        after += 1
    return PartialDate(at, after - 1, weekday=weekday, shift=shift)


def _of_week(tokens: list[Token], at: int, after: int) -> PartialDate | None:
    """Read "last week", "of last week" after a weekday that begins at a token."""
    after += after < len(tokens) and tokens[after].lower == "of"
    week = [token.lower for token in tokens[after : after + 2]]
    if week not in (["last", "week"], ["this", "week"]):
        return None
    return PartialDate(at, after + 1, shift=_SHIFTS[week[0]], period="weekday of a week")


def _is_week(tokens: list[Token], at: int) -> bool:
    """Return whether "on Wednesday week" ends at a token, not "on Wednesday week 12 began"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    named = at < len(tokens) and tokens[at].lower == "week"
    return named and (following is None or following.kind != "number")


def _is_of_day_before(tokens: list[Token], at: int, length: int) -> bool:
    """Return whether a weekday is that of the day before it: "on 3 May (Saturday)"."""
    opening = " ".join(token.lower for token in tokens[max(0, at - 2) : at])
    first = at - 1 if opening.endswith("(") else at - 2 if opening == ", a" else 0
    closing = tokens[at + length].text if at + length < len(tokens) else ""
    before = tokens[first - 1] if first > 0 else None
    if before is None or closing not in (")", ","):
        return False
    return before.kind == "number" or before.lower in MONTHS | SHORT_MONTHS


def _day_first(tokens: list[Token], at: int) -> PartialDate | None:
    day = day_at(tokens, at, _ANY_DAY)
    if day is None:
        return None
    after = at + day[1]
    if after < len(tokens) and tokens[after].lower == "of":
        after += 1
    month = month_at(tokens, after)
    if month is None:
        return None
    partial = PartialDate(at, after + month[1] - 1, None, month[0], day[0])
    return checked(_with_year(tokens, partial))


def _month_first(tokens: list[Token], at: int) -> PartialDate | None:
    shift = _SHIFTS.get(tokens[at].lower) if at < len(tokens) else None
    start = at + (shift is not None)
    month = month_at(tokens, start)
    if month is None:
        return None
    after = start + month[1]
    day = day_at(tokens, after, _ANY_DAY)
    if day is not None and shift is None and not is_counted(tokens, after + day[1]):
        last = after + day[1] - 1
        dated = checked(_with_year(tokens, PartialDate(at, last, None, month[0], day[0])))
        # "In December 45 fell" counts; only a year after it, or "on" before, makes 45 a day.
        dates = (at and tokens[at - 1].lower == "on") or dated.year is not None or not day[0]
        if day[0] in DAYS_OF_A_MONTH or dates:
            return dated
    partial = PartialDate(
        at, after - 1, month=month[0], shift=shift, period="month name" if shift is not None else ""
    )
    return _with_year(tokens, partial)


def is_counted(tokens: list[Token], at: int) -> bool:
    """Return whether a token makes the number before it a count: "In January 20 soldiers died"."""
    words = lexicon()
    return at < len(tokens) and bool(
        words.people.starting(tokens, at) or tokens[at].lower in _COUNTED
    )


def _with_year(tokens: list[Token], partial: PartialDate) -> PartialDate:
    """Add the year that follows a month or day: "2024", ", 2024", "this year"."""
    after = partial.last + 1
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
        if partial.day is None and year_at(tokens, after) is not None:
            closed = after + 1 < len(tokens) and tokens[after + 1].text in ",.;)"
            if not closed:
                return partial
    elif after < len(tokens) and tokens[after].lower == "of":
        after += 1
    year = year_at(tokens, after)
    if year is not None and not is_counted(tokens, after + 1):
        return replace(partial, last=after, year=year)
    if after + 1 < len(tokens) and tokens[after + 1].lower == "year":
        shift = _SHIFTS.get(tokens[after].lower)
        if shift is not None:
            return replace(partial, last=after + 1, shift=shift, period="year")
    return partial


def _relative(tokens: list[Token], at: int) -> PartialDate | None:
    word = bare(tokens[at])
    before = tokens[at - 1].lower if at else ""
    if word in _RELATIVE_DAYS:
        if before == "ago":
            return None  # a year ago today
        part = tokens[at + 1].lower if at + 1 < len(tokens) and word == tokens[at].lower else ""
        last = at + (part in _PARTS_OF_DAY)
        return PartialDate(at, last, shift=_RELATIVE_DAYS[word], period="day")
    if word in WHICH and at + 1 < len(tokens):
        unit = tokens[at + 1].lower
        following = tokens[at + 2].lower if at + 2 < len(tokens) else ""
        named = before in DETERMINERS or following in ("of", "'s")
        if (word, unit) == ("last", "night") and not named:
            return PartialDate(at, at + 1, shift=-1, period="day")
        if unit in ("year", "month", "week") and before not in ("the", "over", "for", "of"):
            return PartialDate(at, at + 1, shift=_SHIFTS[word], period=unit)
        at_an_edge = at > 1 and tokens[at - 2].lower in EDGES
        if before == "of" and (unit in ("year", "month") or (unit == "week" and at_an_edge)):
            return PartialDate(at, at + 1, shift=_SHIFTS[word], period=unit)
    return _ago(tokens, at)


def _ago(tokens: list[Token], at: int) -> PartialDate | None:
    """Read "two days ago" and "3 months ago"; "about two days ago" gives no date."""
    unit, ago = (tokens[at + 1].lower, tokens[at + 2].lower) if at + 2 < len(tokens) else ("", "")
    unit = unit.removesuffix("s")
    if ago != "ago" or unit not in ("day", "month", "year"):
        return None
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    count = UNITS.get(word, int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not count or before in _VAGUE or (unit == "day" and count > _DAYS):
        return None
    return PartialDate(at, at + 2, shift=-count, period=unit)


def _year(tokens: list[Token], at: int) -> PartialDate | None:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if len(token.text) == 4 and token.text.isdecimal() and token.text[3] == "0":
        if after is not None and after.lower == "s" and glued(token, after):
            return PartialDate(at, at + 1, int(token.text), decade=True)
    year = year_at(tokens, at)
    before = tokens[at - 1].lower if at else ""
    apart = before in DASHES and not glued(tokens[at - 1], token)  # Killed - 2000
    named = before in DETERMINERS or before.endswith("'s")
    if year is not None and named and after is not None and after.lower in _EVENTS_WITH_A_YEAR:
        return PartialDate(at, at, year)
    if year is None or before not in _BEFORE_YEAR or apart or is_counted(tokens, at + 1):
        return None
    if after is not None and lexicon().things.starting(tokens, at + 1):
        return None
    qualifier = lexicon().qualifiers_before.ending(tokens, at - 1)
    if qualifier is not None and qualifier[0] > 1:  # up to 1900
        return None
    return PartialDate(at, at, year)
