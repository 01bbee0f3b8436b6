"""The parts of a date that a text states."""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from kursk_tui.english.dates.calendar_words import exists

_A_LEAP_YEAR = 2000


class Part(NamedTuple):
    """A part of a year or month: its months or days from `first` to `last`.

    They count from 1, or from -1 at the end: the last three months are -3 to -1. Its words begin at
    token `at`, before those of the year or month.
    """

    at: int
    unit: Literal["month", "day"]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as written, tokens `first` to `last`; parts that are not written are None.

    `shift` counts periods from the current one: -1 for "last year", 0 for "this week"; `period`
    names their kind. `part` restricts a year or month: "the first half of 2029". `decade` marks
    "the 1990s". `exists` is false for a day such as "31 April".
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    weekday: int | None = None
    shift: int | None = None
    period: str = ""
    decade: bool = False
    part: Part | None = None
    exists: bool = True


def checked(partial: PartialDate) -> PartialDate:
    """Return the date, marked if there is no such day in the calendar."""
    year = _A_LEAP_YEAR if partial.year is None else partial.year
    month, day = (1 if part is None else part for part in (partial.month, partial.day))
    return partial if exists(year, month, day) else replace(partial, exists=False)
