"""Cells with dates as EDTF: a day, or the interval from a first to a last day."""

import datetime
import re
from typing import NamedTuple

from kursk_tui.model import When
from kursk_tui.tables.labels import Labels
from kursk_tui.tables.profile import DatesProfile
from kursk_tui.tables.reading import Header, cell_at, span_of
from kursk_tui.tables.scanner import Cell, Row
from kursk_tui.text.messages import shortened

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?", re.ASCII)
_IN_WORDS = "%d %B %Y"
_SHOWN = 30


class NotADateError(ValueError):
    """A cell is not a day, or the last day is before the first; `cell` is the cell."""

    def __init__(self, cell: Cell, message: str) -> None:
        self.cell = cell
        super().__init__(message)


class Days(NamedTuple):
    """The first and the last day of an event, and the cells that they are read from."""

    first: datetime.date
    last: datetime.date
    cells: tuple[Cell, ...]

    @property
    def edtf(self) -> str:
        """The days in EDTF."""
        first, last = self.first.isoformat(), self.last.isoformat()
        return first if first == last else f"{first}/{last}"


class Dates:
    """Reads the dates of a row."""

    def __init__(self, profile: DatesProfile, header: Header, labels: Labels) -> None:
        self._profile, self._labels = profile, labels
        self._start, self._end = header.find(profile.start), header.find(profile.end)
        self._precision = header.find(profile.precision, carried=False)

    def days_of(self, row: Row) -> Days | None:
        """Return the days of a row; None if its cells are empty. Raises NotADateError."""
        cells = [cell_at(row, at) for at in (self._start, self._end)]
        given = tuple(cell for cell in cells if cell is not None and cell.value.strip())
        if not given:
            return None
        first, last = (
            day_of(given[0], self._profile.format),
            day_of(given[-1], self._profile.format),
        )
        if last < first:
            message = f"the last day, {last}, is before the first, {first}, so there is no date"
            raise NotADateError(given[-1], message)
        return Days(first, last, given)

    def when(self, row: Row, days: Days, quote: int) -> When:
        """Return the date of a row's claim; `quote` is where the row begins in the document."""
        code = self._labels.of(row, self._precision)
        notes = [self._profile.words.get(code, f"Precision of the date: {code}.")] if code else []
        if days.first < days.last and self._profile.interval:
            notes.append(self._profile.interval)
        start, end = span_of(row, days.cells, days.cells[0])
        words = row.text[start:end]
        return When(
            role="event",
            edtf=days.edtf,
            words=words,
            start=quote + start if row.text.count(words) > 1 else None,
            note=" ".join(notes) or None,
        )


def day_of(cell: Cell, strptime: str | None) -> datetime.date:
    """Return the day of a cell: in a format, or as 2031-05-06 or 6 May 2031.

    Raises NotADateError.
    """
    text = cell.value.strip()
    found = _ISO.fullmatch(text)
    try:
        if strptime is None and found:
            return datetime.date.fromisoformat(found[1])
        read = datetime.datetime.strptime(text, strptime or _IN_WORDS)  # noqa: DTZ007
        return read.date()
    except ValueError:
        shown = shortened(text, _SHOWN)
        hint = "" if strptime else "; “format” in a profile says how to read others"
        message = f"“{shown}” is not a date such as 2031-05-06{hint}, so there is no date"
        raise NotADateError(cell, message) from None
