"""Dates: EDTF expressions (levels 0 and 1, and `XXXX-12-19`), and the days they may cover."""

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from math import inf
from typing import Annotated, Self

from pydantic import AfterValidator, Strict, model_validator
from pydantic_core import PydanticCustomError

from kursk_tui.model.record import Offset, Prose, Record, Words, record
from kursk_tui.text.messages import shortened
from kursk_tui.vocabulary import TimeRole

_SHOWN = 40
"""The maximum length of a date in a message."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The days a date expression may cover, as proleptic Gregorian ordinals.

    The period starts in `[start_min, start_max]` and ends in `[end_min, end_max]`; values are
    infinite where an end is open or unknown. `vague` is set by `~`, `?` and `%`: the days are
    then approximate. `month_day` is set for `XXXX-12-19`, a day of an unstated year.
    """

    start_min: float
    start_max: float
    end_min: float
    end_max: float
    vague: bool = False
    month_day: tuple[int, int] | None = None


_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<mark>[~?%])?"
)
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}(:[0-9]{2})?)?"
)
_SEASONS = range(21, 25)


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> Extent:
    """Return the days that an EDTF expression may cover.

    Supports dates of EDTF levels 0 and 1 (`2024`, `2024-12`, `2024-12-19`, seasons 21 to 24,
    `X` for digits from the right, `~`, `?` and `%` after the whole date), a level 0 date and time
    (only its day is used), intervals with open (`..`) and unknown (empty) ends, and `XXXX-12-19`.
    Years run from 0001 to 9999.

    Raises ValueError with a message for the author of the file.
    """
    if "/" not in text:
        return _parse_date(text)
    return _parse_interval(*text.split("/", 1))


def _parse_interval(start: str, end: str) -> Extent:
    if start in ("", "..") and end in ("", ".."):
        raise ValueError("an interval needs at least one date")
    start_min, start_max, vague_start = _parse_end(start, -inf)
    end_min, end_max, vague_end = _parse_end(end, inf)
    vague = vague_start or vague_end
    if not start:
        start_max = end_max
    if not end:
        end_min = start_min
    if start_min > end_max and not vague:
        raise ValueError("the interval ends before it starts")
    return Extent(start_min, start_max, end_min, end_max, vague)


def _parse_end(text: str, infinite: float) -> tuple[float, float, bool]:
    if text == "..":
        return infinite, infinite, False
    if not text:
        return -inf, inf, False
    days = _parse_date(text)
    if days.month_day:
        raise ValueError("a day without a year cannot begin or end an interval")
    return days.start_min, days.end_max, days.vague


def _parse_date(text: str) -> Extent:
    if _TIME.fullmatch(text):
        try:
            day = datetime.fromisoformat(text).date().toordinal()
        except ValueError:
            raise ValueError(f"'{shortened(text, _SHOWN)}' is not a valid date and time") from None
        return Extent(day, day, day, day)
    found = _DATE.fullmatch(text)
    if not found:
        shown = shortened(text, _SHOWN)
        raise ValueError(f"“{shown}” is not a date; write 2024, 2024-12 or 2024-12-19")
    year, month, day_text, mark = found.group("year", "month", "day", "mark")
    if year == "XXXX" and month not in (None, "XX") and day_text not in (None, "XX"):
        return Extent(-inf, inf, -inf, inf, bool(mark), _month_day(int(month), int(day_text)))
    first, last = _span(year, month, day_text)
    return Extent(first, last, first, last, bool(mark))


def _month_day(month: int, day: int) -> tuple[int, int]:
    leap_year = 2024  # so that 29 February is valid
    if not (1 <= month <= 12 and 1 <= day <= monthrange(leap_year, month)[1]):
        raise ValueError(f"no year has a day {month:02}-{day:02}")
    return month, day


def _span(year: str, month: str | None, day: str | None) -> tuple[float, float]:
    if "X" in year:
        if month is not None and (month != "XX" or day not in (None, "XX")):
            raise ValueError("X replaces digits from the right: 202X, 2024-XX, 2024-12-XX")
        if year == "XXXX":
            return -inf, inf
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return date(max(low, 1), 1, 1).toordinal(), date(high, 12, 31).toordinal()
    number = int(year)
    if number == 0:
        raise ValueError("years run from 0001 to 9999")
    if month == "XX" and day not in (None, "XX"):
        raise ValueError("X replaces digits from the right: 202X, 2024-XX, 2024-12-XX")
    if month in (None, "XX"):
        return date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal()
    return _span_in_year(number, int(month or 0), day)


def _span_in_year(year: int, month: int, day: str | None) -> tuple[float, float]:
    if month in _SEASONS:
        if day is not None:
            raise ValueError("a season has no day")
        # EDTF defines no dates for seasons, and the hemispheres differ: only the year is certain,
        # and a winter may extend into the next year.
        winter = month == _SEASONS[-1] and year < 9999
        last = date(year + 1, 3, 31) if winter else date(year, 12, 31)
        return date(year, 1, 1).toordinal(), last.toordinal()
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02}; months run from 01 to 12")
    if day in (None, "XX"):
        length = monthrange(year, month)[1]
        return date(year, month, 1).toordinal(), date(year, month, length).toordinal()
    number = int(day or 0)
    _check_day(year, month, number)
    ordinal = date(year, month, number).toordinal()
    return ordinal, ordinal


def _check_day(year: int, month: int, day: int) -> None:
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02}; months run from 01 to 12")
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        leap = " (not a leap year)" if (month, day) == (2, 29) and not isleap(year) else ""
        raise ValueError(
            f"there is no day {day:02} in {year}-{month:02}, which has {length} days{leap}"
        )


def _edtf(text: str) -> str:
    try:
        parse_edtf(text)
    except ValueError as error:
        raise PydanticCustomError("edtf", "{why}", {"why": str(error)}) from None
    return text


Edtf = Annotated[str, Strict(), AfterValidator(_edtf)]
"""An EDTF expression of the subset that `parse_edtf` supports."""


@record
class When(Record):
    """A date of a claim: an EDTF expression, the document's own words, or both.

    `bound` is what the words alone establish: "until recently", in a text of 19 December, ended
    no later than that day. Queries use it, although it is not a date. `start` is required only if
    `words` occur more than once in the claim. `resolved` completes the written date from the
    document's own: the year of "19 December", the day of "Monday".
    """

    role: TimeRole
    edtf: Edtf | None = None
    words: Words | None = None
    start: Offset | None = None
    bound: Edtf | None = None
    resolved: Edtf | None = None
    note: Prose | None = None

    @model_validator(mode="after")
    def _has_date_or_words(self) -> Self:
        if self.edtf is None and self.words is None:
            raise PydanticCustomError("empty_date", "needs “edtf”, “words” or both")
        complete = self.edtf is not None and "X" not in self.edtf
        if complete and self.resolved not in (None, self.edtf):
            raise PydanticCustomError(
                "resolved_otherwise",
                "“edtf” is a complete date, so “resolved” must equal it or be left out",
            )
        return self

    @property
    def placed(self) -> str | None:
        """The EDTF expression to use: as resolved, otherwise as written; None for words alone."""
        return self.resolved or self.edtf
