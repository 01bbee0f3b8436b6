"""Numbers and dates as other programs and countries write them, and how a query writes them."""

import re

from kursk_tui.model import parse_edtf

_NUMBER = r"[0-9][0-9,]*[kKmM]?"
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ .'’`´][0-9]{3})+")
_NUMBERS = (
    (re.compile(rf"({_NUMBER})\+"), r">=\1"),
    (re.compile(rf"({_NUMBER})\s*(?:-|—|…|to)\s*({_NUMBER})"), r"\1..\2"),
    (re.compile(rf"=>\s*({_NUMBER})"), r">=\1"),
    (re.compile(rf"=<\s*({_NUMBER})"), r"<=\1"),
    (re.compile(rf"(?:==?|[~≈+#])\s*({_NUMBER})"), r"\1"),
)

_DAY = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_MONTH = r"(?P<name>[a-z]{3,9})\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})[-./ ](?P<month>\d{1,2})(?:[-./ ](?P<day>\d{1,2}))?",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<day>\d{1,2})[-. ](?P<month>\d{1,2})[-. ](?P<year>\d{4})",
        r"(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})",
        r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})",
        rf"(?:(?P<day>\d{{1,2}})[ .-]+)?{_MONTH}[ ,-]+(?P<year>\d{{4}})",
        rf"{_MONTH} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})",
    )
)
_RANGE = re.compile(rf"({_DAY})\s*(?:-|—|…|to)\s*({_DAY})")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def number_meant(text: str) -> str | None:
    """Return the number, comparison or range that a text stands for, as a query writes it."""
    if _GROUPED.fullmatch(text):
        return re.sub(r"\D", "", text)
    found = ((pattern.fullmatch(text), written) for pattern, written in _NUMBERS)
    return next((match.expand(written) for match, written in found if match), None)


def date_meant(text: str) -> str | None:
    """Return the date or range of dates that a text stands for, as a query writes it.

    Of 3/4/2024, month and day cannot be told apart.
    """
    if found := _RANGE.fullmatch(text):
        return f"{found[1]}..{found[2]}"
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            return _iso(found.groupdict())
    return None


def _iso(parts: dict[str, str | None]) -> str | None:
    month = parts.get("month")
    if name := parts.get("name"):
        number = {one: at for at, one in enumerate(_MONTHS, 1)}.get(name[:3].lower())
        month = str(number) if number else None
    if month is None:
        return None
    day = parts.get("day")
    written = f"{parts['year']}-{month:0>2}" + (f"-{day:0>2}" if day else "")
    try:
        parse_edtf(written)
    except ValueError:
        return None
    return written
