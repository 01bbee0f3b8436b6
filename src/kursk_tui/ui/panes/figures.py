"""Figures: the words as printed, and their interval on a logarithmic number line."""

from collections.abc import Sequence

from kursk_tui.model import Figure
from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.progress import track
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Column, Layout, Pane, Plan, Scene, claim_term
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.number_line import (
    FigureExtent,
    figure_columns,
    line_labels,
    measure_figures,
    words_and_interval,
)
from kursk_tui.ui.rows.row_model import Order, Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, width_of

_MEASURE, _HIGHEST, _FILE = "by measure", "highest first", "order of the file"
_NONE = "No claim in this briefing states a figure."
_NONE_SHOWN = "No matching claim states a figure."


class FiguresPlan(Plan):
    """All figures with their words, interval, population and source. They are never summed."""

    def __init__(self, index: Index, sort: str, _: int, extent: FigureExtent | None = None) -> None:
        self.index = index
        self._order = _order(index, sort)
        self._extent = extent or measure_figures(index)

    def replan(self, sort: str, width: int) -> Plan:
        """Return the plan for another order."""
        return FiguresPlan(self.index, sort, width, self._extent)

    def lay_out(self, scene: Scene) -> Layout:
        """Return the figures of the claims shown, one per row."""
        model = self._order.shown(scene.view.flags)
        all_rows = self._order.rows
        columns = figure_columns(self._extent, scene.width)
        rest = scene.width - columns.measure - columns.words
        return Layout(
            model,
            self._draw,
            _NONE_SHOWN if all_rows else _NONE,
            (
                Column("measure", columns.measure, (_MEASURE,)),
                Column("as printed", columns.words, (_FILE,)),
                Column(line_labels(columns), rest, (_HIGHEST,)),
            ),
            count=(len(model.rows), len(all_rows)),
            caption="figures are not summed" if scene.width >= 40 else "",
        )

    def _draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return measure, words and interval, then likelihood, population and source."""
        if row.claim is None:
            return BLANK, BLANK
        claim = scene.view.claims[row.claim]
        figure = claim.figures[row.part]
        columns = figure_columns(self._extent, scene.width)
        measure = fit((Span(figure.measure, "strong"),), columns.measure - 1)
        sources = claim_spans.sources(claim, scene.briefing)
        below = _likelihoods(claim_spans.likelihoods(claim, figure), columns.measure)
        return (
            (*measure, Span(" "), *words_and_interval(figure, columns, scene.width)),
            (*below, *_circumstances(figure, sources, scene.width - width_of(below))),
        )


def _order(index: Index, sort: str) -> Order:
    rows = [
        Row(number, part)
        for number, claim in enumerate(track("ordering figures", index.claims))
        for part in range(len(claim.figures))
    ]

    def figure(row: Row) -> Figure:
        return index.claims[row.claim or 0].figures[row.part]

    if sort == _HIGHEST:
        rows.sort(key=lambda row: -max(figure(row).values, default=-1))
    elif sort != _FILE:
        ranks = {measure: rank for rank, measure in enumerate(STANDARD_MEASURES)}
        rows.sort(key=lambda row: _sort_key(figure(row), ranks))
    return Order(rows)


def _sort_key(figure: Figure, ranks: dict[str, int]) -> tuple[int, str, bool]:
    """Return a key that sorts standard measures before others, and numbers before magnitudes."""
    return ranks.get(figure.measure, len(ranks)), figure.measure, not figure.values


def _likelihoods(terms: Line, width: int) -> Line:
    """Return likelihoods padded to a width; longer ones are not cut."""
    spans: list[Span] = []
    for term in terms:
        spans += [Span(", ", "muted"), term] if spans else [term]
    return fit(spans, width) if width_of(spans) < width else (*spans, Span(" · ", "muted"))


def _circumstances(figure: Figure, sources: Line, width: int) -> Line:
    """Return population, place, period and sources; period and place are dropped first."""
    population = (
        Span(figure.population, "muted")
        if figure.population
        else claim_spans.not_stated("population")
    )
    if figure.modality != "asserted":
        population = Span(f"{figure.modality} · {population.text}", "strong")
    extras = [extra for extra in (figure.place, figure.period) if extra]
    dot = Span(" · ", "muted")
    for shown in range(len(extras), -1, -1):
        about = [population, *(Span(f" · {extra}", "muted") for extra in extras[:shown])]
        if width_of((*about, dot, *sources)) <= width:
            return (*about, dot, *sources)
    room = max(width - width_of((population,)) - 3, min(width // 2, width_of(sources)))
    return (*fit((population,), width - room - 3), dot, *sources)


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds figures of the same measure.

    Queries for figures do not match projected or denied ones: for these, it finds the claim.
    """
    figure = view.claims[claim].figures[row.part]
    asserted = figure.modality == "asserted"
    return f"{figure.measure}:*" if asserted else claim_term(row, claim, view)


PANE = Pane(
    id="figures",
    title="Figures",
    key="2",
    tooltip="As printed, with their intervals",
    plan=FiguresPlan,
    row_height=2,
    has_figures=True,
    sorts=(_MEASURE, _HIGHEST, _FILE),
    term=_term,
)
