"""Dates of a sentence as findings."""

from collections.abc import Iterator
from datetime import date

from kursk_tui.drafting.findings import DateFinding
from kursk_tui.drafting.word_lists import word_list
from kursk_tui.english.annotated_sentence import Reading
from kursk_tui.english.dates.date_ranges import Dating
from kursk_tui.english.dates.resolution import disagrees, resolved, written

_AHEAD = word_list("dates", "ahead")
_PROMISES = word_list("dates", "promises")


def find_dates(reading: Reading, today: date | None) -> Iterator[DateFinding]:
    """Yield the dates of a sentence; `today`, the date of the document, completes them."""
    for dating in reading.dates:
        start, end = reading.span(dating.first, dating.last)
        edtf = written(dating)
        day = resolved(dating, today, ahead=_is_ahead(reading, dating.first))
        yield DateFinding(
            start=start,
            end=end,
            rule="when/date" if dating.end is None else "when/interval",
            tier="beside" if edtf == day else "clause",
            flags=tuple(_flags(reading, dating, edtf, day)),
            edtf=edtf,
            resolved=day,
        )


def _is_ahead(reading: Reading, first: int) -> bool:
    """Return whether a date without a year is in the future: "promised to leave by December"."""
    before = set(reading.row(first - 10, first))
    return bool(_AHEAD & before) or (reading.lower(first - 1) == "by" and bool(_PROMISES & before))


def _flags(reading: Reading, dating: Dating, edtf: str | None, day: str | None) -> Iterator[str]:
    if dating.start.weekday is not None and dating.start.day is None:
        yield "weekday resolved" if day else "weekday without a date"
    elif edtf is None:
        yield "inferred date" if day else "no date"
    elif edtf != day:
        yield "inferred year" if day else "no year"
    if disagrees(dating.start, day):
        yield "weekday disagrees"
    if reading.tokens[dating.first].quoted:
        yield "inside a quotation"
