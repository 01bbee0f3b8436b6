"""Figures in columns: the words as printed, and the interval on a logarithmic number line."""

from math import log10
from typing import NamedTuple

from kursk_tui.model import Figure, Interval
from kursk_tui.progress import track
from kursk_tui.query import Index
from kursk_tui.ui.rows.styled_text import Line, Span, fit, width_of

_MIN_MEASURE, _MIN_WORDS, _MIN_DECADE, _MAX_LINE = 11, 21, 2, 64
_UNKNOWN = Interval()
_PREFIXES = ("", "k", "M", "G", "T", "P")


class FigureExtent(NamedTuple):
    """The widths of the widest measure and number in cells, and the number of decades."""

    measure: int
    words: int
    decades: int


class FigureColumns(NamedTuple):
    """The widths of the columns in cells, and the number of decades on the number line.

    `line` is 0 if there is no room for a number line.
    """

    measure: int
    words: int
    line: int
    decades: int


def measure_figures(index: Index) -> FigureExtent:
    """Measure all figures of a briefing, so that the columns do not depend on the query."""
    measure = words = top = 1
    for claim in track("measuring figures", index.claims):
        for figure in claim.figures:
            measure = max(measure, len(figure.measure))
            interval = figure.interval
            if interval != _UNKNOWN:
                words = max(words, width_of((Span(figure.words),)))
            open_end = 10 if interval.lower and not interval.upper else 1
            top = max(top, max(figure.values, default=0) * open_end)
    return FigureExtent(measure, words, max(2, len(str(top - 1))))


def figure_columns(extent: FigureExtent, width: int) -> FigureColumns:
    """Return the columns that fit a width in cells.

    Each decade has the same width on the line; the last label may overhang by three cells.
    """
    measure = max(_MIN_MEASURE, min(extent.measure + 1, width // 3))
    words = min(max(len("as printed"), extent.words) + 2, max(_MIN_WORDS, width // 3))
    room = min(width - measure - words, _MAX_LINE) - 3
    decade = (room - 1) // extent.decades
    line = decade * extent.decades + 1 if decade >= _MIN_DECADE else 0
    return FigureColumns(measure, words, line, extent.decades)


def words_and_interval(figure: Figure, columns: FigureColumns, width: int) -> Line:
    """Return the words of a figure, and its interval if it fits."""
    words = (Span(figure.words, "words"),)
    if figure.interval != _UNKNOWN:
        if not columns.line or width_of(words) >= columns.words:
            return words
        return (*fit(words, columns.words), *_plot(figure, columns.decades, columns.line))
    remark = "magnitude only" if figure.values else "no number given"
    gap = max(2, columns.words - width_of(words))
    if width_of(words) + gap + len(remark) <= width - columns.measure:
        return (*words, Span(" " * gap), Span(remark, "unstated"))
    return words


def _cell(value: int, decades: int, line: int) -> int:
    return round(log10(max(value, 1)) / decades * (line - 1))


def line_labels(columns: FigureColumns) -> str:
    """Return the labels of the number line: one per decade, or per two if space is short."""
    decades, line = columns.decades, columns.line
    if not line:
        return ""
    text = ""
    for power in range(0, decades + 1, 1 if (line - 1) // decades >= 4 else 2):
        at = _cell(10**power, decades, line)
        text = text.ljust(at) + str(10 ** (power % 3)) + _PREFIXES[power // 3]
    return text


def _plot(figure: Figure, decades: int, line: int) -> Line:
    cells = [" "] * line
    for power in range(decades + 1):
        cells[_cell(10**power, decades, line)] = "·"
    interval = figure.interval
    low = None if interval.lower is None else _cell(interval.lower, decades, line)
    high = None if interval.upper is None else _cell(interval.upper, decades, line)
    first = last = None
    if low is not None or high is not None:
        first, last = low or 0, line - 1 if high is None else high
        cells[first : last + 1] = "─" * (last + 1 - first)
        cells[first] = "◄" if low is None else "├"
        cells[last] = "►" if high is None else "┤"
        if first == last and low is not None and high is not None:
            cells[first] = "┼"
    if interval.best is not None:
        at = _cell(interval.best, decades, line)
        cells[at] = "●" if figure.qualifier == "exactly" else "◆"
        first = at if first is None else min(first, at)
        last = at if last is None else max(last, at)
    start, stop = first or 0, (last or 0) + 1
    return (
        Span("".join(cells[:start]), "faint"),
        Span("".join(cells[start:stop]), "point"),
        Span("".join(cells[stop:]), "faint"),
    )
