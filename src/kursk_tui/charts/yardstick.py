"""A yardstick of likelihood: where its bands lie, where its terms are named, ranges in numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from kursk_tui.model import Band, Yardstick

LEAST_WIDTH = 53
"""From this width in cells on, all terms of every yardstick are named without overlap."""

LEAST_TICKS = 45
"""From this width on, every term has room beside its band, with its range."""

_BETWEEN = 2
"""The least number of blanks between two names."""


class Cells(NamedTuple):
    """The cells of a band, with both ends included."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """The number of cells."""
        return self.last + 1 - self.first


class Name(NamedTuple):
    """The name of the term with a rank, and the cell where it starts."""

    rank: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The cell after the last one."""
        return self.start + len(self.text)


def range_in_numbers(band: Band) -> str:
    """Return the range of a band as its publisher prints it, with fewer blanks and per cent signs.

    “≈95% – <100%” becomes “≈95–<100%”: edges that are approximate or open stay so.
    """
    return band.printed.replace("% – ", "–")


def has_gap_below(yardstick: Yardstick, rank: int) -> bool:
    """Return whether no term covers the percentages right below a band."""
    return rank == 0 or yardstick.bands[rank - 1].upper < yardstick.bands[rank].lower


def band_cells(yardstick: Yardstick, width: int) -> Sequence[Cells]:
    """Return the cells of the bands from 0 to 100 per cent, at least one each.

    At least one cell is blank in each gap; bands that share an edge are next to each other.
    """
    found: list[Cells] = []
    at = 0
    for rank, band in enumerate(yardstick.bands):
        gap = rank > 0 and has_gap_below(yardstick, rank)
        first = max(at + gap, _cell(band.lower, width))
        shares_edge = rank + 1 < len(yardstick.bands) and not has_gap_below(yardstick, rank + 1)
        last = max(first, _cell(band.upper, width) - shares_edge)
        found.append(Cells(first, last))
        at = last + 1
    return found


def name_lines(yardstick: Yardstick, width: int) -> Sequence[Sequence[Name]]:
    """Return the names for the line above the bands and for the line below them.

    Every second term is named below, so that each name is next to its own band.
    """
    cells = band_cells(yardstick, width)
    return [_line_of_names(yardstick, cells, start, width) for start in (0, 1)]


def ticks(width: int) -> str:
    """Return a line with percentages, each at its cell; those too close to 100 are left out."""
    last = "100%"
    cells = [" "] * (width - len(last))
    for per_cent in range(0, 100, 20 if width < 44 else 10):
        label = str(per_cent) if per_cent else "0%"
        at = _cell(per_cent, width)
        if at + len(label) < len(cells):
            cells[at : at + len(label)] = label
    return "".join(cells) + last


def _cell(per_cent: int, width: int) -> int:
    return round(per_cent / 100 * (width - 1))


def _line_of_names(
    yardstick: Yardstick, cells: Sequence[Cells], first: int, width: int
) -> Sequence[Name]:
    """Return every second name at the middle of its band, or as near to it as others allow."""
    names: list[Name] = []
    least = 0
    for rank in range(first, len(cells), 2):
        text = yardstick.bands[rank].term
        middle = (cells[rank].first + cells[rank].last + 1) // 2
        start = max(least, middle - len(text) // 2)
        names.append(Name(rank, start, text))
        least = start + len(text) + _BETWEEN
    most = width
    for at, name in reversed([*enumerate(names)]):
        start = min(name.start, most - len(name.text))
        names[at] = name._replace(start=start)
        most = start - _BETWEEN
    return names
