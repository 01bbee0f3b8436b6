"""Dates of a sentence as items, and words for times that are no dates."""

from datetime import date

from kursk_tui.drafting.findings import Findings, Item, Tier
from kursk_tui.drafting.sentence import Reading
from kursk_tui.english.dates.resolution import disagrees, resolved, written

_AHEAD = frozenset({"will", "next", "scheduled", "due", "upcoming", "planned", "ahead"})
_PROMISES = frozenset(
    {
        *("promised", "pledged", "plans", "planned", "expects", "expected", "aims", "hopes"),
        *("vowed", "intends", "wants", "set", "could", "may", "might"),
    }
)


def _looks_ahead(reading: Reading, first: int) -> bool:
    """Whether a date without a year is one to come: "will … in May", "promised … by December"."""
    before = set(reading.row(first - 10, first))
    return bool(_AHEAD & before) or (reading.lower(first - 1) == "by" and bool(_PROMISES & before))


def whens(reading: Reading, findings: Findings, today: date | None) -> None:
    """Note the dates of a sentence, and what is said of time in words alone."""
    for dating in reading.dates:
        start, end = reading.span(dating.first, dating.last)
        ahead = _looks_ahead(reading, dating.first)
        edtf, day = written(dating), resolved(dating, today, ahead=ahead)
        flags = []
        if dating.start.weekday is not None and dating.start.day is None:
            flags.append("weekday resolved" if day else "weekday without a date")
        elif edtf is None:
            flags.append("inferred date" if day else "no date")
        elif edtf != day:
            flags.append("inferred year" if day else "no year")
        if disagrees(dating.start, day):
            flags.append("weekday disagrees")
        if reading.tokens[dating.first].quoted:
            flags.append("inside a quotation")
        rule = "when/interval" if dating.end is not None else "when/date"
        value = {"edtf": edtf, "resolved": day}
        tier: Tier = "clause" if edtf != day else "beside"
        findings.items.append(Item("when", start, end, value, rule, tier, tuple(flags)))
