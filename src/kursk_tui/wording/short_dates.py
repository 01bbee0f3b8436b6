"""Dates in a few words, for lists: "from 4 Dec", "about Mar 2025", "4–7 Jan"."""

import re

from kursk_tui.vocabulary import TimeRole

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The months in three letters."""

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


_PART = re.compile(
    r"\b(early|mid|late|(?:start|beginning|middle|end) of|(?:first|second) half of)\b",
    re.IGNORECASE,
)
"""A part of a month or year, which EDTF cannot express."""


def short_date(edtf: str, role: TimeRole, year: int | None = None, words: str | None = None) -> str:
    """Return an EDTF expression in a few words, as precise as it is.

    `year` is left out where it is the year of a day or month; None leaves out none. With the
    `words` of the document, the part of a month or year that they name precedes it: "early Dec".
    """
    start, slash, end = edtf.partition("/")
    dates = [date for date in (start, end) if date not in ("", "..")]
    if words and len(dates) == 1 and dates[0].count("-") < 2:
        part = _PART.search(words)
        if part:
            whole = short_date(edtf, role, year)
            date = _one(dates[0], year)
            return whole.replace(date, f"{part[1].lower()} {date}", 1)
    if not slash:
        return _one(start, year)
    lasts = role == "in effect"
    if end == "..":
        return f"{'from' if lasts else 'in or after'} {_one(start, year)}"
    if start == "..":
        return f"{'until' if lasts else 'by'} {_one(end, year)}"
    if not end:
        return f"from {_one(start, year)}, end unknown"
    if not start:
        return f"until {_one(end, year)}, start unknown"
    if start[:-2] == end[:-2] and len(start) == len(end) == len("2024-12-19"):
        return f"{int(start[-2:])}–{_one(end, year)}"
    return f"{_one(start, year)} – {_one(end, year)}"


def _one(edtf: str, year: int | None) -> str:
    mark = _MARKS.get(edtf[-1], "")
    return mark + _unmarked((edtf[:-1] if mark else edtf).split("T")[0], year)


def _unmarked(edtf: str, year: int | None) -> str:
    of_year, *rest = edtf.split("-")
    parts = [part for part in rest if part != "XX"]
    if not parts:
        return f"{of_year[:3]}0s" if of_year[3] == "X" != of_year[2] else of_year
    if parts[0] in _SEASONS:
        return f"{_SEASONS[parts[0]]} {of_year}"
    days = f"{int(parts[1])} " if len(parts) == 2 else ""
    suffix = f" {of_year}"
    if of_year == "XXXX":
        suffix = ", year not stated"
    elif year is not None and int(of_year) == year:
        suffix = ""
    return f"{days}{MONTHS[int(parts[0]) - 1]}{suffix}"
