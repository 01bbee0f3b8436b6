"""Dates on an axis of time, drawn in cells: marks, bars, the day of the document, and density."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from kursk_tui.charts.time_axis import BREAK, Days, TimeAxis
from kursk_tui.charts.time_bars import End, TimeBar, density, edges
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import Line, Span
from kursk_tui.vocabulary import TimeRole

SIGNS: dict[TimeRole, str] = {
    "event": "◆",
    "in effect": "├",
    "reported": "○",
    "as of": "●",
    "background": "□",
}
"""The sign of each role: at the ends of its bars, and before its axis.

They differ from those of other panes: `◇` is an approximate figure, and `▼` less than before.
"""

DOCUMENT, INEXACT, APPROXIMATE = "│", "░", "╌"
"""The day of the document; days of which one is meant, or more; and approximate days."""

_BOTH = "▒"
"""The day of the document at an end of such days, where it would hide that end."""

_POINTS: dict[TimeRole, str] = SIGNS | {"in effect": "■"}
_ENDS: dict[TimeRole, str] = SIGNS | {"in effect": "┤"}
_STYLES: dict[TimeRole, str] = {
    "event": "point",
    "in effect": "point",
    "reported": "muted",
    "as of": "muted",
    "background": "muted",
}
_ORDER: tuple[TimeRole, ...] = ("background", "reported", "as of", "in effect", "event")
"""Where marks of one line meet, the later role is shown."""

KEY = (
    *(
        Sign(sign, f"{role} (exact day or end)")
        for role, sign in SIGNS.items()
        if role != "background"
    ),
    Sign("◆─◆", "an event that lasted from one day to another"),
    Sign("■ ┤", "in effect on a single day, and until a day"),
    Sign("◀ ▶", "no start or no end is stated: it may lie outside the axis"),
    Sign("?", "the start or the end is not known"),
    Sign(f"{DOCUMENT} ┼", "the day of the document, alone and on a bar"),
    Sign(INEXACT, "sometime within these days"),
    Sign(_BOTH, "the same, in the column of the document's day"),
    Sign(f"{APPROXIMATE} ≈", "approximate, or a time in words only"),
    Sign("╱╱", "a stretch of time is left out"),
    Sign(SIGNS["background"], "background, such as a year of comparison: not on the axis"),
    Sign("█", "the number of claims by column of the axis"),
)
"""The signs of the timeline in words."""

_BLOCKS = " ▁▂▃▄▅▆▇█"


class _Cell(NamedTuple):
    text: str
    style: str


class TimeRuler(NamedTuple):
    """An axis and the cells that every line shows below its labels."""

    axis: TimeAxis
    ticks: tuple[int, ...]

    def line(self, bars: Iterable[TimeBar], document: int | None) -> Line:
        """Return the bars of a line, with the day of the document behind them."""
        cells = [_Cell(" ", "faint")] * self.axis.width
        for at in self.axis.breaks:
            cells[at : at + BREAK] = [_Cell("╱", "faint")] * BREAK
        here = None if document is None else self.axis.cell(document)
        for at in self.ticks:
            if here is None or abs(at - here) > 1:
                cells[at] = _Cell("·", "faint")
        if here is not None:
            cells[here] = _Cell(DOCUMENT, "muted")
        for bar in sorted(bars, key=lambda bar: _ORDER.index(bar.role)):
            _draw(bar, self.axis, here, cells)
        return tuple(
            Span("".join(cell.text for cell in run), style)
            for style, run in groupby(cells, key=lambda cell: cell.style)
        )

    def density(self, counts: Mapping[Days, int]) -> tuple[Line, int]:
        """Return how many dates each cell has, as blocks, and the highest number.

        A range of days that takes several cells is left out: it belongs to none of them.
        """
        totals = density(counts, self.axis)
        most = max(totals, default=0)
        blocks = [_BLOCKS[-(-8 * total // most)] if total else " " for total in totals]
        for at in self.axis.breaks:
            blocks[at : at + BREAK] = "╱" * BREAK
        return (Span("".join(blocks), "muted"),), most


def _draw(bar: TimeBar, axis: TimeAxis, here: int | None, cells: list[_Cell]) -> None:
    style = _STYLES[bar.role]
    first, last = edges(bar, axis)
    fill = APPROXIMATE if bar.approximate else INEXACT
    for at in range(first, last + 1):
        inside = first < at < last if fill == INEXACT else first < last
        if at == here and inside:
            continue
        sign = _BOTH if at == here and fill == INEXACT else fill
        cells[at] = _Cell("╱" if cells[at].text == "╱" else sign, style)
    if bar.approximate and first == last:
        cells[first] = _Cell("≈", style)
    if bar.core is not None:
        _draw_core(bar, bar.core, axis, here, cells)
    beside = first < last and (bar.approximate or bar.core is not None)
    before, after = _end_sign(bar.start, "◀"), _end_sign(bar.end, "▶")
    if before:
        cells[first + (first == here and beside)] = _Cell(before, style)
    if after:
        cells[last - (last == here and beside)] = _Cell(after, style)
    if bar.role == "as of" and bar.approximate and not after:
        cells[last] = _Cell(SIGNS[bar.role], style)


def _draw_core(
    bar: TimeBar,
    core: tuple[float, float],
    axis: TimeAxis,
    here: int | None,
    cells: list[_Cell],
) -> None:
    """Draw the days that a bar certainly covers, with a sign at each exact end."""
    style = _STYLES[bar.role]
    first, last = axis.cell(core[0]), axis.cell(core[1])
    inexact = axis.cells(bar.first, bar.last)
    first += bar.start == "inexact" and inexact[0] == first < last
    last -= bar.end == "inexact" and inexact[1] == last > first
    for at in range(first, last + 1):
        sign = "╱" if cells[at].text == "╱" else "┼" if at == here else "─"
        cells[at] = _Cell(sign, style)
    exact = bar.start == "exact", bar.end == "exact"
    if first == last and any(exact):
        cells[first] = _Cell((_POINTS if all(exact) else SIGNS)[bar.role], style)
        return
    if exact[0]:
        cells[first] = _Cell(SIGNS[bar.role], style)
    if exact[1]:
        cells[last] = _Cell(_ENDS[bar.role], style)


def _end_sign(end: End, arrow: str) -> str:
    return arrow if end == "open" else "?" if end == "unknown" else ""
