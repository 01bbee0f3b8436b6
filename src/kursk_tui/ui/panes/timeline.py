"""Timeline: claims by their dates, then those without one."""

from collections.abc import Iterator, Sequence

from kursk_tui.model import When, parse_edtf
from kursk_tui.progress import track
from kursk_tui.query import Index
from kursk_tui.ui.pane import KEPT_LAYOUTS, Column, Pane, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.row_model import Heading, Listing, Order, Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, line, width_of
from kursk_tui.ui.runtime.memo import kept
from kursk_tui.wording import phrases

_LEAST_COLUMN = 13
_EARLIEST, _LATEST, _FILE = "earliest first", "latest first", "order of the file"


@kept()
def _longest_date(index: Index) -> int:
    stated = [when for claim in index.claims for when in claim.when]
    texts = [_date(when).text for when in stated] + [_role(when) for when in stated]
    return max(map(len, texts), default=0)


def _date_column(scene: Scene) -> int:
    """Return a width for dates and roles; a few long ones must not starve the words of all."""
    return max(_LEAST_COLUMN, min(_longest_date(scene.view.index) + 1, scene.width // 3))


def _in_column(span: Span, width: int) -> Line:
    """Return a date in its column; a longer one is not cut, but pushes the rest to the right."""
    return fit((span,), width) if width_of((span,)) < width else (span, Span(" "))


class Timeline(Pane):
    """Claims in the order of their dates; those in words only, or undated, stand at the end."""

    id = "timeline"
    title = "Timeline"
    key = "1"
    tooltip = "Claims by date; those without one at the end"
    row_height = 2
    sorts = (_EARLIEST, _LATEST, _FILE)

    def listing(self, scene: Scene) -> Listing:
        """Return the dated claims, a heading, and the undated ones."""
        return _order(scene.view.index, scene.sort).shown(scene.view)

    def columns(self, scene: Scene) -> Sequence[Column]:
        """Return date and claim."""
        width = _date_column(scene)
        return (
            Column("date", width, (_EARLIEST, _LATEST)),
            Column("claim", scene.width - width, (_FILE,)),
        )

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return date and summary, then role, source and words."""
        if row.claim is None:
            return BLANK, line(Span(f"undated · {row.part:,}", "muted"))
        claim = scene.view.claims[row.claim]
        when = claim.when[row.part] if claim.when else None
        column = _date_column(scene)
        below = claim_spans.sources(claim, scene.briefing)
        if when and when.words:
            below += line(Span(" · ", "muted"), Span(phrases.quoted(when.words), "muted"))
        return (
            (*_in_column(_date(when), column), Span(claim.summary, "words")),
            (*_in_column(Span(_role(when), "muted"), column), *below),
        )

    def term(self, row: Row, claim: int, scene: Scene) -> str:
        """Return the term that finds the same date, or that there is none."""
        found = scene.view.claims[claim]
        edtf = found.when[row.part].placed if found.when else None
        if edtf is None:
            return "is:undated"
        days = parse_edtf(edtf)
        exact = days.start_min > float("-inf") and days.end_max < float("inf") and not days.vague
        return f"date:{edtf}" if exact else super().term(row, claim, scene)

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        return claim_spans.no_claim(scene.briefing)

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the claims shown, and all."""
        return scene.view.shown.bit_count(), len(scene.view.claims)

    def caption(self, scene: Scene) -> str:
        """Return how many claims have a date."""
        shown = scene.view.shown
        dated = (shown & scene.view.index.dated).bit_count()
        return f"{dated:,} dated · {shown.bit_count() - dated:,} undated"


@kept(KEPT_LAYOUTS)
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


def _date(when: When | None) -> Span:
    if when is None or when.placed is None:
        return Span("no date", "unstated")
    return Span(phrases.date(when.placed), "strong")


def _role(when: When | None) -> str:
    if when is None:
        return ""
    precision = phrases.precision(when.placed) if when.placed else ""
    return f"{phrases.role(when)}, {precision}" if precision else phrases.role(when)


PANE = Timeline()
