"""The arrangement of the panes on the screen, as a pure function of size and state."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from kursk_tui.ui.pane import Pane, Slot
from kursk_tui.ui.widgets.room import Need, need_of_columns, share, share_columns

Mode = Literal["tabs", "grid", "wide"]
"""One pane at a time; a grid of panes; a grid with the reader next to it."""

Frames = Literal["boxes", "tabs", "rules"]
"""A box around each pane; a box whose upper edge is the tabs; or rules between panes."""

GRID_WIDTH, GRID_HEIGHT, WIDE_WIDTH = 100, 29, 160
"""The minimum screen sizes, in cells, for a grid and for the reader next to it."""

_LEFT_SHARE, _ENOUGH = 0.48, 62
"""The least part of the left column, and the cells that the right one needs."""

_GRID, _MOST_READER = 120, 80
"""The width from which a grid needs no more cells than the reader, and the most for the reader."""

_DETAIL_WIDTHS = 0.3, 0.34, 0.38, 0.42
"""The parts of the width that the detail takes next to the reader, the best first."""

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

    def with_last(self, column: int, panes: Sequence[str]) -> "_Band":
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
    if mode == "wide" and slots[current] != "sheet":
        return _with_bottom_row(slots, size, current, need_of) or {
            **_reader_at_side(slots, size),
            **_with_detail(
                slots, mode, _beside_reader(size), needs, current, above, reading=reading
            ),
        }
    return _with_detail(slots, mode, size, needs, current, above, reading=reading)


def _beside_reader(size: tuple[int, int]) -> tuple[int, int]:
    """Return the area that a reader at the right edge leaves to the other panes."""
    width, height = size
    return width - min(max(width // 3, width - _GRID), _MOST_READER), height


def _reader_at_side(slots: dict[str, Slot], size: tuple[int, int]) -> dict[str, Box]:
    """Return the box of the reader at the right edge."""
    left, height = _beside_reader(size)
    return {one: Box(left, 0, size[0] - left, height) for one in _in(slots, "reader")}


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

    best = min(ends, key=lambda end: _waste(boxes(end, need_at_rest), need_at_rest))
    return boxes(best, need_of)


def _waste(boxes: Mapping[str, Box], need_of: NeedOf) -> int:
    """Return the number of hidden lines that empty lines of other panes could show."""
    spare = [box.height - need_of(pane, box.width).content for pane, box in boxes.items()]
    return min(sum(max(0, one) for one in spare), sum(max(0, -one) for one in spare))


def _below(
    bands: Sequence[_Band],
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
    boxes = _stacked(bands, heights[: len(bands)], need_of)
    top = sum(heights[: len(bands)])
    for one, lines in zip(below, heights[len(bands) :], strict=True):
        if lines:
            boxes[one] = Box(0, top, width, lines)
            top += lines
    return boxes


def _with_bottom_row(
    slots: dict[str, Slot], size: tuple[int, int], current: str, need_of: NeedOf
) -> dict[str, Box]:
    """Return a whole grid with the detail and the reader below it, if there is room for both."""
    width, height = size
    bands = _bands(slots, "wide", width, current, current, reading=False)
    needs = [need_of_columns(band.needs(need_of)) for band in bands]
    rest = height - sum(need.content for need in needs)
    if rest < _ROOM_FOR_READER:
        return {}
    bottom = _detail_and_reader(slots, width, rest, need_of)
    need = need_of_columns(bottom.needs(need_of))
    heights = share(height, [*needs, Need(min(need.least, rest), need.content, rest)])
    return _stacked([*bands, bottom], heights, need_of)


def _detail_and_reader(slots: dict[str, Slot], width: int, height: int, need_of: NeedOf) -> _Band:
    """Return the detail next to the reader, which scrolls.

    The detail is as narrow as most claims allow: lines that it does not need would be empty next
    to a document that needs them.
    """
    details = _in(slots, "detail")
    narrow = [round(width * part) for part in _DETAIL_WIDTHS]
    fits = (one for one in narrow if all(need_of(pane, one).most <= height for pane in details))
    left = next(fits, _left(width))
    return _Band([details, _in(slots, "reader")], (0, left, width))


def _stacked(bands: Sequence[_Band], heights: Sequence[int], need_of: NeedOf) -> dict[str, Box]:
    """Return the boxes of the panes in bands below each other."""
    boxes: dict[str, Box] = {}
    top = 0
    for band, lines in zip(bands, heights, strict=True):
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
    whole, left = (0, width), _left(width)
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
    return [*share(height - sum(below), needs), *below]
