"""Dates of a sentence as findings."""

from collections.abc import Iterator
from datetime import date

from kursk_tui.drafting.findings import DateFinding, Rejection
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.resolution import disagrees, never_was, resolved, written
from kursk_tui.english.lexicon import word_set

_AHEAD = word_set("drafting", "dates", "ahead")
_PROMISES = word_set("drafting", "dates", "promises")


def find_dates(
    sentence: Sentence, rejected: list[Rejection], today: date | None
) -> Iterator[DateFinding]:
    """Yield the dates of a sentence and reject those that the calendar does not have.

    `today`, the date of the document, completes dates without a year.
    """
    never = [one for one in sentence.dates if never_was(one, today)]
    for found in (*sentence.impossible, *never):
        span = sentence.span(found.first, found.last)
        rejected.append(Rejection(*span, "a date that the calendar does not have"))
    for found in sentence.dates:
        if found in never:
            continue
        start, end = sentence.span(found.first, found.last)
        edtf = written(found)
        day = resolved(found, today, ahead=_is_ahead(sentence, found.first))
        yield DateFinding(
            start=start,
            end=end,
            rule="when/date" if found.end is None else "when/interval",
            tier="beside" if edtf == day else "clause",
            flags=tuple(_flags(sentence, found, edtf, day)),
            edtf=edtf,
            resolved=day,
        )


def _is_ahead(sentence: Sentence, first: int) -> bool:
    """Return whether a date without a year is in the future: "promised to leave by December"."""
    before = set(sentence.row(first - 10, first))
    return bool(_AHEAD & before) or (sentence.lower(first - 1) == "by" and bool(_PROMISES & before))


def _flags(
    sentence: Sentence, found: DateRange, edtf: str | None, day: str | None
) -> Iterator[str]:
    if found.start.weekday is not None and found.start.day is None:
        yield "weekday resolved" if day else "weekday without a date"
    elif edtf is None:
        yield "inferred date" if day else "no date"
    elif edtf != day:
        yield "inferred year" if day else "no year"
    if disagrees(found, day):
        yield "weekday disagrees"
    if sentence.tokens[found.first].quoted:
        yield "inside a quotation"
