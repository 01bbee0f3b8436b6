"""Dates in EDTF: as written, and as resolved on the day of the document."""

from datetime import date, timedelta

from kursk_tui.english.dates.date_expressions import Point
from kursk_tui.english.dates.date_ranges import Dating

_SLACK = timedelta(days=1)  # a text from the other side of the date line


def written(dating: Dating) -> str | None:
    """Return what is written, in EDTF without inference; None if only words name the date."""
    start = _written(dating.start)
    if dating.end is None:
        return start
    end = _written(dating.end)
    return f"{start}/{end}" if start and end else None


def _written(point: Point) -> str | None:
    if point.of and (point.of != "month name" or point.month is None):
        return None
    if point.decade and point.year is not None:
        return f"{point.year // 10}X"
    year = f"{point.year:04}" if point.year is not None else "XXXX"
    if point.season is not None:
        return f"{year}-{point.season}"
    if point.month is None:
        return year if point.year is not None else None
    return f"{year}-{point.month:02}" + (f"-{point.day:02}" if point.day else "")


def resolved(dating: Dating, today: date | None, *, ahead: bool) -> str | None:
    """Return the date with what the day of the document adds; None where that is not known.

    `ahead` says that the sentence looks forward, so that a date without a year is the next such.
    """
    if dating.end is None:
        return _resolved(dating.start, today, ahead=ahead)
    end = _resolved(dating.end, today, ahead=ahead)
    if end is None:
        return None
    start = _resolved(dating.start, today, ahead=ahead)
    if start is not None and start > end and dating.start.year is None and today is not None:
        start = f"{int(start[:4]) - 1:04}{start[4:]}"
    return f"{start}/{end}" if start else None


def _resolved(point: Point, today: date | None, *, ahead: bool) -> str | None:
    if point.year is not None:
        return _written(point)
    if today is None:
        return None
    if point.of == "year":
        return _in_year(point, today.year + (point.shift or 0))
    if point.of == "month name":
        return _month_named(point, today)
    if point.of == "weekday of a week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=point.shift or 0)
        return (monday + timedelta(days=point.weekday or 0)).isoformat()
    if point.of in ("day", "week", "month", "season"):
        return _shifted(point, today)
    if point.month is not None:
        return _in_year(point, _year(point, today, ahead=ahead))
    if point.weekday is not None:
        return _weekday(point, today, ahead=ahead).isoformat()
    return None


def _in_year(point: Point, year: int) -> str:
    if point.season is not None:
        return f"{year:04}-{point.season}"
    if point.month is None:
        return f"{year:04}"
    return f"{year:04}-{point.month:02}" + (f"-{point.day:02}" if point.day else "")


def _month_named(point: Point, today: date) -> str:
    month, shift = point.month or 1, point.shift or 0
    year = today.year
    if shift < 0:
        year -= month >= today.month
    elif shift > 0:
        year += month <= today.month
    return f"{year:04}-{month:02}"


def _shifted(point: Point, today: date) -> str | None:
    shift = point.shift or 0
    if point.of == "day":
        return (today + timedelta(days=shift)).isoformat()
    if point.of == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if point.of == "month":
        months = today.year * 12 + today.month - 1 + shift
        return f"{months // 12:04}-{months % 12 + 1:02}"
    year = today.year + shift
    if shift < 0 and point.season is not None and (point.season - 20) * 3 < today.month:
        year = today.year  # "last summer", said in December
    return f"{year:04}-{point.season}"


def _year(point: Point, today: date, *, ahead: bool) -> int:
    """Return the year nearest by: the last such date, or the next where the text looks forward."""
    month, day = point.month or 1, point.day
    if day is None:
        passed = month <= today.month
        return (
            today.year + (passed and month != today.month) if ahead else today.year - (not passed)
        )
    if (month, day) == (2, 29):
        day = 28
    same = date(today.year, month, day)
    if ahead:
        return today.year + (same < today)
    return today.year - (same > today + _SLACK)


def _weekday(point: Point, today: date, *, ahead: bool) -> date:
    back = (today.weekday() - (point.weekday or 0)) % 7
    if point.shift == 1 or (ahead and point.shift is None):
        return today + timedelta(days=(-back) % 7 or 7)
    if point.shift == -1 and back == 0:
        back = 7
    return today - timedelta(days=back)


def disagrees(point: Point, day: str | None) -> bool:
    """Whether the weekday as written is not that of the day as resolved."""
    if point.weekday is None or point.day is None or day is None or len(day) != 10:
        return False
    try:
        return date.fromisoformat(day).weekday() != point.weekday
    except ValueError:
        return True
