"""Dates in EDTF: as written, and as resolved against the date of the document."""

from dataclasses import replace
from datetime import date, timedelta

from kursk_tui.english.dates.calendar_words import exists
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.partial_date import PartialDate
from kursk_tui.english.dates.parts_of_periods import in_part

_YEARS = 9
"""How many years in a row contain a 29 February: the longest gap is from 1896 to 1904."""

_MONTHS = 12
_DAY = len("2024-12-19")
_SLACK = timedelta(days=1)  # the text may come from across the date line


def written(dates: DateRange) -> str | None:
    """Return a date as it is written, in EDTF; None for words such as "last year"."""
    start = _written(dates.start)
    if dates.end is None:
        return in_part(start, dates.start.part)
    end = _written(dates.end)
    return f"{start}/{end}" if start and end else None


def _written(partial: PartialDate) -> str | None:
    if partial.period and (partial.period != "month name" or partial.month is None):
        return None
    if partial.decade and partial.year is not None:
        return f"{partial.year // 10}X"
    year = f"{partial.year:04}" if partial.year is not None else "XXXX"
    if partial.season is not None:
        return f"{year}-{partial.season}"
    if partial.month is None:
        return year if partial.year is not None else None
    return f"{year}-{partial.month:02}" + (f"-{partial.day:02}" if partial.day else "")


def resolved(dates: DateRange, today: date | None, *, ahead: bool) -> str | None:
    """Return a date in EDTF, completed from the date of the document, or None if it cannot be.

    A date without a year is the most recent one, or the next one if `ahead`.
    """
    try:
        if dates.end is None:
            whole = _resolved(dates.start, today, ahead=ahead)
            return in_part(whole, dates.start.part)
        return _interval(dates.start, dates.end, today, ahead=ahead)
    except (OverflowError, ValueError):  # before the year 1, or after 9999
        return None


def never_was(dates: DateRange, today: date | None) -> bool:
    """Return whether the year that words name does not have a day: "29 February this year"."""
    parts = (dates.start, dates.end or dates.start)
    return any(
        part.period == "year"
        and part.day is not None
        and today is not None
        and not exists(today.year + (part.shift or 0), part.month or 1, part.day)
        for part in parts
    )


def _interval(
    start: PartialDate, end: PartialDate, today: date | None, *, ahead: bool
) -> str | None:
    """Return an interval; two ends without a year are in the same year, or in two in a row."""
    if today is not None and _lacks_only_year(start) and _lacks_only_year(end):
        before = _in_order(start) > _in_order(end)
        if (around := _around(start, end, today, before=before)) is not None:
            return around
        year = _year(end, today, ahead=ahead)
        for nth in range(year, year + (_YEARS if ahead else -_YEARS), 1 if ahead else -1):
            ends = _in_year(start, nth - before), _in_year(end, nth)
            if all(ends):
                return f"{ends[0]}/{ends[1]}"
        return None
    last = _resolved(end, today, ahead=ahead)
    first = _resolved(start, today, ahead=ahead)
    if first is None or last is None:
        return None
    if first > last and start.year is None and today is not None:
        first = _printed(int(first[:4]) - 1) + first[4:]
    return f"{first}/{last}"


def _around(start: PartialDate, end: PartialDate, today: date, *, before: bool) -> str | None:
    """Return the interval of two days that the day of the document lies in, or None."""
    if start.day is None or end.day is None:
        return None
    for year in (today.year, today.year + before):
        ends = _in_year(start, year - before), _in_year(end, year)
        if ends[0] and ends[1] and ends[0] <= today.isoformat() <= ends[1]:
            return f"{ends[0]}/{ends[1]}"
    return None


def _lacks_only_year(partial: PartialDate) -> bool:
    return partial.year is None and partial.month is not None and not partial.period


def _in_order(partial: PartialDate) -> tuple[int, int]:
    return partial.month or 0, partial.day or 0


def _resolved(partial: PartialDate, today: date | None, *, ahead: bool) -> str | None:
    if partial.year is not None:
        return _written(partial)
    if today is None:
        return None
    if partial.period == "year":
        return _in_year(partial, today.year + (partial.shift or 0))
    if partial.period == "month name":
        return _month_named(partial, today)
    if partial.period == "day of month":
        return _day_of_month(partial, today, ahead=ahead)
    if partial.period == "weekday of a week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=partial.shift or 0)
        return (monday + timedelta(days=partial.weekday or 0)).isoformat()
    if partial.period == "week from a weekday":
        coming = _weekday(replace(partial, shift=None), today, ahead=True)
        return (coming + timedelta(weeks=1)).isoformat()
    if partial.period in ("day", "week", "month", "season"):
        return _shifted(partial, today)
    if partial.month is not None:
        return _in_year(partial, _year(partial, today, ahead=ahead))
    if partial.weekday is not None:
        return _weekday(partial, today, ahead=ahead).isoformat()
    return None


def _in_year(partial: PartialDate, year: int) -> str | None:
    """Return a date in a year, or None if that year does not have it: 29 February."""
    if not exists(year, partial.month or 1, partial.day or 1):
        return None
    if partial.month is None:
        return f"{year:04}"
    return f"{year:04}-{partial.month:02}" + (f"-{partial.day:02}" if partial.day else "")


def _printed(year: int) -> str:
    """Return a year in four digits; raise ValueError outside the years 1 to 9999."""
    return f"{date(year, 1, 1).year:04}"


def _month_named(partial: PartialDate, today: date) -> str:
    month, shift = partial.month or 1, partial.shift or 0
    year = today.year
    if shift < 0:
        year -= month >= today.month
    elif shift > 0:
        year += month <= today.month
    return f"{_printed(year)}-{month:02}"


def _day_of_month(partial: PartialDate, today: date, *, ahead: bool) -> str | None:
    """Return a day of a named month, or the last such day, or the next one if `ahead`."""
    months, day = today.year * _MONTHS + today.month - 1, partial.day or 1
    steps = [partial.shift] if partial.shift is not None else [*range(_MONTHS)]
    for step in steps:
        at = months + (step if ahead or partial.shift is not None else -step)
        year, month = at // _MONTHS, at % _MONTHS + 1
        if not exists(year, month, day):
            continue
        same = date(year, month, day)
        if partial.shift is not None or (same >= today if ahead else same <= today + _SLACK):
            return same.isoformat()
    return None


def _shifted(partial: PartialDate, today: date) -> str | None:
    shift = partial.shift or 0
    if partial.period == "day":
        return (today + timedelta(days=shift)).isoformat()
    if partial.period == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if partial.period == "month":
        months = today.year * 12 + today.month - 1 + shift
        return f"{_printed(months // 12)}-{months % 12 + 1:02}"
    year = today.year + shift
    if shift < 0 and partial.season is not None and (partial.season - 20) * 3 < today.month:
        year = today.year  # "last summer" in a text of December
    return f"{_printed(year)}-{partial.season}"


def _year(partial: PartialDate, today: date, *, ahead: bool) -> int:
    """Return the year of the most recent such date, or of the next one if `ahead`.

    Raise ValueError if the calendar has none.
    """
    month, day = partial.month or 1, partial.day
    if day is None:
        passed = month <= today.month
        return (
            today.year + (passed and month != today.month) if ahead else today.year - (not passed)
        )
    step = 1 if ahead else -1
    for year in range(today.year, today.year + _YEARS * step, step):
        if exists(year, month, day):
            same = date(year, month, day)
            if same >= today if ahead else same <= today + _SLACK:
                return year
    raise ValueError("the calendar has no such day before the year 1, or after 9999")


def _weekday(partial: PartialDate, today: date, *, ahead: bool) -> date:
    back = (today.weekday() - (partial.weekday or 0)) % 7
    if partial.shift == 1:
        return today + timedelta(days=(-back) % 7 or 7)
    if ahead and partial.shift is None:
        return today + timedelta(days=(-back) % 7)
    if partial.shift == -1 and back == 0:
        back = 7
    return today - timedelta(days=back)


def disagrees(dates: DateRange, day: str | None) -> bool:
    """Return whether a resolved date falls on a different weekday from the one written."""
    ends = (dates.start, dates.end)
    return any(map(_falls_otherwise, ends, (day or "").split("/")))


def _falls_otherwise(partial: PartialDate | None, day: str) -> bool:
    if partial is None or partial.weekday is None or partial.day is None or len(day) != _DAY:
        return False
    return date.fromisoformat(day).weekday() != partial.weekday
