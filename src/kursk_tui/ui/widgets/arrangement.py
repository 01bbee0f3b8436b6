"""The arrangement of the panes on the screen, as a pure function of size and state."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from kursk_tui.ui.pane import Pane, Slot
from kursk_tui.ui.widgets.room import Need, need_of_columns, share, share_columns

Mode = Literal["tabs", "grid", "wide"]
"""One pane at a time; a grid of panes; a grid with the reader next to it."""

Frames = Literal["boxes", "tabs", "rules"]
"""A box around each pane; a box whose upper edge is the tabs; or rules between panes."""

GRID_WIDTH, GRID_HEIGHT, WIDE_WIDTH = 100, 29, 160
"""The minimum screen sizes, in cells, for a grid and for the reader next to it."""

_LEFT_SHARE = 0.48
_GRID, _MOST_READER = 120, 80
"""The width from which a grid needs no more cells than the reader, and the most for the reader."""

_DETAIL_SHARE, _DETAIL_SHARE_OF_TABS = 0.28, 0.4
"""The most of the height that the detail takes from panes that need it."""

_ROOM_FOR_READER = 16
"""The least height for the reader next to the detail, below the whole content of a grid."""

_ROOM_FOR_DETAIL = 8
"""The least height with a detail below a single pane."""

NeedOf = Callable[[str, int], Need]
"""Returns the lines that a pane needs at a width in cells, including its frame."""


_BOX_WIDTH, _BOX_HEIGHT = 60, 20
"""The minimum screen sizes, in cells, for boxes around panes."""


class Box(NamedTuple):
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int


def frames_of(width: int, height: int) -> Frames:
    """Return the frames of panes on a screen of this size."""
    if mode_of(width, height) != "tabs":
        return "boxes"
    return "rules" if width < _BOX_WIDTH or height < _BOX_HEIGHT else "tabs"


class _Band(NamedTuple):
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

    def boxes(self, top: int, height: int, need_of: NeedOf) -> dict[str, Box]:
        """Return the boxes of the panes at a place."""
        boxes = {}
        for at, heights in enumerate(share_columns(height, self.needs(need_of))):
            y = top
            for pane, lines in zip(self.columns[at], heights, strict=True):
                boxes[pane] = Box(self.lefts[at], y, self.width(at), lines)
                y += lines
        return boxes


def mode_of(width: int, height: int) -> Mode:
    """Return the arrangement for a screen of this size."""
    if width < GRID_WIDTH or height < GRID_HEIGHT:
        return "tabs"
    return "wide" if width >= WIDE_WIDTH else "grid"


def arrange(
    panes: Sequence[Pane],
    mode: Mode,
    size: tuple[int, int],
    need_of: NeedOf,
    *,
    current: str,
    above: str,
    zoomed: bool,
    reading: bool,
) -> dict[str, Box]:
    """Return the box of each visible pane in an area of this width and height.

    `current` is the pane with the focus, which is always visible. `above` is the pane that stays
    above the detail if only one fits. `reading` opens the reader, which covers the lower rows of a
    grid. A current sheet replaces all panes except the detail. If `zoomed`, the current pane fills
    the area.
    """
    width, height = size
    if zoomed:
        return {current: Box(0, 0, width, height)}
    slots = {pane.id: pane.slot for pane in panes}
    if below_grid := _with_bottom_row(slots, mode, size, current, need_of):
        return below_grid
    boxes: dict[str, Box] = {}
    side = _in(slots, "reader") if mode == "wide" and slots[current] != "sheet" else []
    if side:
        right = min(max(width // 3, width - _GRID), _MOST_READER)
        width -= right
        boxes.update({one: Box(width, 0, right, height) for one in side})
    bands = _bands(slots, mode, width, current, above, reading=reading)
    below = _in(slots, "detail")
    details = [need_of(one, width) for one in below]
    needs = [need_of_columns(band.needs(need_of)) for band in bands]
    heights = _heights(height, needs, details, mode, has_focus=current in below)
    top = 0
    for band, lines in zip(bands, heights, strict=False):
        boxes.update(band.boxes(top, lines, need_of))
        top += lines
    for one, lines in zip(below, heights[len(bands) :], strict=True):
        if lines:
            boxes[one] = Box(0, top, width, lines)
            top += lines
    return boxes


def _with_bottom_row(
    slots: dict[str, Slot], mode: Mode, size: tuple[int, int], current: str, need_of: NeedOf
) -> dict[str, Box]:
    """Return a whole grid with the detail and the reader below it, if there is room for both."""
    width, height = size
    if mode != "wide" or slots[current] == "sheet":
        return {}
    bands = _bands(slots, mode, width, current, current, reading=False)
    needs = [need_of_columns(band.needs(need_of)) for band in bands]
    rest = height - sum(need.content for need in needs)
    if rest < _ROOM_FOR_READER:
        return {}
    bottom = _Band([_in(slots, "detail"), _in(slots, "reader")], bands[0].lefts)
    need = need_of_columns(bottom.needs(need_of))
    heights = share(height, [*needs, Need(min(need.least, rest), need.content, rest)])
    boxes: dict[str, Box] = {}
    top = 0
    for band, lines in zip([*bands, bottom], heights, strict=True):
        boxes.update(band.boxes(top, lines, need_of))
        top += lines
    return boxes


def _in(slots: dict[str, Slot], wanted: Slot) -> list[str]:
    return [pane for pane, slot in slots.items() if slot == wanted]


def _bands(
    slots: dict[str, Slot], mode: Mode, width: int, current: str, above: str, *, reading: bool
) -> list[_Band]:
    """Return the parts of the screen above the detail, from top to bottom."""
    grid, readers = _in(slots, "grid"), _in(slots, "reader")
    whole, left = (0, width), round(width * _LEFT_SHARE)
    if slots[current] == "sheet":
        return [_Band([[current]], whole)]
    if mode == "tabs":
        return [_Band([[above if slots[current] == "detail" else current]], whole)]
    halves = (0, left, width)
    reading = current in readers or (reading and current not in grid[2:])
    if reading and mode == "grid":
        return [_Band([[one] for one in grid[:2]], halves), _Band([readers], whole)]
    even = len(grid) // 2 * 2
    bands = [_Band([grid[:even:2], grid[1:even:2]], halves)]
    return [*bands, *(_Band([[one]], whole) for one in grid[even:])]


def _heights(
    height: int, needs: Sequence[Need], details: Sequence[Need], mode: Mode, *, has_focus: bool
) -> list[int]:
    """Return the heights of the bands, then those of the details."""
    if mode == "tabs" and height < _ROOM_FOR_DETAIL and not has_focus:
        return [*share(height, needs), *(0 for _ in details)]
    share_of_height = _DETAIL_SHARE_OF_TABS if mode == "tabs" else _DETAIL_SHARE
    most = int(height * share_of_height)
    room = max(1, height - sum(need.least for need in needs))
    details = [
        Need(min(need.least, room), need.content, max(need.least, min(need.most, most)))
        for need in details
    ]
    heights = share(height, [*needs, *details])
    # Lines that nothing needs are better used by panes with rows that open.
    below = [
        min(lines, need.content) for lines, need in zip(heights[len(needs) :], details, strict=True)
    ]
    return [*share(height - sum(below), needs), *below]
