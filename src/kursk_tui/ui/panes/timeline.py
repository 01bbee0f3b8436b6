"""The timeline: dated claims on a shared axis, then background dates and claims without time."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import compress

from kursk_tui.charts.chronology import (
    Chronology,
    DatedLine,
    dates_by_line,
    placed_and_others,
    read_chronology,
)
from kursk_tui.charts.time_axis import fit_axis
from kursk_tui.charts.time_bars import seen_from, time_bar
from kursk_tui.charts.time_labels import Scale, label_axis
from kursk_tui.model import Claim, parse_edtf
from kursk_tui.query import Index, View
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene, claim_term, count_claims
from kursk_tui.ui.rows import claim_spans, time_marks
from kursk_tui.ui.rows.alike_names import beginnings, distinct_in
from kursk_tui.ui.rows.closing_group import RowsWithClosingGroup
from kursk_tui.ui.rows.edition_names import EditionNames
from kursk_tui.ui.rows.row_model import Heading, Order, Row, RowModel, ShownRows
from kursk_tui.ui.rows.styled_text import Line, Span, fit, line, slice_spans
from kursk_tui.ui.rows.time_columns import TimeColumns, dates_that_fit, time_columns
from kursk_tui.ui.rows.time_marks import TimeRuler
from kursk_tui.vocabulary import TimeRole

_EARLIEST, _LATEST, _FILE = "earliest first", "latest first", "file order"
_BACKGROUND, _SILENT = "background", "no time"
_MANY_LINES = 200
"""From this number of dated lines on, a density row is above them."""

_ROLES: tuple[TimeRole, ...] = ("event", "in effect", "reported", "as of")
_NOTES = "date not stated", "no date"
_KEPT = 1_000
"""The most lines in the cache: several screens."""

_DOCUMENT_DAYS = "document's day", "document"


class _Ruler:
    """The axis of a briefing at one width, with its labels and columns."""

    def __init__(self, chronology: Chronology, index: Index, year: int | None, width: int) -> None:
        self.width = width
        self._index = index
        self.columns: TimeColumns = time_columns(
            chronology.samples,
            chronology.longest_id,
            chronology.longest_summary,
            year,
            width,
            eras=len(chronology.eras),
            is_draft=index.briefing.status == "draft",
        )
        self.drawn: dict[Row, tuple[Claim, Line]] = {}
        """The lines drawn last, by row, with the claims they show."""
        self.scale = Scale((), ())
        self.ruler: TimeRuler | None = None
        if self.columns.axis:
            axis = fit_axis(chronology.eras, self.columns.axis)
            self.scale = label_axis(axis, chronology.day)
            self.ruler = TimeRuler(axis, self.scale.ticks)

    def summary(self, claim: Claim, room: int, words: str) -> Line:
        """Return the words of a summary; in a library with the edition, if others start alike."""
        if self._index.briefing.is_library:
            return self._editions.summary(claim, room)
        return (Span(words, "words"),)

    @cached_property
    def _editions(self) -> EditionNames:
        return EditionNames(self._index.claims, self.columns.claim - self.columns.ids - 1)


class TimelinePlan(Plan):
    """Dated claims in order on one axis for the whole briefing; a query does not move it."""

    def __init__(
        self, index: Index, sort: str, _: int, chronology: Chronology | None = None
    ) -> None:
        self.index = index
        self._chronology = chronology or read_chronology(index.claims, index.briefing)
        lines = _sorted(self._chronology.lines, sort)
        names = (index.claims[one.claim].summary for one in lines)
        self._beginnings = beginnings(names) if len(lines) < _MANY_LINES else {}
        self._dated = Order(Row(one.claim, one.part) for one in lines)
        self._days = list(dict.fromkeys(one.days for one in lines))
        numbers = {days: number for number, days in enumerate(self._days)}
        self._days_of = [numbers[one.days] for one in lines]  # counting numbers is faster
        self._background = Order(Row(one.claim, one.part) for one in self._chronology.background)
        self._has_dates = bool(lines or self._background.rows)
        # Without dates there is nothing else to show: the heading of the claims is then no stop.
        headings = () if self._has_dates else (Heading(0, lambda count: Row(None, count, _SILENT)),)
        self._silent = Order((Row(number) for number in self._chronology.silent), headings)
        date = index.briefing.date
        self._year = int(date[:4]) if date and date[:4].isdecimal() else None
        self._ruler: _Ruler | None = None

    def replan(self, sort: str, width: int) -> Plan:
        """Return the plan for another order."""
        return TimelinePlan(self.index, sort, width, self._chronology)

    def lay_out(self, scene: Scene) -> Layout:
        """Return the dated claims, and rows for background dates and other claims, which open."""
        flags = scene.view.flags
        dated, silent = self._dated.shown(flags), self._silent.shown(flags)
        rows: RowModel = silent
        if self._has_dates:
            rows = dated
            for key, group in (_BACKGROUND, self._background.shown(flags)), (_SILENT, silent):
                rows = RowsWithClosingGroup(rows, group, key, is_open=key in scene.opened)
        return Layout(
            rows,
            self._draw,
            claim_spans.no_claim(scene.briefing),
            self._columns(scene.width),
            caption=self._legend(scene),
            above=self._density(dated, self._ruler_for(scene.width)),
        )

    def _columns(self, width: int) -> Sequence[Column]:
        if not self._has_dates:
            return (Column("claim", width, (_FILE,)),)
        ruler = self._ruler_for(width)
        claim, when = ruler.columns.claim, ruler.columns.when + ruler.columns.sign
        by_date = _EARLIEST, _LATEST
        return (
            Column("claim", claim, (_FILE,)),
            Column("when", when, by_date),
            Column(ruler.scale.text, width - claim - when, by_date),
        )

    def _ruler_for(self, width: int) -> _Ruler:
        ruler = self._ruler
        if ruler is None or ruler.width != width:
            self._ruler = ruler = _Ruler(self._chronology, self.index, self._year, width)
        return ruler

    def _density(self, dated: ShownRows, ruler: _Ruler) -> Sequence[Line]:
        """Return a row with the number of claims by column, if there are many."""
        if ruler.ruler is None or len(self._chronology.lines) < _MANY_LINES:
            return ()
        counts = Counter(compress(self._days_of, dated.flags))
        days = ((self._days[number], count) for number, count in counts.items())
        blocks, most = ruler.ruler.density({one: count for one, count in days if one})
        columns = ruler.columns
        what = "claims per column" if columns.claim > len("claims per column") else "per column"
        key = f"█ = {most:,}" if most else ""
        return (
            (
                *fit((Span(what, "muted"),), columns.claim),
                *fit((Span(key, "muted"),), columns.when + columns.sign),
                *blocks,
            ),
        )

    def _legend(self, scene: Scene) -> str:
        """Return what the signs mean; if there is too little room, those that occur most."""
        chronology = self._chronology
        if not chronology.lines:
            return ""
        room = scene.width - 2 - (len(scene.sort) + 3 if scene.sort else 0)
        has_axis = bool(self._ruler_for(scene.width).columns.axis)
        legends = [self._signs(room, day, has_axis=has_axis) for day in _DOCUMENT_DAYS]
        longest, short = legends
        return "  ".join(longest if len(longest) >= len(short) else short)

    def _signs(self, room: int, day: str, *, has_axis: bool) -> Sequence[str]:
        """Return the signs that occur most, with their meaning."""
        chronology = self._chronology
        days = chronology.lines_with_day if has_axis else 0
        counts = {
            **{f"{time_marks.SIGNS[one]} {one}": chronology.roles.get(one, 0) for one in _ROLES},
            f"{time_marks.DOCUMENT} {day}": days,
            f"{time_marks.INEXACT} sometime within": chronology.inexact,
            f"{time_marks.APPROXIMATE} approximate": chronology.approximate,
        }
        kept = [sign for sign, count in counts.items() if count]
        while kept and len("  ".join(kept)) > room:
            kept.remove(min(kept, key=counts.__getitem__))
        return kept

    def _draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return a claim, when it was in words, and its bars on the axis."""
        if row.claim is None:
            return (self._group(row, scene),)
        claim = scene.view.claims[row.claim]
        drawn = self._ruler_for(scene.width).drawn
        known = drawn.get(row)
        if known is None or known[0] is not claim:
            if len(drawn) == _KEPT:
                drawn.clear()
            drawn[row] = known = claim, self._line(row, claim, scene)
        return (known[1],)

    def _line(self, row: Row, claim: Claim, scene: Scene) -> Line:
        """Return the line of a claim; what the query asks does not change it."""
        ruler = self._ruler_for(scene.width)
        columns = ruler.columns
        name = fit((Span(claim.id, "muted"),), columns.ids - 1) if columns.ids else ()
        start = line(*name, Span(" " if name else ""))
        if not claim.when:
            room = scene.width - 2 - columns.ids
            return line(Span("  "), *start, *ruler.summary(claim, room, claim.summary))
        room = columns.claim - columns.ids - 1
        words = distinct_in(claim.summary, self._beginnings.get(claim.summary), room)
        summary = (*start, *ruler.summary(claim, room, words))
        return (*_in(summary, columns.claim), *self._date(row, claim, scene))

    def _group(self, row: Row, scene: Scene) -> Line:
        """Return the row of background dates, or of the claims without time."""
        sign = "▾ " if row.key in scene.opened else "▸ "
        if row.key == _BACKGROUND:
            words = plural(row.part, "background date")
            return line(Span(sign, "muted"), Span(words, "muted"))
        give = "gives" if row.part == 1 else "give"
        words = f"{plural(row.part, 'claim')} {give} no time"
        return line(Span(sign if self._has_dates else "", "muted"), Span(words, "unstated"))

    def _date(self, row: Row, claim: Claim, scene: Scene) -> Line:
        ruler = self._ruler_for(scene.width)
        dates = dates_by_line(claim)[row.part]
        columns = ruler.columns
        sign = Span(time_marks.SIGNS[dates[0].role] + " ", "muted")
        if dates[0].role == "background":  # it has the cells of the axis
            columns = columns._replace(when=columns.when + columns.axis)
            return (sign, *dates_that_fit(dates, columns, self._year))
        words = dates_that_fit(dates, columns, self._year)
        if ruler.ruler is None:
            return (sign, *words)
        document = self._chronology.document_days.get(claim.document)
        bars = [seen_from(bar, document) for bar in map(time_bar, dates) if bar is not None]
        drawn = ruler.ruler.line(bars, document)
        if not bars:
            drawn = _with_note(drawn, ruler.ruler, document)
        return (*_in(words, ruler.columns.when), sign, *drawn)


def _in(spans: Sequence[Span], column: int) -> Line:
    """Return a line that fills a column, with a blank at its end."""
    return (*fit(spans, column - 1), Span(" "))


def _with_note(drawn: Line, ruler: TimeRuler, document: int | None) -> Line:
    """Return a line without a bar, with a note beside the day of the document if there is room."""
    width = ruler.axis.width
    here = width if document is None else ruler.axis.cell(document)
    after = width - here - 1
    for note in _NOTES:
        if len(note) + 1 < here:
            return _noted(drawn, note, 1, width)
        if len(note) + 1 < after:
            return _noted(drawn, note, here + 2, width)
    return _noted(drawn, _NOTES[-1], 1, width)


def _noted(drawn: Line, note: str, at: int, width: int) -> Line:
    """Return a line with a note from a cell on."""
    rest = slice_spans(drawn, at + len(note), width)
    return (*slice_spans(drawn, 0, at), Span(note, "unstated"), *rest)


def _sorted(lines: Sequence[DatedLine], sort: str) -> Sequence[DatedLine]:
    if sort == _FILE:
        return lines
    placed, others = placed_and_others(lines)
    placed.sort(key=lambda one: one.place, reverse=sort == _LATEST)
    return [*placed, *others]


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds the same date, background dates or undated claims."""
    found = view.claims[claim]
    if row.key == _BACKGROUND:
        return "has:background"
    edtf = None
    if row.claim is not None and found.when:
        first = dates_by_line(found)[row.part][0]
        if first.role == "background":
            return claim_term(row, claim, view)
        edtf = first.placed
    if edtf is None:
        return "is:undated"
    days = parse_edtf(edtf)
    exact = days.start_min > float("-inf") and days.end_max < float("inf") and not days.vague
    return f"date:{edtf}" if exact else claim_term(row, claim, view)


PANE = Pane(
    id="timeline",
    title="Timeline",
    key="1",
    tooltip="Claims by date, on one axis",
    plan=TimelinePlan,
    is_per_claim=True,
    opens=True,
    sorts=(_EARLIEST, _LATEST, _FILE),
    term=_term,
    count=count_claims,
    signs=lambda: time_marks.KEY,
    hints=(
        Hint("claim.open", "open"),
        Hint("pane.sort", "sort"),
        Hint("query.only", "only this date"),
    ),
)
