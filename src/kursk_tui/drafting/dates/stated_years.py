"""The year of a date that states none: of its sentence, of the one before, or of the document."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.days import first_day, last_day
from kursk_tui.english.dates.resolution import resolved, written
from kursk_tui.vocabulary import TimeRole

_RECENT = timedelta(days=60)
"""A date this near to the day of the document is likely to be of the news, not of history."""

_LOOKING_BACK = timedelta(days=92)
"""How far an account without a date of its own goes back, rather than on to the next year."""

OF_THE_SENTENCE_BEFORE = "year of the sentence before"
OF_THE_DOCUMENT = "year of the document, not of the sentence"


class Year(NamedTuple):
    """A date completed with its year, and why the year is a guess, if it is."""

    edtf: str | None
    doubt: str | None = None


class StatedYears:
    """Completes the dates of a paragraph, sentence by sentence."""

    def __init__(self, today: date | None) -> None:
        self.today = today
        self._lenders: list[tuple[DateRange, TimeRole]] = []
        self._before: str | None = None
        self._last: str | None = None
        self._dated = False
        self._month: str | None = None

    def enter(self, dates: Sequence[tuple[DateRange, TimeRole]]) -> None:
        """Begin a sentence, with those of its dates whose year can be that of others."""
        self._lenders = [one for one in dates if _has_year(one[0])]
        self._last, self._dated = None, False

    def leave(self) -> None:
        """End the sentence: its last year is that of the sentence before the next."""
        single = [found for found, _ in self._lenders if not _spans_years(found)]
        if self._lenders and all(map(_is_of_publication, self._lenders)):
            return  # a book of 1894 about 1892
        if self._lenders:
            self._last = written(single[-1]) if single else None
        if self._dated or self._last:
            self._before = self._last

    def year_of(self, found: DateRange, *, ahead: bool) -> Year:
        """Return a date completed with its year; it is in the future if `ahead`."""
        default = resolved(found, self.today, ahead=ahead)
        if found.start.period == "day of month":
            return self._of_month(found, default, ahead=ahead)
        year = self._year_of(found, default, ahead=ahead)
        if year.edtf is not None and len(year.edtf) >= len("2024-12"):
            self._month = year.edtf[: len("2024-12")]
        return year

    def _of_month(self, found: DateRange, default: str | None, *, ahead: bool) -> Year:
        """Return "the 3rd" of the month that the text has dated last, if it was then."""
        if self._month is None or found.start.shift is not None or ahead:
            return Year(default)
        value = self._passed(resolved(found, last_day(self._month), ahead=False))
        return Year(value or default)

    def _year_of(self, found: DateRange, default: str | None, *, ahead: bool) -> Year:
        lends = any(found is lender for lender, _ in self._lenders)
        apart = not _has_year(found) and not (self.today is None and _is_near_day(found))
        self._dated = self._dated or lends or apart
        if not _lacks_year(found) or ahead:
            return Year(default)
        if self._lenders:
            return self._of_sentence(found, default)
        if self._before is None or self._is_recent(default):
            return Year(default)
        value = self._passed(self._after(found, self._before))
        if value is None or value == default:
            return Year(default)
        self._last = value
        return Year(value, OF_THE_SENTENCE_BEFORE)

    def _after(self, found: DateRange, before: str) -> str | None:
        """Return the date after another one, or shortly before it in a text without a date."""
        start = first_day(before)
        following = resolved(found, start, ahead=True)
        earlier = resolved(found, last_day(before), ahead=False)
        if self.today is not None or len(before) == len("2024") or earlier is None:
            return following
        return earlier if start - last_day(earlier) <= _LOOKING_BACK else following

    def _of_sentence(self, found: DateRange, default: str | None) -> Year:
        lender, role = min(self._lenders, key=lambda one: abs(one[0].first - found.first))
        stated = written(lender) or ""
        only_year = len(stated) == len("2024")
        if role == "reported" or only_year or found.first < lender.first:
            value = resolved(found, last_day(stated), ahead=False)
        else:
            value = resolved(found, first_day(stated), ahead=True)
        value = self._passed(value)
        if value is None or value == default:
            return Year(default)
        if not only_year and value != stated and _is_near(value, stated):
            return Year(value)  # on 3 May 1940 they fell; on 5 May the rest surrendered
        if self._is_recent(default) and role != "reported":
            return Year(default, OF_THE_DOCUMENT)
        return Year(value)

    def _passed(self, value: str | None) -> str | None:
        """Return a date unless it is after the day of the document."""
        if value is None or self.today is None or first_day(value) <= self.today:
            return value
        return None

    def _is_recent(self, value: str | None) -> bool:
        return bool(value and self.today and self.today - last_day(value) <= _RECENT)


def _is_near(value: str, other: str) -> bool:
    """Return whether two dates belong to one account."""
    return abs(first_day(value) - first_day(other)) <= _RECENT


def _has_year(found: DateRange) -> bool:
    start = found.start
    return start.year is not None and not start.decade and written(found) is not None


def _is_of_publication(lender: tuple[DateRange, TimeRole]) -> bool:
    """Return whether only the year of a report is known, which says nothing of its events."""
    found, role = lender
    return role == "reported" and found.start.month is None


def _is_near_day(found: DateRange) -> bool:
    """Return whether a date is a day near that of the text: "today", "on Sunday"."""
    return found.start.weekday is not None or found.start.period == "day"


def _spans_years(found: DateRange) -> bool:
    return found.end is not None and found.end.year != found.start.year


def _lacks_year(found: DateRange) -> bool:
    ends = (found.start, found.end or found.start)
    return all(one.year is None and one.month is not None and not one.period for one in ends)
