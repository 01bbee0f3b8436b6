"""Bands: parts of the screen over its whole width, with columns of panes next to each other."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kursk_tui.ui.widgets.room import Need, share_columns

NeedOf = Callable[[str, int], Need]
"""Returns the lines that a pane needs at a width in cells, including its frame."""


class Box(NamedTuple):
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int


class Band(NamedTuple):
    """A part of the screen over its whole width: columns of panes next to each other."""

    columns: Sequence[Sequence[str]]
    lefts: Sequence[int]
    """The left edge of each column, then the right edge of the last."""

    def needs(self, need_of: NeedOf) -> list[list[Need]]:
        """Return the needs of the panes in each column."""
        return [
            [need_of(pane, self.width(at)) for pane in column]
            for at, column in enumerate(self.columns)
        ]

    def width(self, column: int) -> int:
        """Return the width of a column."""
        return self.lefts[column + 1] - self.lefts[column]

    def with_last(self, column: int, panes: Sequence[str]) -> "Band":
        """Return the band with panes added at the end of a column."""
        columns = [[*one, *panes] if at == column else one for at, one in enumerate(self.columns)]
        return self._replace(columns=columns)

    def boxes(self, top: int, height: int, need_of: NeedOf) -> dict[str, Box]:
        """Return the boxes of the panes at a place."""
        boxes = {}
        for at, heights in enumerate(share_columns(height, self.needs(need_of))):
            y = top
            for pane, lines in zip(self.columns[at], heights, strict=True):
                boxes[pane] = Box(self.lefts[at], y, self.width(at), lines)
                y += lines
        return boxes


def stacked(bands: Sequence[Band], heights: Sequence[int], need_of: NeedOf) -> dict[str, Box]:
    """Return the boxes of the panes in bands below each other."""
    boxes: dict[str, Box] = {}
    top = 0
    for band, lines in zip(bands, heights, strict=True):
        boxes.update(band.boxes(top, lines, need_of))
        top += lines
    return boxes


def waste(boxes: Mapping[str, Box], need_of: NeedOf) -> int:
    """Return the number of hidden cells that empty cells of other panes could show."""
    spare = hidden = 0
    for pane, box in boxes.items():
        need = need_of(pane, box.width)
        spare += max(0, box.height - min(need.usual, need.content)) * box.width
        hidden += max(0, min(need.most, need.content) - box.height) * box.width
    return min(spare, hidden)
