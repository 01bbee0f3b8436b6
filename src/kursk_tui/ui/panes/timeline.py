"""The timeline: claims by date, then undated claims."""

from collections.abc import Iterator, Sequence

from kursk_tui.model import When, parse_edtf
from kursk_tui.progress import track
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Column, Layout, Pane, Plan, Scene, claim_term, count_claims
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.row_model import Heading, Order, Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, line, width_of
from kursk_tui.wording import phrases

_MIN_COLUMN = 13
_EARLIEST, _LATEST, _FILE = "earliest first", "latest first", "order of the file"


class TimelinePlan(Plan):
    """Claims in the order of their dates; claims without a date on the calendar come last."""

    def __init__(self, index: Index, sort: str, _: int, longest_date: int | None = None) -> None:
        self.index = index
        self._order = _order(index, sort)
        self._longest_date = _longest_date(index) if longest_date is None else longest_date

    def replan(self, sort: str, width: int) -> Plan:
        """Return the plan for another order."""
        return TimelinePlan(self.index, sort, width, self._longest_date)

    def lay_out(self, scene: Scene) -> Layout:
        """Return the dated claims, a heading, and the undated claims."""
        width, shown = self._date_column(scene), scene.view.shown
        dated = (shown & self.index.dated).bit_count()
        return Layout(
            self._order.shown(scene.view.flags),
            self._draw,
            claim_spans.no_claim(scene.briefing),
            (
                Column("date", width, (_EARLIEST, _LATEST)),
                Column("claim", scene.width - width, (_FILE,)),
            ),
            caption=f"{dated:,} dated · {shown.bit_count() - dated:,} undated",
        )

    def _date_column(self, scene: Scene) -> int:
        """Return a width for dates and roles that leaves room for the summaries."""
        return max(_MIN_COLUMN, min(self._longest_date + 1, scene.width // 3))

    def _draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return date and summary, then role, source and words."""
        if row.claim is None:
            return BLANK, line(Span(f"undated · {row.part:,}", "muted"))
        claim = scene.view.claims[row.claim]
        when = claim.when[row.part] if claim.when else None
        column = self._date_column(scene)
        below = claim_spans.sources(claim, scene.briefing)
        if when and when.words:
            below += line(Span(" · ", "muted"), Span(phrases.quoted(when.words), "muted"))
        return (
            (*_in_column(_date(when), column), Span(claim.summary, "words")),
            (*_in_column(Span(_role(when), "muted"), column), *below),
        )


def _order(index: Index, sort: str) -> Order:
    dated = list(_dated(index))
    if sort != _FILE:
        dated.sort(key=lambda entry: entry[:2], reverse=sort == _LATEST)
    undated = [number for number, claim in enumerate(index.claims) if not claim.dated]
    rows = [Row(claim, part) for *_, claim, part in dated] + [Row(claim) for claim in undated]
    heading = Heading(len(dated), lambda count: Row(None, count, "undated"))
    return Order(rows, [heading])


def _dated(index: Index) -> Iterator[tuple[float, float, int, int]]:
    for number, claim in enumerate(track("ordering by date", index.claims)):
        for part, when in enumerate(claim.when):
            if when.placed is not None:
                days = parse_edtf(when.placed)
                first = days.start_min if days.start_min > float("-inf") else days.end_max
                yield first, days.end_max, number, part


def _longest_date(index: Index) -> int:
    stated = [when for claim in index.claims for when in claim.when]
    texts = [_date(when).text for when in stated] + [_role(when) for when in stated]
    return max(map(len, texts), default=0)


def _in_column(span: Span, width: int) -> Line:
    """Return a date padded to its column; a longer one is not cut."""
    return fit((span,), width) if width_of((span,)) < width else (span, Span(" "))


def _date(when: When | None) -> Span:
    if when is None or when.placed is None:
        return Span("no date", "unstated")
    return Span(phrases.date(when.placed), "strong")


def _role(when: When | None) -> str:
    if when is None:
        return ""
    precision = phrases.precision(when.placed) if when.placed else ""
    return f"{phrases.role(when)}, {precision}" if precision else phrases.role(when)


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds the same date, or undated claims."""
    found = view.claims[claim]
    edtf = found.when[row.part].placed if found.when else None
    if edtf is None:
        return "is:undated"
    days = parse_edtf(edtf)
    exact = days.start_min > float("-inf") and days.end_max < float("inf") and not days.vague
    return f"date:{edtf}" if exact else claim_term(row, claim, view)


PANE = Pane(
    id="timeline",
    title="Timeline",
    key="1",
    tooltip="Claims by date; undated claims last",
    plan=TimelinePlan,
    row_height=2,
    sorts=(_EARLIEST, _LATEST, _FILE),
    term=_term,
    count=count_claims,
)
