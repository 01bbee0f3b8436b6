"""Figures: the words as printed, and what they allow on a logarithmic axis of numbers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kursk_tui.library.ids import edition_of
from kursk_tui.model import Claim, Figure
from kursk_tui.model.figure import measure_order
from kursk_tui.progress import track
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene, claim_term
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.number_line import (
    APPROXIMATE,
    BEST,
    EXACT,
    KEY,
    LIMIT,
    OPEN,
    POSSIBLE,
    FigureExtent,
    displaced_interval,
    figure_columns,
    interval_below,
    line_labels,
    measure_all_figures,
    words_and_interval,
)
from kursk_tui.ui.rows.row_model import Order, Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, width_of
from kursk_tui.wording import phrases

if TYPE_CHECKING:
    from kursk_tui.tracking.endings import Ending

_MEASURE, _HIGHEST, _FILE = "by measure", "highest first", "file order"
_MIN_POPULATION, _MIN_SOURCE = 14, len("source not stated")
"""The least cells of a population, and those of a source that it does not take."""

_KEPT = 1_000
"""The most figures in the cache of lines: several screens."""

_NONE = "No claim in this briefing states a figure."
_NONE_SHOWN = "No matching claim states a figure."


_Drawn = tuple[Row, int, "Ending | None"]
"""A row, its width, and why its figure no longer stands."""


class FiguresPlan(Plan):
    """All figures with their words, interval, population and source. They are never summed."""

    def __init__(self, index: Index, sort: str, _: int, extent: FigureExtent | None = None) -> None:
        self.index = index
        self._order = _order(index, sort)
        self._extent = extent or measure_all_figures(index)
        self._drawn: dict[_Drawn, tuple[Claim, Sequence[Line]]] = {}

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
            caption=self._legend(scene, has_axis=columns.axis is not None),
            is_possible=_is_possible,
            below=claim_spans.not_known_yet(scene.briefing),
        )

    def _legend(self, scene: Scene, *, has_axis: bool) -> str:
        """Return what the signs mean, as far as there is room; what the query adds comes first."""
        signs = ["not added up"]
        if has_axis:
            best = [f"{BEST} best value"] if self._extent.has_best else []
            signs += [f"{OPEN} or more", *best, f"{APPROXIMATE} approximately", f"{EXACT} exactly"]
            if scene.view.asked_figures:
                signs[:0] = [f"{LIMIT} limit of the query", f"{POSSIBLE} possible"]
        room = scene.width - 1 - (len(scene.sort) + 3 if scene.sort else 0)
        while signs and len("  ".join(signs)) > room:
            signs.pop()
        return "  ".join(signs)

    def _draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return measure, words and interval, then likelihood, population and source."""
        if row.claim is None:
            return BLANK, BLANK
        claim = scene.view.claims[row.claim]
        figure = claim.figures[row.part]
        is_asked = figure.modality == "asserted"  # no query asks for others
        asked = scene.view.asked_figures.get(figure.measure, ()) if is_asked else ()
        possible = scene.view.partly_asked(row.claim, row.part)
        ending = self.index.known_ended.get((row.claim, row.part))
        if asked or possible:
            return self._lines(claim, figure, scene, ending, asked, possible=possible)
        key = row, scene.width, ending
        known = self._drawn.get(key)
        if known is None or known[0] is not claim:
            if len(self._drawn) == _KEPT:
                self._drawn.clear()
            known = claim, self._lines(claim, figure, scene, ending)
            self._drawn[key] = known
        return known[1]

    def _lines(
        self,
        claim: Claim,
        figure: Figure,
        scene: Scene,
        ending: "Ending | None",
        asked: Sequence[tuple[float, float]] = (),
        *,
        possible: bool = False,
    ) -> Sequence[Line]:
        columns = figure_columns(self._extent, scene.width)
        displaced = displaced_interval(figure, columns, asked, possible=possible)
        room = columns.words if displaced else scene.width - columns.measure
        about = _circumstances(
            (*_state(ending), *claim_spans.likelihoods(claim, figure)),
            figure,
            [claim_spans.sources(claim, scene.briefing, folded=one) for one in (False, True)],
            room - 1,
        )
        edition = f" · {edition_of(claim.id)}" if scene.briefing.is_library else ""
        if edition and width_of(about) + width_of((Span(edition),)) < room:
            about = (*about, Span(edition, "muted"))
        if displaced:
            about = (*fit(about, room), *displaced)
        return (
            (
                *fit((Span(figure.measure, "strong"),), columns.measure - 1),
                Span(" "),
                *words_and_interval(figure, columns, scene.width, asked, possible=possible),
            ),
            (*interval_below(figure, columns, asked, possible=possible), *about),
        )


def _state(ending: "Ending | None") -> Line:
    """Return why a figure no longer stands, if it does not."""
    if ending is None:
        return ()
    from kursk_tui.wording import endings  # loaded with the first such figure

    return (Span(f"✗ {endings.how(ending)}", "warning"),)


def _is_possible(row: Row, view: View) -> bool:
    return row.claim is not None and view.possible_figure(row.claim, row.part)


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
        rows.sort(key=lambda row: measure_order(figure(row)))
    return Order(rows)


def _circumstances(
    terms: Line, figure: Figure, forms_of_sources: Sequence[Line], width: int
) -> Line:
    """Return likelihoods, what the figure counts, and sources that fit a width.

    Relations, categories, period and place are dropped first, then the relays of the sources, and a
    population of which only a few letters would remain.
    """
    dot = Span(" · ", "muted")
    before = [part for term in terms for part in (term, dot)]
    before += [part for mark in phrases.marks(figure) for part in (Span(mark, "strong"), dot)]
    width -= width_of(before)
    population = (
        Span(figure.population, "muted")
        if figure.population
        else claim_spans.not_stated("population")
    )
    included = phrases.categories(figure.categories)
    extras = [extra for extra in (figure.place, figure.period, included) if extra]
    extras += map(phrases.related, figure.relations)
    forms = [(shown, forms_of_sources[0]) for shown in range(len(extras), -1, -1)]
    forms += ((0, sources) for sources in forms_of_sources[1:])
    for shown, sources in forms:
        about = [population, *(Span(f" · {extra}", "muted") for extra in extras[:shown])]
        if width_of((*about, dot, *sources)) <= width:
            return (*before, *about, dot, *sources)
    least = max(width // 2, min(_MIN_SOURCE, width - 10))
    room = max(width - width_of((population,)) - 3, min(least, width_of(sources)))
    if width - room - 3 < _MIN_POPULATION:
        return (*before, *fit(sources, width))
    cut = (one._replace(text=one.text.rstrip()) for one in fit((population,), width - room - 3))
    return (*before, *cut, dot, *fit(sources, room))


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds figures of the same measure.

    Queries for figures match only asserted ones: for the others, it finds the claim.
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
    is_per_claim=True,
    row_height=2,
    has_figures=True,
    sorts=(_MEASURE, _HIGHEST, _FILE),
    term=_term,
    signs=lambda: KEY,
    hints=(
        Hint("claim.open", "claim"),
        Hint("pane.sort", "sort"),
        Hint("query.only", "only this measure"),
    ),
)
