"""The viewport of a pane: the visible rows and the position of the cursor."""

from bisect import bisect_left
from typing import Literal

from kursk_tui.ui.rows.row_model import NO_ROWS, RowModel, Stop

Mark = Literal["cursor", "marked"]
"""The mark of a row of the selected claim: under the cursor, or elsewhere."""

_HEADING, _LEAST_HEADING = 3, 2
"""The most rows of a heading that are shown with a stop, and with a stop that fills the height."""


class Viewport:
    """The visible part of a row model, with a cursor on one of its stops. It draws nothing.

    `top` is the first visible line, `height` the number of visible lines, and `row_height` the
    number of lines of each row. With `of_one_claim`, all stops are parts of the selected claim:
    only the one under the cursor has a mark, and the lines beyond the stops can be reached.
    """

    def __init__(self, row_height: int, *, of_one_claim: bool = False) -> None:
        self.row_height = row_height
        self._of_one_claim = of_one_claim
        self.model: RowModel = NO_ROWS
        self.height = 1
        self.top = 0
        self.selected: int | None = None
        self._cursor = 0
        self._marks: tuple[Stop, ...] = ()

    def copy(self) -> "Viewport":
        """Return a viewport without rows that has the same position."""
        new = Viewport(self.row_height, of_one_claim=self._of_one_claim)
        new.top, new._cursor = self.top, self._cursor
        return new

    def show(self, model: RowModel, height: int, selected: int | None) -> None:
        """Show another row model, move the cursor to the selected claim, and reveal it."""
        self.model, self.height = model, max(1, height)
        self._cursor = min(self._cursor, max(0, len(model.stops) - 1))
        self.select(selected)
        self.scroll_to(self.top)
        self._reveal()

    def clear(self) -> None:
        """Show no rows until the next `show`, which keeps the cursor and the position."""
        self.model, self._marks = NO_ROWS, ()

    def select(self, claim: int | None) -> None:
        """Mark the rows of a claim; move the cursor to one of them unless it is already there."""
        self.selected = claim
        stops = self.model.stops
        if claim is None:
            self._marks = ()
            return
        found = self.model.stops_of(claim)
        self._marks = tuple(stops[at] for at in found)
        if found and self._cursor not in found:
            self._cursor = min(found, key=lambda at: stops[at].size)
            self._reveal()

    @property
    def cursor(self) -> Stop | None:
        """The stop under the cursor."""
        stops = self.model.stops
        return stops[self._cursor] if stops else None

    @property
    def row_in_sight(self) -> int:
        """The first visible row of the stop under the cursor, or else of all rows."""
        top = self.top // self.row_height
        here = self.cursor
        in_sight = here is not None and self.lines_of(here) is not None
        return max(top, here.first) if here is not None and in_sight else top

    @property
    def marks(self) -> tuple[Stop, ...]:
        """The stops of the selected claim, or a stop without a claim under the cursor."""
        if self.selected is not None and not self._of_one_claim:
            return self._marks
        here = self.cursor
        if here is not None and (self._of_one_claim or here.represents(None)):
            return (here,)
        return () if self._of_one_claim else self._marks

    def move(self, steps: int) -> None:
        """Move the cursor by a number of stops, or scroll by lines if there are no stops.

        If the selected claim has no row, the cursor is hidden, and the first step only shows it.
        """
        if not self.model.stops or (self._of_one_claim and self._must_scroll(steps)):
            self.scroll_to(self.top + steps)
        elif self.selected is not None and not self._marks:
            self.go_to(self._cursor)
        else:
            self.go_to(self._cursor + steps)

    def _must_scroll(self, steps: int) -> bool:
        """Return whether lines of the stop under the cursor, or beyond the stops, are next."""
        here, last = self.model.stops[self._cursor], len(self.model.stops) - 1
        if steps < 0:
            return self.top > (0 if self._cursor == 0 else here.first * self.row_height)
        return self._cursor == last or (here.last + 1) * self.row_height > self.top + self.height

    def move_half_page(self, direction: int, *, only_scroll: bool) -> None:
        """Move the cursor, or only scroll, by half the height."""
        half = max(1, self.height // 2)
        stops = self.model.stops
        if only_scroll or not stops:
            self.scroll_to(self.top + direction * half)
            return
        wanted = stops[self._cursor].first + direction * max(1, half // self.row_height)
        found = bisect_left(stops, wanted, key=lambda stop: stop.first)
        step = max(1, found - self._cursor) if direction > 0 else min(-1, found - self._cursor)
        self.go_to(self._cursor + step)

    def move_to_edge(self, direction: int) -> None:
        """Move the cursor to the first (-1) or the last (1) stop, and scroll to that end."""
        self.go_to(0 if direction < 0 else len(self.model.stops) - 1)
        self.scroll_to(0 if direction < 0 else self._total)

    def go_to(self, stop: int) -> None:
        """Move the cursor to a stop, or to the nearest valid stop, and reveal it."""
        self._cursor = max(0, min(stop, len(self.model.stops) - 1))
        self._reveal()

    def scroll_to(self, top: int) -> None:
        """Scroll until a line is the first visible one, or as close to that as possible.

        The first visible line always begins a row.
        """
        last = max(0, self._total - self.height)
        step = self.row_height
        self.top = max(0, min(-(-top // step) * step, -(-last // step) * step))

    @property
    def _total(self) -> int:
        """The number of lines of all rows."""
        return len(self.model.rows) * self.row_height

    def _reveal(self) -> None:
        """Scroll to make the cursor and the heading above it visible."""
        stop = self.cursor
        if stop is None:
            return
        end = (stop.last + 1) * self.row_height
        if end > self.top + self.height:
            self.scroll_to(end - self.height)
        first = self._heading_of(stop) * self.row_height
        if first < self.top:
            self.scroll_to(first)

    def _heading_of(self, stop: Stop) -> int:
        """Return the first row of the heading of a stop; at the first stop, of all above it."""
        if self._cursor == 0 and (stop.last + 1) * self.row_height <= self.height:
            return 0
        room = self.height // self.row_height
        left = room - (stop.last + 1 - stop.first)
        above = min(_HEADING, left) if left > 0 else min(_LEAST_HEADING, room - 1)
        first = stop.first
        while first > max(0, stop.first - above) and self.model.stop_at(first - 1) is None:
            first -= 1
        return first

    def reveal(self, row: int) -> None:
        """Scroll to make a row visible, with the row before and the row after it."""
        first, end = (row - 1) * self.row_height, (row + 2) * self.row_height
        if self.height < end - first:
            first, end = row * self.row_height, (row + 1) * self.row_height
        if end > self.top + self.height:
            self.scroll_to(end - self.height)
        if first < self.top:
            self.scroll_to(first)

    def row_at(self, line: int) -> tuple[int, int] | None:
        """Return the row at a visible line, and the number of the line within the row."""
        row, part = divmod(self.top + line, self.row_height)
        return (row, part) if row < len(self.model.rows) else None

    def stop_at(self, row: int) -> int | None:
        """Return the index of the first stop that includes a row, or None."""
        return self.model.stop_at(row)

    def lines_of(self, stop: Stop) -> tuple[int, int] | None:
        """Return the visible lines of a stop as a half-open range, or None."""
        first = max(0, stop.first * self.row_height - self.top)
        end = min(self.height, (stop.last + 1) * self.row_height - self.top)
        return (first, end) if first < end else None

    def mark(self, row: int) -> Mark | None:
        """Return the mark of a row."""
        marks = self.marks
        if not any(stop.first <= row <= stop.last for stop in marks):
            return None
        here = self.cursor
        is_here = here in marks and here is not None and here.first <= row <= here.last
        return "cursor" if is_here else "marked"

    def has_thumb(self, line: int) -> bool:
        """Return whether the scrollbar thumb covers a visible line."""
        total, height = self._total, self.height
        if total <= height:
            return False
        size = max(1, height * height // total)
        at = round(self.top / (total - height) * (height - size))
        return at <= line < at + size
