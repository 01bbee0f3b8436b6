"""Figures: the words as printed first, then what they pin down on a logarithmic axis."""

from collections.abc import Sequence
from math import log10

from kursk_tui.briefing import Figure, Interval
from kursk_tui.briefing.figure import STANDARD_MEASURES
from kursk_tui.ui import phrases
from kursk_tui.ui.lens import Listing, Pane, Row, Scene, stops_at_claims
from kursk_tui.ui.line import BLANK, Line, Span, fit, line, width_of

_MEASURE_COLUMN = 11
_WORDS_COLUMN = 21
_LEAST_STEP = 2
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
        axis = _axis_width(scene)
        if not axis or not self.listing(scene).rows:
            return ()
        labels = _labels(_decades(scene), axis)
        return (line(Span("".ljust(_MEASURE_COLUMN + _WORDS_COLUMN)), Span(labels, "muted")),)

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return measure, words and interval, then population and source."""
        if row.claim is None:
            return BLANK, BLANK
        claim = scene.view.claims[row.claim]
        figure = _figure(row, scene)
        measure = fit((Span(figure.measure, "strong"),), _MEASURE_COLUMN - 1)
        who = phrases.sources(claim, scene.briefing)
        indent = Span(" " * _MEASURE_COLUMN)
        return (
            (*measure, Span(" "), *_words_and_interval(figure, scene)),
            (indent, *_of_whom(figure, who, scene.width - _MEASURE_COLUMN)),
        )

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
    room = width - width_of(who) - 3
    return (*fit((population,), room), dot, *who) if room > 8 else who


def _words_and_interval(figure: Figure, scene: Scene) -> Line:
    axis = _axis_width(scene)
    words = (Span(figure.words, "words"),)
    if figure.interval == Interval():
        remark = Span("no number given" if not figure.values else "magnitude only", "unstated")
        room = scene.width - _MEASURE_COLUMN
        if width_of(words) + 2 + width_of((remark,)) > room:
            remark = Span("no number" if not figure.values else "magnitude", "unstated")
        if width_of(words) < _WORDS_COLUMN and axis:
            return (*fit(words, _WORDS_COLUMN), remark)
        return (*fit(words, max(8, min(width_of(words), room - 11))), Span("  "), remark)
    if not axis:
        return words
    return (*fit(words, _WORDS_COLUMN - 1), Span(" "), *_plot(figure, _decades(scene), axis))


def _axis_width(scene: Scene) -> int:
    """Return a width that gives every power of ten the same room, or 0 where there is too little.

    The label of the last power may stand out by three cells.
    """
    room = min(scene.width - _MEASURE_COLUMN - _WORDS_COLUMN, 64) - 3
    step = (room - 1) // _decades(scene)
    return step * _decades(scene) + 1 if step >= _LEAST_STEP else 0


def _decades(scene: Scene) -> int:
    """Return the powers of ten that the axis spans, the same whatever the query shows."""
    top = max(
        (value for claim in scene.view.claims for one in claim.figures for value in one.values),
        default=1,
    )
    return max(2, len(str(top - 1)) if top > 1 else 1)


def _column(value: int, decades: int, axis: int) -> int:
    return round(log10(max(value, 1)) / decades * (axis - 1))


def _labels(decades: int, axis: int) -> str:
    text = ""
    for power in range(decades + 1):
        at = _column(10**power, decades, axis)
        if not power or at > len(text):
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
