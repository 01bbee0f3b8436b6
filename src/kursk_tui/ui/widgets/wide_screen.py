"""Arrangements with the reader and the detail next to each other, for wide screens."""

from collections.abc import Sequence
from typing import NamedTuple

from kursk_tui.ui.widgets.bands import Band, Box, NeedOf, stacked
from kursk_tui.ui.widgets.room import Need, need_of_columns, share

_DETAIL_WIDTHS = 0.3, 0.34, 0.38, 0.42
"""The parts of the width that the detail takes next to the reader, the best first."""

_COLUMN_WIDTHS, _LEAST_COLUMN = (0.34, 0.38, 0.42), 58
"""The same with the grid above both, and the least width of a column of the grid in cells."""

_MOST_IN_COLUMN = 4 / 3
"""The most lines of the grid for each line of a column, of which it hides some."""

_ROOM_FOR_READER, _ROOM_IN_COLUMN = 16, 14
"""The least heights for the reader next to the detail, and at the end of a wide column."""

_WIDEST_READER = 140
"""The width of a column from which the lines of the reader are hard to read."""


class WideScreen(NamedTuple):
    """The size of a wide screen, and its panes: a whole grid, the detail and the reader."""

    size: tuple[int, int]
    grid: Band
    details: Sequence[str]
    readers: Sequence[str]

    def with_bottom_row(self, need_of: NeedOf) -> dict[str, Box]:
        """Return a whole grid with the detail and the reader below it, if there is room for both.

        The detail is as narrow as most claims allow: lines that it does not need would be empty
        next to a document that needs them.
        """
        width, height = self.size
        need_of_grid = need_of_columns(self.grid.needs(need_of))
        rest = height - need_of_grid.content
        if rest < _ROOM_FOR_READER:
            return {}
        left = (
            self._narrowest([round(width * part) for part in _DETAIL_WIDTHS], rest, need_of)
            or self.grid.lefts[1]
        )
        bottom = Band([self.details, self.readers], (0, left, width))
        need = need_of_columns(bottom.needs(need_of))
        needs = [need_of_grid, Need(min(need.least, rest), need.content, rest)]
        return stacked([self.grid, bottom], share(height, needs), need_of)

    def in_columns(self, need_of: NeedOf) -> dict[str, Box]:
        """Return a narrow column that ends in the detail, and a wide one that ends in the reader.

        There are no boxes if the reader would be low, or very wide.
        """
        width, height = self.size
        widths = [max(_LEAST_COLUMN, round(width * part)) for part in _COLUMN_WIDTHS]
        if width < sum(widths[-2:]):
            return {}  # before the first layout
        above = sum(need_of(pane, widths[0]).content for pane in self.grid.columns[0])
        left = self._narrowest(widths, height - above, need_of) or self.grid.lefts[1]
        if width - left > _WIDEST_READER:
            return {}
        columns = self.grid.with_last(0, self.details).with_last(1, self.readers)
        boxes = columns._replace(lefts=(0, left, width)).boxes(0, height, need_of)
        low = any(boxes[pane].height < _ROOM_IN_COLUMN for pane in self.readers)
        return {} if low else boxes

    def in_reading_column(self, need_of: NeedOf) -> dict[str, Box]:
        """Return the grid as a narrow column, next to a wide one of the reader and the detail.

        The detail has the lines that it usually needs, so that no cursor key moves its edge, and
        the reader has the others. There are no boxes if the grid would hide much.
        """
        width, height = self.size
        panes = [pane for row in zip(*self.grid.columns, strict=True) for pane in row]
        widths = [max(_LEAST_COLUMN, round(width * part)) for part in _COLUMN_WIDTHS]
        if width < sum(widths[-2:]):
            return {}
        heights = {one: sum(need_of(pane, one).content for pane in panes) for one in widths}
        left = next((one for one in widths if heights[one] <= height), widths[0])
        if heights[left] > height * _MOST_IN_COLUMN or width - left > _WIDEST_READER:
            return {}

        def usual(pane: str, width: int) -> Need:
            need = need_of(pane, width)
            if pane not in self.details:
                return need
            return Need(min(need.least, need.usual), need.usual, need.usual)

        band = Band([panes, [*self.readers, *self.details]], (0, left, width))
        return band.boxes(0, height, usual)

    def _narrowest(self, widths: Sequence[int], height: int, need_of: NeedOf) -> int | None:
        """Return the first of some widths at which most claims fit in a height, or None."""
        fits = (
            width
            for width in widths
            if all(_most(need_of(pane, width)) <= height for pane in self.details)
        )
        return next(fits, None)


def _most(need: Need) -> int:
    return min(need.most, need.content)
