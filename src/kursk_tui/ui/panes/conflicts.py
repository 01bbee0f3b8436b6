"""Conflicts: figures that contradict each other, or may, with the reason for each comparison."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.charts.number_axis import fit_axis
from kursk_tui.model import Figure
from kursk_tui.query import Index, View, conflict_words
from kursk_tui.text.cells import wrapped
from kursk_tui.text.messages import shortened
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene, claim_term
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.entry_rows import EntryRows, Section
from kursk_tui.ui.rows.number_line import (
    KEY,
    FigureColumns,
    FigureExtent,
    figure_columns,
    line_labels,
    measure_figures,
    words_and_interval,
)
from kursk_tui.ui.rows.row_model import FixedRows, Row, RowModel, Stop
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, joined, line, width_of
from kursk_tui.ui.rows.uncompared_rows import KEY as UNCOMPARED
from kursk_tui.ui.rows.uncompared_rows import UncomparedRows
from kursk_tui.wording import phrases

if TYPE_CHECKING:  # loaded with the first conflict
    from kursk_tui.query.conflicts import Conflict, Side

_SPACE, _HEADING, _ABOUT, _WHY, _GROUNDS = "space", "heading", "about", "why", "grounds"
_NONE_FOUND = "none"
_INDENT = 2
_MANY, _REASON = 2_000, 110
"""Above so many sides, the lines of each reason are as many as this many cells take."""
_NARROW = 45
"""Below this width in cells, grounds are short, and each side names its measure."""

_NONE = "No figures conflict{}."
_SCOPE = "A figure is compared with those that count the same, or more."


class _Entry(NamedTuple):
    """A side of a conflict, and whether the side before it has the same origin."""

    side: "Side"
    conflict: "Conflict"
    again: bool


class ConflictsPlan(Plan):
    """The figures in each conflict, grouped by origin; the pane takes no side.

    Figures that are compared with no other are below them.
    """

    def __init__(self, index: Index, _: str, __: int) -> None:
        from kursk_tui.query.uncompared import find_uncompared  # loaded with the first conflict

        self.index = index
        self._uncompared = find_uncompared(index)
        self._total = len(index.conflicts)
        statements = chain.from_iterable(one.statements for one in index.conflicts)
        self._extent = measure_figures(one.figure for one in statements)

    def lay_out(self, scene: Scene) -> Layout:
        """Return the conflicts among the claims that the query shows."""
        columns = _columns(self._extent, scene.width)
        none = _NONE.format(" in this selection" if self._total else "")
        drawn = _Conflicts(scene.view, self._extent, self._others(scene), none)
        return Layout(
            drawn.row_model(scene.width),
            drawn.draw,
            f"{none} {_SCOPE}",
            (
                Column("", _INDENT),
                Column("as printed", columns.words),
                Column(line_labels(columns), scene.width - columns.measure - columns.words),
            )
            if drawn.conflicts
            else (),
            (len(drawn.conflicts), self._total),
            "sources relaying the same origin count once" if drawn.conflicts else "",
            is_possible=_is_possible,
            main_stops=drawn.main_stops,
        )

    def _others(self, scene: Scene) -> UncomparedRows:
        flags = scene.view.flags
        found = [one for one in self._uncompared if flags[one.claim]]
        return UncomparedRows(found, scene.view, is_open=UNCOMPARED in scene.opened)


class _Conflicts:
    """The conflicts of one layout, as rows of one line."""

    def __init__(self, view: View, extent: FigureExtent, others: UncomparedRows, none: str) -> None:
        self.conflicts = view.conflicts
        self._others = others
        self._none = none
        self._claims = view.claims
        self._extent = extent
        self._firsts = [0, *accumulate(len(one.sides) for one in self.conflicts)]
        """The number of the first side of each conflict, and the number of all sides."""
        self.main_stops = self._firsts[-1]

    @property
    def _are_many(self) -> bool:
        return self._firsts[-1] > _MANY

    def _entry(self, at: int) -> _Entry:
        number = bisect_right(self._firsts, at) - 1
        conflict = self.conflicts[number]
        place = at - self._firsts[number]
        side = conflict.sides[place]
        origin = side.statement.origin
        before = conflict.sides[place - 1].statement.origin if place else None
        return _Entry(side, conflict, origin is not None and origin == before)

    def row_model(self, width: int) -> RowModel:
        """Return a heading for each conflict, and two or more rows for each of its sides.

        Then follow the figures that are compared with no other.
        """
        if self._are_many:
            return self._many_rows(width)
        rows: list[Row] = []
        stops: list[Stop] = []
        at = 0
        for number, conflict in enumerate(self.conflicts):
            rows += [Row(None, number, _SPACE)] if number else []
            rows.append(Row(None, number, _HEADING))
            lines = len(self._grounds(number, width))
            rows += [Row(None, number, f"{_GROUNDS} {line}") for line in range(lines)]
            for side in conflict.sides:
                statement, first = side.statement, len(rows)
                rows += [Row(statement.claim, statement.part), Row(None, at, _ABOUT)]
                lines = len(self._reason(at, width))
                rows += [Row(None, at, f"{_WHY} {line}") for line in range(lines)]
                stops.append(Stop(statement.claim, first, len(rows) - 1))
                at += 1
        if self._others:
            rows += [Row(None, 0, _SPACE)] if rows else [Row(None, 0, _NONE_FOUND)]
            self._others.follow(rows, stops)
        return FixedRows(rows, stops)

    def _many_rows(self, width: int) -> "EntryRows[Side]":
        """Return the rows of many sides; all have as many, so none is made before it is seen."""
        why = [f"{_WHY} {line}" for line in range(_reason_lines(width))]

        def rows_of(at: int, side: "Side") -> Sequence[Row]:
            told = side.statement
            return (Row(told.claim, told.part), *(Row(None, at, key) for key in (_ABOUT, *why)))

        sections: list[Section[Side]] = []
        for number, conflict in enumerate(self.conflicts):
            above = [Row(None, number, _SPACE)] if number else []
            above.append(Row(None, number, _HEADING))
            grounds = range(len(self._grounds(number, width)))
            above += [Row(None, number, f"{_GROUNDS} {line}") for line in grounds]
            lines = 2 if conflict.counts_one else 2 + len(why)
            sections.append(Section(above, conflict.sides, lines))
        rows: list[Row] = []
        stops: list[Stop] = []
        if self._others:
            rows.append(Row(None, 0, _SPACE))
            self._others.follow(rows, stops)
        below = FixedRows(rows, stops)
        return EntryRows(sections, rows_of, lambda side: side.statement.claim, below)

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return the line of a row."""
        if (other := self._others.draw(row)) is not None:
            return (other,)
        if row.claim is not None:
            return (self._number(self._claims[row.claim].figures[row.part], scene.width),)
        if row.key == _SPACE:
            return (BLANK,)
        if row.key == _NONE_FOUND:
            return (line(Span(self._none, "muted")),)
        if row.key == _HEADING:
            return (_heading(self.conflicts[row.part], scene.width),)
        if row.key == _ABOUT:
            return ((Span(" " * _INDENT), *_about(self._entry(row.part), scene)),)
        if row.key.startswith(_GROUNDS):
            reason = self._grounds(row.part, scene.width)[int(row.key.removeprefix(_GROUNDS))]
        else:
            lines = self._reason(row.part, scene.width)
            at = int(row.key.removeprefix(_WHY))
            reason = lines[at] if at < len(lines) else ""
        return (line(Span(" " * _INDENT), Span(reason, "muted")),)

    def _number(self, figure: Figure, width: int) -> Line:
        columns = _columns(self._extent, width)
        return (Span(" " * _INDENT), *words_and_interval(figure, columns, width))

    def _reason(self, at: int, width: int) -> Sequence[str]:
        """Return why a statement is compared with others, in lines that fit a width."""
        text = conflict_words.opposed(
            self._entry(at).side, lambda rival: self._claims[rival.claim].id
        )
        lines, most = _lines(text, width), _reason_lines(width)
        if not self._are_many or len(lines) <= most:
            return lines
        rest = " ".join(lines[most - 1 :])
        return [*lines[: most - 1], shortened(rest, width - _INDENT)]

    def _grounds(self, number: int, width: int) -> Sequence[str]:
        """Return why the figures of a conflict are compared, in lines that fit a width."""
        conflict = self.conflicts[number]
        return _lines(conflict_words.grounds(conflict, short=width < _NARROW), width)


def _lines(text: str, width: int) -> Sequence[str]:
    room = width - _INDENT - 1  # a blank before the scrollbar
    if len(text) <= room:
        return [text] if text else []
    return wrapped(text, room)


def _reason_lines(width: int) -> int:
    """Return how many lines a reason has if there are many."""
    return -(-_REASON // (width - _INDENT))


@lru_cache(maxsize=16)
def _columns(extent: FigureExtent, width: int) -> FigureColumns:
    """Return the columns of words and axis; the measure is in the heading of a conflict."""
    columns = figure_columns(extent, width)
    if not columns.below:
        return columns._replace(measure=_INDENT, words=columns.measure + columns.words - _INDENT)
    words = min(max(len("as printed"), extent.words) + 2, width // 2)
    return FigureColumns(_INDENT, words, fit_axis(extent.stretches, width - _INDENT - words - 1))


def _heading(conflict: "Conflict", width: int) -> Line:
    """Return the heading of a conflict, with a short verdict if it would be cut otherwise."""
    role = "warning" if conflict.certain else "possible"
    counted, _, more = conflict_words.counted(conflict).partition(" · ")
    rest = (
        Span(f"· {counted}", "strong"),
        Span(f"{' · ' if more else ''}{more} · {conflict_words.origins(conflict)}", "muted"),
    )
    for short in (False, True):
        verdict = conflict_words.verdict(conflict, short=short)
        heading = line(Span(f"{verdict} ", role), *rest)
        if width_of(heading) <= width:
            break
    return heading


def _about(entry: _Entry, scene: Scene) -> Line:
    """Return the claim, its likelihoods and sources, what the figure counts, and the dates."""
    statement = entry.side.statement
    claim, figure = scene.view.claims[statement.claim], statement.figure
    parts: list[Line] = [(Span(claim.id, "muted"),)]
    if scene.width < _NARROW:  # the heading may be out of sight
        parts.append((Span(figure.measure, "muted"),))
    parts += [(Span(mark, "strong"),) for mark in phrases.marks(figure)]
    parts += [(one,) for one in claim_spans.likelihoods(claim, figure)]
    parts.append(claim_spans.sources(claim, scene.briefing))
    if statement.relays is not None and statement.origin is not None:
        origin = scene.briefing.source_by_id[statement.origin].label
        parts.append((Span(f"{origin}, inferred", "source"),))
    if entry.again:
        parts.append((Span("same origin", "muted"),))
    if not entry.conflict.counts_one:
        wide = scene.width >= _NARROW
        measured = conflict_words.measured(figure, entry.conflict) if wide else ()
        known = phrases.categories(figure.categories) if measured else ""
        counted = (*measured, *(part for part in phrases.counted(figure) if part != known))
        parts += [(Span(part, "muted"),) for part in counted]
    parts.append(claim_spans.dates(claim, figure))
    return joined(parts)


def _is_possible(row: Row, view: View) -> bool:
    return row.claim is not None and view.possible_figure(row.claim, row.part)


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds figures of the same measure; the claim, on a line that opens."""
    if row.claim is None:
        return claim_term(row, claim, view)
    return f"{view.claims[claim].figures[row.part].measure}:*"


PANE = Pane(
    id="conflicts",
    title="Conflicts",
    key="x",
    tooltip="Figures that conflict, or may",
    plan=ConflictsPlan,
    slot="sheet",
    has_figures=True,
    opens=True,
    compares=True,
    signs=lambda: (*KEY, Sign("▸ ▾", "enter opens the figures not compared, and closes them")),
    term=_term,
    hints=(
        Hint("claim.open", "claim"),
        Hint("unwind", "back"),
        Hint("query.only", "only this measure"),
    ),
)
