"""Figures in columns: the words as printed, and what they allow on an axis of numbers."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from weakref import WeakKeyDictionary

from kursk_tui.charts.number_axis import BREAK, NumberAxis, Powers, find_stretches, fit_axis
from kursk_tui.charts.number_bars import NumberBar, limits, number_bar, part_asked, reach
from kursk_tui.model import Figure, Interval
from kursk_tui.progress import track
from kursk_tui.query import Index
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import Line, Span, fit, slice_spans, width_of
from kursk_tui.wording import phrases

EXACT, APPROXIMATE, OPEN, BEST = "◆", "╌◇╌", "├▶", "├◇┤"
"""An exact number, an approximate one, a bound with an open end, and a best value in a range."""

LIMIT, POSSIBLE = "┊", "░"
"""A limit in the query, and the part of a possible match that the query asks for."""

KEY = (
    Sign(EXACT, "exactly this number"),
    Sign(APPROXIMATE, "approximately this number; how far off is not stated"),
    Sign(OPEN, "this number or more"),
    Sign("◀─┤", "this number or less"),
    Sign("├─┤ ┼", "a number between these; ┼ if they are in one cell"),
    Sign(BEST, "a number between these, with the best value"),
    Sign(LIMIT, "a limit of the query"),
    Sign(POSSIBLE, "the part of a possible match that meets the query"),
    Sign("╱╱", "empty part of the axis left out"),
    Sign(phrases.NOT_ASSERTED, "not asserted: the document leaves open whether it is so"),
)
"""The signs of the axis in words."""

_MIN_MEASURE, _MIN_WORDS, _MIN_AXIS = 11, 15, 10
_ENOUGH_AXIS = 20
"""The cells of an axis that are enough to give words more than their share of the room."""

_AXIS_BESIDE_FROM = 45
"""The width in cells from which the axis is beside the words, if it has room there."""

_UNKNOWN = Interval()
_REMARKS = {True: ("magnitude only", "magnitude"), False: ("no number given", "no number")}
"""Remarks on figures with a magnitude and with no number: the long and the short one."""

_BEFORE_REMARK, _LONGEST_REMARK = 2, len("no number given")
"""The least number of blanks before a remark, and the cells of the longest."""


class FigureExtent(NamedTuple):
    """The widths of the widest words in cells, and the powers of ten to show.

    `words` are those of numbers, `remarked` those of figures without one. `has_best` is whether a
    range has a best value.
    """

    measure: int
    words: int
    stretches: tuple[Powers, ...]
    remarked: int = 0
    has_best: bool = False


class FigureColumns(NamedTuple):
    """The widths of the columns in cells, and the axis; None if there is no room for it.

    All remarks on figures without a number are `short` if there is no room for a long one. The
    axis is `below` the measure, in the second line, if there is no room for it beside the words.
    """

    measure: int
    words: int
    axis: NumberAxis | None
    short: bool = False
    below: bool = False


_EXTENTS: WeakKeyDictionary[Index, FigureExtent] = WeakKeyDictionary()


def measure_all_figures(index: Index) -> FigureExtent:
    """Measure all figures of a briefing, so that the columns do not depend on the query.

    The result is cached while the index is in use, as several panes need it.
    """
    if index not in _EXTENTS:
        claims = track("measuring figures", index.claims)
        _EXTENTS[index] = measure_figures(figure for claim in claims for figure in claim.figures)
    return _EXTENTS[index]


def measure_figures(figures: Iterable[Figure]) -> FigureExtent:
    """Measure some figures."""
    measure = words = 1
    remarked = 0
    known: dict[tuple[str, tuple[int, ...], int | None], bool] = {}
    intervals: list[Interval] = []
    for figure in figures:
        measure = max(measure, len(figure.measure))
        key = figure.qualifier, figure.values, figure.best
        has_number = known.get(key)
        if has_number is None:
            intervals.append(figure.interval)
            known[key] = has_number = intervals[-1] != _UNKNOWN
        if has_number:
            words = max(words, _width(figure.words))
        else:
            remarked = max(remarked, _width(figure.words))
    stretches = find_stretches(intervals)
    has_best = any(best is not None for _, _, best in known)
    return FigureExtent(measure, words, stretches, remarked, has_best)


def _width(text: str) -> int:
    return len(text) if text.isascii() and text.isprintable() else width_of((Span(text),))


def columns_without_measure(extent: FigureExtent, width: int) -> FigureColumns:
    """Return the columns that fit a width in cells, without one for the measure."""
    columns = figure_columns(extent._replace(measure=0), width + _MIN_MEASURE)
    return columns._replace(measure=0)


@lru_cache(maxsize=16)
def figure_columns(extent: FigureExtent, width: int) -> FigureColumns:
    """Return the columns that fit a width in cells; the axis ends a cell before the edge."""
    measure = max(_MIN_MEASURE, min(extent.measure + 1, width // 3))
    longest = max(len("as printed"), extent.words) + 2
    short = extent.remarked + _BEFORE_REMARK + _LONGEST_REMARK >= width - measure
    share = max((width - measure) * 9 // 20, width - measure - 1 - _ENOUGH_AXIS)
    words = min(longest, max(_MIN_WORDS, share))
    if width < _AXIS_BESIDE_FROM:
        axis = fit_axis(extent.stretches, measure - 1)
        return FigureColumns(measure, width - measure, axis, short, below=True)
    room = width - measure - words - 1
    axis = fit_axis(extent.stretches, room) if room >= _MIN_AXIS else None
    return FigureColumns(measure, words if axis else longest, axis, short)


def line_labels(columns: FigureColumns) -> str:
    """Return the labels of an axis beside the words as one line."""
    return columns.axis.labels if columns.axis and not columns.below else ""


def interval_below(
    figure: Figure,
    columns: FigureColumns,
    asked: Sequence[tuple[float, float]] = (),
    *,
    possible: bool = False,
) -> Line:
    """Return what a figure allows, in the column of the measure; blank if that is not there."""
    blank = (Span(" " * columns.measure),)
    if not columns.below or columns.axis is None or figure.interval == _UNKNOWN:
        return blank
    bar = number_bar(figure.interval, columns.axis)
    if bar is None:
        return blank
    return (*_draw(bar, columns.axis, asked, _style(figure), possible=possible), Span(" "))


def _style(figure: Figure) -> str:
    return "point" if figure.modality == "asserted" else "muted"


def words_and_interval(
    figure: Figure,
    columns: FigureColumns,
    width: int,
    asked: Sequence[tuple[float, float]] = (),
    *,
    possible: bool = False,
) -> Line:
    """Return the words of a figure, and what they allow; words are never cut for a bar.

    `asked` are the numbers that the query asks for, which are set off if the figure is possible.
    """
    words = (Span(figure.words, "words"),)
    room = width - columns.measure - 1
    if figure.interval == _UNKNOWN:
        remark = _REMARKS[bool(figure.values)][columns.short]
        return _with_remark(words, Span(remark, "unstated"), columns.words, room)
    axis = None if columns.below else columns.axis
    bar = number_bar(figure.interval, axis) if axis else None
    if axis is None or bar is None:
        return words
    drawn = _draw(bar, axis, asked, _style(figure), possible=possible)
    overhang = _overhang(words, columns)
    if overhang > min((bar.first, *limits(asked, axis))):
        return words  # the bar is in the second line
    return (*fit(words, columns.words + overhang), *slice_spans(drawn, overhang, axis.width))


def _overhang(words: Line, columns: FigureColumns) -> int:
    """Return how many cells of the axis words take."""
    return max(0, width_of(words) + 1 - columns.words)


def displaced_interval(
    figure: Figure,
    columns: FigureColumns,
    asked: Sequence[tuple[float, float]] = (),
    *,
    possible: bool = False,
) -> Line:
    """Return the bar of a figure whose words take its place on the axis, else a blank line."""
    axis = None if columns.below or figure.interval == _UNKNOWN else columns.axis
    bar = number_bar(figure.interval, axis) if axis else None
    if axis is None or bar is None:
        return ()
    if _overhang((Span(figure.words),), columns) <= min((bar.first, *limits(asked, axis))):
        return ()
    return _draw(bar, axis, asked, _style(figure), possible=possible)


def _with_remark(words: Line, remark: Span, column: int, room: int) -> Line:
    """Return words and a remark, which always shows: in the next column, or else at the end."""
    last = max(0, room - len(remark.text))
    start = min(max(column, width_of(words) + _BEFORE_REMARK), last)
    cut = fit(words, max(0, start - _BEFORE_REMARK))
    return (*cut, Span(" " * min(start, _BEFORE_REMARK)), remark)


class _Cell(NamedTuple):
    text: str
    style: str


def _draw(
    bar: NumberBar,
    axis: NumberAxis,
    asked: Sequence[tuple[float, float]],
    style: str,
    *,
    possible: bool,
) -> Line:
    """Return a bar on the axis, with the limits of the query behind its signs."""
    cells = [_Cell(" ", "faint")] * axis.width
    for at in axis.ticks:
        cells[at] = _Cell("·", "faint")
    if possible:
        bar = reach(bar, asked, axis)
    beyond = part_asked(bar, asked, axis) if possible else frozenset()
    for at in range(bar.first, bar.last + 1):
        cells[at] = _Cell("─" if bar.point is None or bar.is_range else "╌", style)
    for at in axis.breaks:
        cells[at : at + BREAK] = [_Cell("╱", "faint")] * BREAK
    for at in limits(asked, axis):
        cells[at] = _Cell(LIMIT, "accent")
    for at in beyond:
        cells[at] = _Cell(POSSIBLE, "possible")
    hidden = beyond if len(beyond) == 1 else ()
    at_limit = limits(asked, axis) if possible else ()
    for at, sign in _signs(bar).items():
        if at not in hidden and at not in at_limit:
            cells[at] = _Cell(sign, "possible" if at in beyond else style)
    return tuple(
        Span("".join(cell.text for cell in run), style)
        for style, run in groupby(cells, key=lambda cell: cell.style)
    )


def _signs(bar: NumberBar) -> dict[int, str]:
    """Return the signs of the ends of a bar, or of its number, by cell."""
    if bar.is_range:
        ends = {bar.first: "├", bar.last: "┤"}
        return ends if bar.point is None else {**ends, bar.point: "◇"}
    if bar.point is not None:
        exact = bar.first == bar.last or "approximate" not in (bar.start, bar.end)
        return {bar.point: EXACT if exact else "◇"}
    if bar.first == bar.last:
        return {bar.first: "┼"}
    return {
        bar.first: "◀" if bar.start == "open" else "├",
        bar.last: "▶" if bar.end == "open" else "┤",
    }
