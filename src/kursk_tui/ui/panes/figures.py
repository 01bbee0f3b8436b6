"""Figures: the words as printed first, then what they pin down on a logarithmic axis."""

from collections.abc import Sequence
from functools import lru_cache
from math import log10
from typing import NamedTuple

from kursk_tui.briefing import Figure, Interval
from kursk_tui.briefing.figure import STANDARD_MEASURES
from kursk_tui.query import Index
from kursk_tui.ui import phrases
from kursk_tui.ui.lens import Listing, Pane, Row, Scene, stops_at_claims
from kursk_tui.ui.line import BLANK, Line, Span, fit, line, width_of

_LEAST_MEASURE, _LEAST_WORDS, _LEAST_STEP, _WIDEST_AXIS = 11, 21, 2, 64
_PREFIXES = ("", "k", "M", "G", "T", "P")


class Figures(Pane):
    """Every figure with its words, its interval, its population and its source. Never a sum."""

    id = "figures"
    title = "Figures"
    key = "2"
    tooltip = "Figures as printed, and what the words pin down"
    row_height = 2

    def listing(self, scene: Scene) -> Listing:
        """Return the figures by measure; a file's own measures come after the standard ones."""
        order = {measure: place for place, measure in enumerate(STANDARD_MEASURES)}
        claims = scene.view.claims
        rows = [
            Row(number, part)
            for number in scene.view.numbers
            for part in range(len(claims[number].figures))
        ]
        rows.sort(key=lambda row: _place(_figure(row, scene), order))
        return stops_at_claims(rows)

    def heading(self, scene: Scene) -> Sequence[Line]:
        """Return the axis."""
        columns = _columns(scene.view.index, scene.width)
        if not columns.axis:
            return ()
        labels = _labels(columns.decades, columns.axis)
        return (line(" " * (columns.measure + columns.words), Span(labels, "muted")),)

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return measure, words and interval, then population and source."""
        if row.claim is None:
            return BLANK, BLANK
        claim = scene.view.claims[row.claim]
        figure = _figure(row, scene)
        columns = _columns(scene.view.index, scene.width)
        measure = fit((Span(figure.measure, "strong"),), columns.measure - 1)
        who = phrases.sources(claim, scene.briefing)
        indent = Span(" " * columns.measure)
        return (
            (*measure, Span(" "), *_words_and_interval(figure, columns, scene.width)),
            (indent, *_of_whom(figure, who, scene.width - columns.measure)),
        )

    def term(self, row: Row, claim: int, scene: Scene) -> str:
        """Return the term that finds figures of the same measure."""
        return f"{scene.view.claims[claim].figures[row.part].measure}:*"

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        if not any(claim.figures for claim in scene.view.claims):
            return "No claim of this briefing states a figure."
        return "No claim in this selection states a figure."

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the figures shown, and all."""
        claims = scene.view.claims
        shown = sum(len(claims[number].figures) for number in scene.view.numbers)
        return shown, sum(len(claim.figures) for claim in claims)

    def caption(self, scene: Scene) -> str:
        """Say that nothing here is added up."""
        return "nothing is summed" if scene.width >= 40 else ""


def _figure(row: Row, scene: Scene) -> Figure:
    return scene.view.claims[row.claim or 0].figures[row.part]


def _place(figure: Figure, order: dict[str, int]) -> tuple[int, str, bool]:
    return order.get(figure.measure, len(order)), figure.measure, not figure.values


def _of_whom(figure: Figure, who: Line, width: int) -> Line:
    """Return population, place, period and source; what does not fit gives way in that order."""
    population = (
        Span(figure.population, "muted") if figure.population else phrases.not_stated("population")
    )
    extras = [extra for extra in (figure.place, figure.period) if extra]
    dot = Span(" · ", "faint")
    for kept in range(len(extras), -1, -1):
        about = [population, *(Span(f" · {extra}", "muted") for extra in extras[:kept])]
        if width_of((*about, dot, *who)) <= width:
            return (*about, dot, *who)
    room = max(width - width_of((population,)) - 3, min(width // 2, width_of(who)))
    return (*fit((population,), width - room - 3), dot, *who)


class _Columns(NamedTuple):
    """Widths that hold for every row: measure, words, axis (0 if there is no room), decades."""

    measure: int
    words: int
    axis: int
    decades: int


@lru_cache(maxsize=8)
def _columns(index: Index, width: int) -> _Columns:
    """Return the columns for a width, the same whatever the query shows.

    The axis gives every power of ten the same room; its last label may stand out by three cells.
    """
    figures = [figure for claim in index.claims for figure in claim.figures]
    measure = max((len(figure.measure) for figure in figures), default=0) + 1
    measure = max(_LEAST_MEASURE, min(measure, width // 3))
    numeric = (width_of((Span(one.words),)) for one in figures if one.interval != Interval())
    words = min(max(numeric, default=0) + 2, max(_LEAST_WORDS, width // 3))
    tops = [
        value * (10 if one.interval.lower and not one.interval.upper else 1)
        for one in figures
        for value in one.values
    ]
    top = max(tops, default=1)
    decades = max(2, len(str(top - 1)) if top > 1 else 1)
    room = min(width - measure - words, _WIDEST_AXIS) - 3
    step = (room - 1) // decades
    return _Columns(measure, words, step * decades + 1 if step >= _LEAST_STEP else 0, decades)


def _words_and_interval(figure: Figure, columns: _Columns, width: int) -> Line:
    """Return the words, whole if there is any room for them, and what they pin down if it fits."""
    words = (Span(figure.words, "words"),)
    room = width - columns.measure
    if figure.interval != Interval():
        if not columns.axis or width_of(words) >= columns.words:
            return words
        return (*fit(words, columns.words), *_plot(figure, columns.decades, columns.axis))
    for remark in ("no number given", "no number") if not figure.values else ("magnitude only",):
        gap = max(2, columns.words - width_of(words))
        if width_of(words) + gap + len(remark) <= room:
            return (*words, Span(" " * gap), Span(remark, "unstated"))
    return words


def _column(value: int, decades: int, axis: int) -> int:
    return round(log10(max(value, 1)) / decades * (axis - 1))


def _labels(decades: int, axis: int) -> str:
    """Label every power of ten, or every second one where there is little room."""
    text = ""
    for power in range(0, decades + 1, 1 if (axis - 1) // decades >= 4 else 2):
        at = _column(10**power, decades, axis)
        text = text.ljust(at) + str(10 ** (power % 3)) + _PREFIXES[power // 3]
    return text


def _plot(figure: Figure, decades: int, axis: int) -> Line:
    cells = [" "] * axis
    for power in range(decades + 1):
        cells[_column(10**power, decades, axis)] = "·"
    have = figure.interval
    low = None if have.lower is None else _column(have.lower, decades, axis)
    high = None if have.upper is None else _column(have.upper, decades, axis)
    first = last = None
    if low is not None or high is not None:
        first, last = low or 0, axis - 1 if high is None else high
        cells[first : last + 1] = "─" * (last + 1 - first)
        cells[first] = "◀" if low is None else "├"
        cells[last] = "▶" if high is None else "┤"
        if first == last and low is not None and high is not None:
            cells[first] = "┼"
    if have.best is not None:
        at = _column(have.best, decades, axis)
        cells[at] = "●" if figure.qualifier == "exactly" else "◆"
        first = at if first is None else min(first, at)
        last = at if last is None else max(last, at)
    start, stop = first or 0, (last or 0) + 1
    return (
        Span("".join(cells[:start]), "faint"),
        Span("".join(cells[start:stop]), "point"),
        Span("".join(cells[stop:]), "faint"),
    )


PANE = Figures()
