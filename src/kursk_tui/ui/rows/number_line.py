"""Figures in columns: the words as printed, and what they pin down on a logarithmic axis."""

from math import log10
from typing import NamedTuple

from kursk_tui.model import Figure, Interval
from kursk_tui.progress import track
from kursk_tui.query import Index
from kursk_tui.ui.rows.styled_text import Line, Span, fit, width_of
from kursk_tui.ui.runtime.memo import kept

_LEAST_MEASURE, _LEAST_WORDS, _LEAST_STEP, _WIDEST_AXIS = 11, 21, 2, 64
_PREFIXES = ("", "k", "M", "G", "T", "P")


class Columns(NamedTuple):
    """Widths that hold for every row: measure, words, axis (0 if there is no room), decades."""

    measure: int
    words: int
    axis: int
    decades: int


@kept(8)
def figure_columns(index: Index, width: int) -> Columns:
    """Return the columns for a width, the same whatever the query shows.

    The axis gives every power of ten the same room; its last label may stand out by three cells.
    """
    widest_measure, widest_words, decades = _extent(index)
    measure = max(_LEAST_MEASURE, min(widest_measure + 1, width // 3))
    words = min(max(len("as printed"), widest_words) + 2, max(_LEAST_WORDS, width // 3))
    room = min(width - measure - words, _WIDEST_AXIS) - 3
    step = (room - 1) // decades
    return Columns(measure, words, step * decades + 1 if step >= _LEAST_STEP else 0, decades)


@kept()
def _extent(index: Index) -> tuple[int, int, int]:
    """Return the cells of the widest measure and words of a number, and the powers of ten."""
    measure = words = top = 1
    for claim in track("measuring figures", index.claims):
        for figure in claim.figures:
            measure = max(measure, len(figure.measure))
            have = figure.interval
            if have != Interval():
                words = max(words, width_of((Span(figure.words),)))
            open_end = 10 if have.lower and not have.upper else 1
            top = max(top, max(figure.values, default=0) * open_end)
    return measure, words, max(2, len(str(top - 1)))


def words_and_interval(figure: Figure, columns: Columns, width: int) -> Line:
    """Return the words, whole if there is any room for them, and what they pin down if it fits."""
    words = (Span(figure.words, "words"),)
    room = width - columns.measure
    if figure.interval != Interval():
        if not columns.axis or width_of(words) >= columns.words:
            return words
        return (*fit(words, columns.words), *_plot(figure, columns.decades, columns.axis))
    for remark in ("magnitude only" if figure.values else "no number given",):
        gap = max(2, columns.words - width_of(words))
        if width_of(words) + gap + len(remark) <= room:
            return (*words, Span(" " * gap), Span(remark, "unstated"))
    return words


def _column(value: int, decades: int, axis: int) -> int:
    return round(log10(max(value, 1)) / decades * (axis - 1))


def axis_labels(decades: int, axis: int) -> str:
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
        cells[first] = "◄" if low is None else "├"
        cells[last] = "►" if high is None else "┤"
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
