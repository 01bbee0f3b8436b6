"""The first and the last day of a date in EDTF."""

from datetime import date, timedelta

_MONTHS_OF_A_YEAR = 12


def first_day(edtf: str) -> date:
    """Return the first day of a resolved date; that of a season is the first of its year."""
    year, month, day = _parts(edtf.split("/")[0])
    return date(year, month or 1, day or 1)


def last_day(edtf: str) -> date:
    """Return the last day of a resolved date; that of a season is the last of its year."""
    year, month, day = _parts(edtf.split("/")[-1])
    if day:
        return date(year, month, day)
    if month in (0, _MONTHS_OF_A_YEAR):
        return date(year, _MONTHS_OF_A_YEAR, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _parts(edtf: str) -> tuple[int, int, int]:
    """Return the year, month and day; a season has no month."""
    year, month, day = [*map(int, edtf.split("-")), 0, 0][:3]
    return year, month if month <= _MONTHS_OF_A_YEAR else 0, day
