"""The arrangement of the panes on the screen, as a pure function of size and state."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kursk_tui.ui.pane import Pane

Mode = Literal["tabs", "grid", "wide"]
"""One pane at a time; a grid of panes; a grid with the reader next to it."""

GRID_WIDTH, GRID_HEIGHT, WIDE_WIDTH = 100, 29, 160
"""The minimum screen sizes, in cells, for a grid and for the reader next to it."""

_LEFT_SHARE = 0.48
_READER_SHARE = 0.36


class Box(NamedTuple):
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int


def mode_of(width: int, height: int) -> Mode:
    """Return the arrangement for a screen of this size."""
    if width < GRID_WIDTH or height < GRID_HEIGHT:
        return "tabs"
    return "wide" if width >= WIDE_WIDTH else "grid"


def arrange(
    panes: Sequence[Pane],
    mode: Mode,
    size: tuple[int, int],
    *,
    current: str,
    zoomed: bool,
    reading: bool,
) -> dict[str, Box]:
    """Return the box of each visible pane in an area of this width and height.

    `current` is the pane with the focus: it is always visible, and the detail pane is larger while
    it is current. `reading` opens the reader, which covers the lower rows of a grid. A current
    sheet replaces all panes except the detail. If `zoomed`, the current pane fills the area.
    """
    width, height = size
    if zoomed:
        return {current: Box(0, 0, width, height)}
    sheets = [pane.id for pane in panes if pane.slot == "sheet"]
    below = [pane.id for pane in panes if pane.slot == "detail"]
    readers = [pane.id for pane in panes if pane.slot == "reader"]
    grid = [pane.id for pane in panes if pane.slot == "grid"]
    detail = _detail_height(mode, height, current in below)
    above = height - detail
    boxes = {one: Box(0, above, width, detail) for one in below if detail}
    if current in sheets:
        boxes[current] = Box(0, 0, width, above)
        return boxes
    reading = current in readers or (reading and current not in grid[2:])
    if mode == "tabs":
        top = current if current not in boxes else (readers if reading else grid)[0]
        boxes[top] = Box(0, 0, width, above)
    elif mode == "wide":
        side = round(width * _READER_SHARE)
        boxes.update({one: Box(width - side, 0, side, above) for one in readers})
        boxes.update(_grid(grid, Box(0, 0, width - side, above)))
    elif reading:
        half = above // 2
        boxes.update(_grid(grid[:2], Box(0, 0, width, half)))
        boxes.update({one: Box(0, half, width, above - half) for one in readers})
    else:
        boxes.update(_grid(grid, Box(0, 0, width, above)))
    return boxes


def _detail_height(mode: Mode, height: int, has_focus: bool) -> int:
    if has_focus:
        return height * 3 // 5 if height >= 8 else height - 1
    if mode == "tabs":
        return min(8, height * 2 // 5) if height >= 8 else 0
    return max(8, min(14, height // 4))


def _grid(ids: Sequence[str], space: Box) -> dict[str, Box]:
    rows = -(-len(ids) // 2)
    left = round(space.width * _LEFT_SHARE)
    boxes = {}
    for number, one in enumerate(ids):
        row, column = divmod(number, 2)
        top, bottom = space.height * row // rows, space.height * (row + 1) // rows
        alone = column == 0 and number == len(ids) - 1
        width = space.width if alone else (space.width - left if column else left)
        boxes[one] = Box(space.x + left * column, space.y + top, width, bottom - top)
    return boxes
