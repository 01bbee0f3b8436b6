"""Figures: the words as printed first, then what they pin down on a logarithmic axis."""

from collections.abc import Sequence

from kursk_tui.model import Figure
from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.progress import track
from kursk_tui.query import Index
from kursk_tui.ui.pane import KEPT_LAYOUTS, Column, Pane, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.number_line import axis_labels, figure_columns, words_and_interval
from kursk_tui.ui.rows.row_model import Listing, Order, Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, width_of
from kursk_tui.ui.runtime.memo import kept

_MEASURE, _HIGHEST, _FILE = "by measure", "highest first", "order of the file"


class Figures(Pane):
    """Every figure with its words, its interval, its population and its source. Never a sum."""

    id = "figures"
    title = "Figures"
    key = "2"
    tooltip = "Figures as printed, and what the words pin down"
    row_height = 2
    of_figures = True
    sorts = (_MEASURE, _HIGHEST, _FILE)

    def listing(self, scene: Scene) -> Listing:
        """Return the figures by measure; a file's own measures come after the standard ones."""
        return _order(scene.view.index, scene.sort).shown(scene.view)

    def columns(self, scene: Scene) -> Sequence[Column]:
        """Return measure, words and axis."""
        columns = figure_columns(scene.view.index, scene.width)
        rest = scene.width - columns.measure - columns.words
        axis = axis_labels(columns.decades, columns.axis) if columns.axis else ""
        return (
            Column("measure", columns.measure, (_MEASURE,)),
            Column("as printed", columns.words, (_FILE,)),
            Column(axis, rest, (_HIGHEST,)),
        )

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return measure, words and interval, then likelihood, population and source."""
        if row.claim is None:
            return BLANK, BLANK
        claim = scene.view.claims[row.claim]
        figure = _figure(row, scene)
        columns = figure_columns(scene.view.index, scene.width)
        measure = fit((Span(figure.measure, "strong"),), columns.measure - 1)
        who = claim_spans.sources(claim, scene.briefing)
        below = _column(claim_spans.likelihoods(claim, figure), columns.measure)
        return (
            (*measure, Span(" "), *words_and_interval(figure, columns, scene.width)),
            (*below, *_of_whom(figure, who, scene.width - width_of(below))),
        )

    def term(self, row: Row, claim: int, scene: Scene) -> str:
        """Return the term that finds figures of the same measure.

        One that is projected or denied answers no query for figures: then only its claim.
        """
        figure = scene.view.claims[claim].figures[row.part]
        asserted = figure.modality == "asserted"
        return f"{figure.measure}:*" if asserted else super().term(row, claim, scene)

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        if not any(claim.figures for claim in scene.view.claims):
            return "No claim of this briefing states a figure."
        return "No claim in this selection states a figure."

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the figures shown, and all."""
        return len(self.listing(scene).rows), len(_order(scene.view.index, scene.sort).rows)

    def caption(self, scene: Scene) -> str:
        """Say that nothing here is added up."""
        return "nothing is summed" if scene.width >= 40 else ""


@kept(KEPT_LAYOUTS)
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
        order = {measure: place for place, measure in enumerate(STANDARD_MEASURES)}
        rows.sort(key=lambda row: _place(figure(row), order))
    return Order(rows)


def _figure(row: Row, scene: Scene) -> Figure:
    return scene.view.claims[row.claim or 0].figures[row.part]


def _place(figure: Figure, order: dict[str, int]) -> tuple[int, str, bool]:
    return order.get(figure.measure, len(order)), figure.measure, not figure.values


def _column(likelihoods: Line, width: int) -> Line:
    """Return likelihoods below a measure; they are not cut, but push the rest to the right."""
    spans: list[Span] = []
    for one in likelihoods:
        spans += [Span(", ", "muted"), one] if spans else [one]
    return fit(spans, width) if width_of(spans) < width else (*spans, Span(" · ", "muted"))


def _of_whom(figure: Figure, who: Line, width: int) -> Line:
    """Return population, place, period and source; what does not fit gives way in that order."""
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
        if width_of((*about, dot, *who)) <= width:
            return (*about, dot, *who)
    room = max(width - width_of((population,)) - 3, min(width // 2, width_of(who)))
    return (*fit((population,), width - room - 3), dot, *who)


PANE = Figures()
