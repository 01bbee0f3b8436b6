"""The period of a figure: its words in the document, and the days that they mean."""

from kursk_tui.drafting.findings import PeriodFinding
from kursk_tui.editing.fields import change_item
from kursk_tui.editing.items import Item, decision_on, span_of
from kursk_tui.editing.marked_words import Reader
from kursk_tui.editing.spans import Span
from kursk_tui.editing.words_beside import one_line, span_in
from kursk_tui.model import Briefing, Claim, Document

_PERIOD = ("period", "covers", "tally")


def change_period(briefing: Briefing, number: int, item: Item, words: str) -> Briefing:
    """Return the briefing with other words for the period of a figure; without words, with none.

    Raises EditError if the document does not have the words.
    """
    if not words:
        return change_item(briefing, number, item, **dict.fromkeys(_PERIOD))
    claim = briefing.claims[number]
    span = span_in(briefing.document_by_id[claim.document], claim, words)
    return period_at(briefing, number, item, span)


def period_at(briefing: Briefing, number: int, item: Item, span: Span) -> Briefing:
    """Return the briefing with words of the document for the period of a figure.

    Its days and how the figure counts in them are read as drafting reads them, if they can be; the
    days of a date that the analyst has accepted are its own.
    """
    claim = briefing.claims[number]
    document = briefing.document_by_id[claim.document]
    found = Reader(document, claim, span).period(claim.figures[item.nth].measure)
    read = dict.fromkeys(_PERIOD) if found is None else fields_of(document, found)
    if found is not None and (days := _accepted_days(claim, span)) is not None:
        read["covers"] = days
    return change_item(briefing, number, item, **{**read, "period": one_line(document, span)})


def _accepted_days(claim: Claim, span: Span) -> str | None:
    """Return the days of an accepted date of a claim in some words, or None."""
    for nth, when in enumerate(claim.when):
        here = span_of(claim, Item("when", nth))
        if here is None or not (here[0] < span[1] and span[0] < here[1]) or when.role == "as of":
            continue
        if when.placed and "X" not in when.placed and _is_accepted(claim, nth):
            return when.placed
    return None


def _is_accepted(claim: Claim, nth: int) -> bool:
    return claim.review is not None and decision_on(claim, Item("when", nth)) == "accepted"


def fields_of(document: Document, found: PeriodFinding) -> dict[str, object]:
    """Return the fields of a figure that counts in a period."""
    words = one_line(document, (found.start, found.end))
    return {"period": words, "covers": found.covers, "tally": found.tally}
