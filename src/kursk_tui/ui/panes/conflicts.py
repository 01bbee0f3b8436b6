"""Conflicts: figures that differ for the same measure and population, grouped by origin."""

from collections.abc import Iterator, Sequence

from kursk_tui.progress import track
from kursk_tui.query import Conflict, Index, Statement, View
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.number_line import (
    figure_columns,
    line_labels,
    measure_figures,
    words_and_interval,
)
from kursk_tui.ui.rows.row_model import FixedRows, Row, Stop
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line
from kursk_tui.wording import phrases

_HEADING, _SAME = "heading", "same origin"
_INDENT = 2
_NONE = "No two figures for the same measure and stated population differ in this {}."


class ConflictsPlan(Plan):
    """The figures in each conflict, grouped by origin; the pane takes no side."""

    def __init__(self, index: Index, _: str, __: int) -> None:
        self.index = index
        self._conflicts = index.conflicts
        self._by_origin = [
            [one for statements in conflict.by_origin().values() for one in statements]
            for conflict in self._conflicts
        ]
        self._extent = measure_figures(index)

    def lay_out(self, scene: Scene) -> Layout:
        """Return each conflict with a heading, if the query shows at least two sides of it."""
        shown = dict(self._shown(scene.view))
        columns = figure_columns(self._extent, scene.width)
        return Layout(
            _row_model(shown),
            self._draw,
            _NONE.format("selection" if self._conflicts else "briefing"),
            (
                Column("", _INDENT),
                Column("as printed", columns.measure + columns.words - _INDENT),
                Column(line_labels(columns), scene.width - columns.measure - columns.words),
            ),
            (len(shown), len(self._conflicts)),
            "relays of an origin count as that origin",
        )

    def _shown(self, view: View) -> Iterator[tuple[int, list[Statement]]]:
        """Yield the number of each conflict that a view shows, and its statements."""
        for number, statements in enumerate(track("comparing figures", self._by_origin)):
            shown = _shown_of(statements, view)
            if len({one.content for one in shown}) > 1:
                yield number, shown

    def _draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return the heading of a conflict, or one statement with its source and date."""
        if row.claim is None:
            statements = _shown_of(self._by_origin[row.part], scene.view)
            return BLANK, _heading(self._conflicts[row.part], statements)
        claim = scene.view.claims[row.claim]
        figure = claim.figures[row.part]
        columns = figure_columns(self._extent, scene.width)
        columns = columns._replace(measure=_INDENT, words=columns.measure + columns.words - _INDENT)
        dates = [phrases.date(when.placed) for when in claim.when if when.placed]
        likelihoods = claim_spans.likelihoods(claim, figure)
        return (
            (Span(" " * _INDENT), *words_and_interval(figure, columns, scene.width)),
            (
                Span(" " * _INDENT),
                *((Span("denied · ", "strong"),) if figure.modality == "denied" else ()),
                *(Span(f"{one.text} · ", one.role) for one in likelihoods),
                *claim_spans.sources(claim, scene.briefing),
                Span(" · ", "muted"),
                Span(", ".join(dates), "muted") if dates else claim_spans.not_stated("date"),
                Span(f" · {claim.id}{' · same origin' if row.key else ''}", "muted"),
            ),
        )


def _shown_of(statements: Sequence[Statement], view: View) -> list[Statement]:
    return [one for one in statements if view.flags[one.claim]]


def _row_model(conflicts: dict[int, list[Statement]]) -> FixedRows:
    rows: list[Row] = []
    for number, statements in conflicts.items():
        rows.append(Row(None, number, _HEADING))
        before = [None, *(one.origin for one in statements)]
        for at, one in enumerate(statements):
            again = bool(at) and one.origin == before[at]
            rows.append(Row(one.claim, one.part, _SAME if again else ""))
    stops = [Stop(row.claim, at, at) for at, row in enumerate(rows) if row.claim is not None]
    return FixedRows(rows, stops)


def _heading(conflict: Conflict, shown: Sequence[Statement]) -> Line:
    origins = len({one.origin for one in shown})
    sides = f"{origins} origins" if origins > 1 else "one origin, stated differently"
    return line(
        Span(conflict.measure, "strong"), Span(f" · {conflict.population} · {sides}", "muted")
    )


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds figures of the same measure."""
    return f"{view.claims[claim].figures[row.part].measure}:*"


PANE = Pane(
    id="conflicts",
    title="Conflicts",
    key="x",
    tooltip="Figures that differ, by origin",
    plan=ConflictsPlan,
    slot="sheet",
    row_height=2,
    has_figures=True,
    term=_term,
    hints=(
        Hint("claim.open", "claim"),
        Hint("unwind", "back"),
        Hint("query.only", "only this measure"),
    ),
)
