"""The first and the last day of a date in EDTF."""

from datetime import date, timedelta

_MONTHS_OF_A_YEAR = 12
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
"""The first and the last month of each season of one year; a winter is in two."""


def first_day(edtf: str) -> date:
    """Return the first day of a resolved date; that of a winter is the first of its year."""
    year, month, day = _parts(edtf.split("/")[0], last=False)
    return date(year, month or 1, day or 1)


def last_day(edtf: str) -> date:
    """Return the last day of a resolved date; that of a winter is the last of its year."""
    year, month, day = _parts(edtf.split("/")[-1], last=True)
    if day:
        return date(year, month, day)
    if month in (0, _MONTHS_OF_A_YEAR):
        return date(year, _MONTHS_OF_A_YEAR, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _parts(edtf: str, *, last: bool) -> tuple[int, int, int]:
    """Return the year, month and day; the month of a season is its first or last."""
    year, month, day = [*map(int, edtf.split("-")), 0, 0][:3]
    if month > _MONTHS_OF_A_YEAR:
        month = (_SEASONS.get(month) or (0, 0))[last]
    return year, month, day
