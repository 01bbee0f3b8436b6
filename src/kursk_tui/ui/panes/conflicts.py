"""Conflicts: figures of one measure and population that differ, by independent origin."""

from collections.abc import Sequence

from kursk_tui.progress import track
from kursk_tui.query import Conflict, Statement, View
from kursk_tui.ui.pane import Column, Pane, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.number_line import axis_labels, figure_columns, words_and_interval
from kursk_tui.ui.rows.row_model import Fixed, Listing, Row, Stop
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line
from kursk_tui.ui.runtime.memo import kept
from kursk_tui.wording import phrases

_HEADING, _SAME = "heading", "same origin"
_INDENT = 2


class Conflicts(Pane):
    """Where figures disagree: what each origin says, side by side. It does not decide."""

    id = "conflicts"
    title = "Conflicts"
    key = "x"
    tooltip = "Figures that differ, by origin"
    slot = "sheet"
    row_height = 2
    of_figures = True

    def listing(self, scene: Scene) -> Listing:
        """Return each conflict under a heading; those of which the query leaves two statements."""
        return _listing(scene.view)

    def columns(self, scene: Scene) -> Sequence[Column]:
        """Return words and axis."""
        columns = figure_columns(scene.view.index, scene.width)
        axis = axis_labels(columns.decades, columns.axis) if columns.axis else ""
        return (
            Column("", _INDENT),
            Column("as printed", columns.measure + columns.words - _INDENT),
            Column(axis, scene.width - columns.measure - columns.words),
        )

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return the heading of a conflict, or one statement with its source and date."""
        if row.claim is None:
            statements = _shown(scene.view)[row.part]
            return BLANK, _heading(scene.view.index.conflicts[row.part], statements)
        claim = scene.view.claims[row.claim]
        figure = claim.figures[row.part]
        columns = figure_columns(scene.view.index, scene.width)
        words = columns._replace(measure=_INDENT, words=columns.measure + columns.words - _INDENT)
        dates = [phrases.date(when.placed) for when in claim.when if when.placed]
        return (
            (Span(" " * _INDENT), *words_and_interval(figure, words, scene.width)),
            (
                Span(" " * _INDENT),
                *((Span("denied · ", "strong"),) if figure.modality == "denied" else ()),
                *(
                    Span(f"{one.text} · ", one.role)
                    for one in claim_spans.likelihoods(claim, figure)
                ),
                *claim_spans.sources(claim, scene.briefing),
                Span(" · ", "muted"),
                Span(", ".join(dates), "muted") if dates else claim_spans.not_stated("date"),
                Span(f" · {claim.id}{' · the same origin' if row.key else ''}", "muted"),
            ),
        )

    def term(self, row: Row, claim: int, scene: Scene) -> str:
        """Return the term that finds figures of the same measure."""
        return f"{scene.view.claims[claim].figures[row.part].measure}:*"

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        if not scene.view.index.conflicts:
            return (
                "No two figures of one measure and one stated population differ in this briefing."
            )
        return "No two figures of one measure and one stated population differ in this selection."

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the conflicts shown, and all."""
        return len(_shown(scene.view)), len(scene.view.index.conflicts)

    def caption(self, scene: Scene) -> str:
        """Say what counts as one origin."""
        return "relays of one origin are one origin"


@kept()
def _listing(view: View) -> Fixed:
    rows: list[Row] = []
    for number, statements in _shown(view).items():
        rows.append(Row(None, number, _HEADING))
        before = [None, *(one.origin for one in statements)]
        for at, one in enumerate(statements):
            again = bool(at) and one.origin == before[at]
            rows.append(Row(one.claim, one.part, _SAME if again else ""))
    stops = [Stop(row.claim, at, at) for at, row in enumerate(rows) if row.claim is not None]
    return Fixed(rows, stops)


@kept()
def _shown(view: View) -> dict[int, list[Statement]]:
    """Return the conflicts that the query leaves, with their statements together by origin."""
    found = {}
    flags = view.flags
    for number, conflict in enumerate(track("comparing figures", view.index.conflicts)):
        shown = [
            one
            for statements in conflict.by_origin().values()
            for one in statements
            if flags[one.claim]
        ]
        if len({one.says for one in shown}) > 1:
            found[number] = shown
    return found


def _heading(conflict: Conflict, shown: Sequence[Statement]) -> Line:
    origins = len({one.origin for one in shown})
    who = f"{origins} origins" if origins > 1 else "one origin, said differently"
    return line(
        Span(conflict.measure, "strong"), Span(f" · {conflict.population} · {who}", "muted")
    )


PANE = Conflicts()
