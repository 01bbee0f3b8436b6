"""The arrangement of the panes on the screen, as a pure function of size and state."""

from collections.abc import Sequence
from typing import Literal

from kursk_tui.ui.pane import Pane, Slot
from kursk_tui.ui.widgets.bands import Band, Box, NeedOf, stacked, waste
from kursk_tui.ui.widgets.room import Need, need_of_columns, share
from kursk_tui.ui.widgets.wide_screen import WideScreen

Mode = Literal["tabs", "grid", "wide"]
"""One pane at a time; a grid of panes; a grid with the reader next to it."""

Frames = Literal["boxes", "tabs", "rules"]
"""A box around each pane; a box whose upper edge is the tabs; or rules between panes."""

GRID_WIDTH, GRID_HEIGHT, WIDE_WIDTH = 100, 29, 160
"""The minimum screen sizes, in cells, for a grid and for the reader next to it."""

_LEFT_SHARE, _ENOUGH = 0.48, 62
"""The least part of the left column, and the cells that the right one needs."""

_GRID, _LEAST_READER, _MOST_READER = 120, 46, 80
"""The width from which a grid needs no more cells than the reader beside it, and its own widths.

Narrower, the grid would draw less than it does on a screen without the reader.
"""

_READER_WIDTHS = 62, 68, 74
"""The widths at which a reader that then shows everything leaves more to the grid."""

_DETAIL_SHARE, _DETAIL_SHARE_OF_TABS = 0.28, 0.4
"""The most of the height that the detail takes from panes that need it."""

_FEW_LINES = 2
"""So many hidden lines are shown at the cost of a pane that hides more."""

_ROOM_FOR_DETAIL = 8
"""The least height with a detail below a single pane."""

_BOX_WIDTH, _BOX_HEIGHT = 60, 20
"""The minimum screen sizes, in cells, for boxes around panes."""


def frames_of(width: int, height: int) -> Frames:
    """Return the frames of panes on a screen of this size."""
    if mode_of(width, height) != "tabs":
        return "boxes"
    return "rules" if width < _BOX_WIDTH or height < _BOX_HEIGHT else "tabs"


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
    need_at_rest: NeedOf,
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
    the area. `need_at_rest` does not depend on the current pane; it decides which panes are next to
    each other, so that a change of the focus moves no pane.
    """
    if zoomed:
        return {current: Box(0, 0, *size)}
    slots = {pane.id: pane.slot for pane in panes}
    needs = need_of, need_at_rest
    if mode != "wide" or slots[current] == "sheet":
        return _with_detail(slots, mode, size, needs, current, above, reading=reading)
    return _wide(slots, size, needs, current, above)


def _wide(
    slots: dict[str, Slot],
    size: tuple[int, int],
    needs: tuple[NeedOf, NeedOf],
    current: str,
    above: str,
) -> dict[str, Box]:
    """Return all boxes of a wide screen, in the way that leaves the fewest cells empty."""
    need_of, need_at_rest = needs
    grid = _bands(slots, "wide", size[0], current, above, reading=False)[0]
    screen = WideScreen(size, grid, _in(slots, "detail"), _in(slots, "reader"))

    def at_side(need_of: NeedOf) -> dict[str, Box]:
        left, height = _beside_reader(size, screen.readers, need_at_rest)
        others = _with_detail(
            slots, "wide", (left, height), (need_of, need_at_rest), current, above, reading=False
        )
        return others | {one: Box(left, 0, size[0] - left, height) for one in screen.readers}

    ways = screen.with_bottom_row, at_side, screen.in_columns, screen.in_reading_column
    boxes = ((way, way(need_at_rest)) for way in ways)
    empty = {way: waste(found, need_at_rest) for way, found in boxes if found}
    best = min(empty, key=empty.__getitem__)
    return best(need_of)


def _beside_reader(
    size: tuple[int, int], readers: Sequence[str], need_at_rest: NeedOf
) -> tuple[int, int]:
    """Return the area that a reader at the right edge leaves to the other panes.

    The reader is no wider than it needs to show everything.
    """
    width, height = size
    most = min(max(_LEAST_READER, width - _GRID), _MOST_READER)
    enough = (
        one
        for one in _READER_WIDTHS
        if one < most and all(need_at_rest(pane, one).content <= height for pane in readers)
    )
    return width - next(enough, most), height


def _with_detail(
    slots: dict[str, Slot],
    mode: Mode,
    size: tuple[int, int],
    needs: tuple[NeedOf, NeedOf],
    current: str,
    above: str,
    *,
    reading: bool,
) -> dict[str, Box]:
    """Return the boxes of bands of panes with the detail, which is below them or ends a column."""
    need_of, need_at_rest = needs
    bands = _bands(slots, mode, size[0], current, above, reading=reading)
    below = _in(slots, "detail")
    has_focus = current in below
    if len(bands) > 1 or len(bands[0].columns) == 1:
        return _below(bands, below, mode, size, need_of, has_focus=has_focus)
    ends = [None, *range(len(bands[0].columns))]

    def boxes(end: int | None, need_of: NeedOf) -> dict[str, Box]:
        if end is None:
            return _below(bands, below, mode, size, need_of, has_focus=has_focus)
        return bands[0].with_last(end, below).boxes(0, size[1], need_of)

    best = min(ends, key=lambda end: waste(boxes(end, need_at_rest), need_at_rest))
    return boxes(best, need_of)


def _below(
    bands: Sequence[Band],
    below: Sequence[str],
    mode: Mode,
    size: tuple[int, int],
    need_of: NeedOf,
    *,
    has_focus: bool,
) -> dict[str, Box]:
    """Return the boxes of bands of panes, and of the detail below them."""
    width, height = size
    details = [need_of(one, width) for one in below]
    needs = [need_of_columns(band.needs(need_of)) for band in bands]
    heights = _heights(height, needs, details, mode, has_focus=has_focus)
    boxes = stacked(bands, heights[: len(bands)], need_of)
    top = sum(heights[: len(bands)])
    for one, lines in zip(below, heights[len(bands) :], strict=True):
        if lines:
            boxes[one] = Box(0, top, width, lines)
            top += lines
    return boxes


def _in(slots: dict[str, Slot], wanted: Slot) -> list[str]:
    return [pane for pane, slot in slots.items() if slot == wanted]


def _bands(
    slots: dict[str, Slot], mode: Mode, width: int, current: str, above: str, *, reading: bool
) -> list[Band]:
    """Return the parts of the screen above the detail, from top to bottom."""
    grid, readers = _in(slots, "grid"), _in(slots, "reader")
    whole, left = (0, width), _left(width)
    if slots[current] == "sheet":
        return [Band([[current]], whole)]
    if mode == "tabs":
        return [Band([[above if slots[current] == "detail" else current]], whole)]
    halves = (0, left, width)
    reading = current in readers or (reading and current not in grid[2:])
    if reading and mode == "grid":
        return [Band([[one] for one in grid[:2]], halves), Band([readers], whole)]
    even = len(grid) // 2 * 2
    bands = [Band([grid[:even:2], grid[1:even:2]], halves)]
    return [*bands, *(Band([[one]], whole) for one in grid[even:])]


def _left(width: int) -> int:
    """Return the width of the left column: half, unless the right one then has too little."""
    return max(round(width * _LEFT_SHARE), min(width // 2, width - _ENOUGH))


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
    heights = [*share(height - sum(below), needs), *below]
    return heights if mode == "tabs" else _completed(heights, needs, details)


def _completed(heights: Sequence[int], bands: Sequence[Need], details: Sequence[Need]) -> list[int]:
    """Return heights at which no band hides a line or two that a pane which hides more can give."""
    completed, needs = [*heights], [*bands, *details]
    for at, need in enumerate(bands):
        missing = need.content - completed[at]
        lacks = [other.content - lines for other, lines in zip(needs, completed, strict=True)]
        donor = lacks.index(max(lacks))
        left = completed[donor] - missing
        if 0 < missing <= _FEW_LINES < lacks[donor] and left >= needs[donor].least:
            completed[donor] = left
            completed[at] += missing
    return completed
