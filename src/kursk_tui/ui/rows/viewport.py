"""Which rows are in sight, and where the cursor is: the arithmetic behind every list."""

from bisect import bisect_left
from typing import Literal

from kursk_tui.ui.rows.row_model import Fixed, Listing, Stop

Mark = Literal["cursor", "marked"]
"""How a row of the selected claim is marked: it is under the cursor, or another of its rows."""

_NOTHING = Fixed((), ())


class Viewport:
    """A listing seen through some lines, with a cursor among its stops. It draws nothing.

    Rows are `row_height` lines high; `top` is the first line in sight, `sight` how many are.
    """

    def __init__(self, row_height: int) -> None:
        self.row_height = row_height
        self.listing: Listing = _NOTHING
        self.sight = 1
        self.top = 0
        self.selected: int | None = None
        self._cursor = 0
        self._marks: tuple[Stop, ...] = ()

    def show(self, listing: Listing, sight: int, selected: int | None) -> None:
        """Show another listing; the cursor goes to the selected claim, and into sight."""
        self.listing, self.sight = listing, max(1, sight)
        self._cursor = min(self._cursor, max(0, len(listing.stops) - 1))
        self.select(selected)
        self.scroll_to(self.top)
        self._reveal()

    def clear(self) -> None:
        """Show nothing for a while; cursor and place are kept for the next listing."""
        self.listing, self._marks = _NOTHING, ()

    def select(self, claim: int | None) -> None:
        """Mark a claim, and bring the cursor to it unless it stands for that claim already."""
        self.selected = claim
        stops = self.listing.stops
        if claim is None:
            self._marks = ()
            return
        holding = self.listing.stops_of(claim)
        self._marks = tuple(stops[at] for at in holding)
        if holding and self._cursor not in holding:
            self._cursor = min(holding, key=lambda at: stops[at].size)
            self._reveal()

    @property
    def cursor(self) -> Stop | None:
        """The stop under the cursor."""
        stops = self.listing.stops
        return stops[self._cursor] if stops else None

    @property
    def marks(self) -> tuple[Stop, ...]:
        """The stops that stand for the selected claim."""
        return self._marks

    def move(self, steps: int) -> None:
        """Move the cursor by some stops; without stops, scroll by lines.

        Where the selected claim has no row, the cursor is not seen: the first step shows it.
        """
        if not self.listing.stops:
            self.scroll_to(self.top + steps)
        elif self.selected is not None and not self._marks:
            self.go_to(self._cursor)
        else:
            self.go_to(self._cursor + steps)

    def move_half_page(self, direction: int, *, only_scroll: bool) -> None:
        """Move the cursor by half of what is in sight, or scroll by as much."""
        half = max(1, self.sight // 2)
        stops = self.listing.stops
        if only_scroll or not stops:
            self.scroll_to(self.top + direction * half)
            return
        wanted = stops[self._cursor].first + direction * max(1, half // self.row_height)
        found = bisect_left(stops, wanted, key=lambda stop: stop.first)
        step = max(1, found - self._cursor) if direction > 0 else min(-1, found - self._cursor)
        self.go_to(self._cursor + step)

    def move_to_edge(self, direction: int) -> None:
        """Go to the beginning or the end."""
        self.go_to(0 if direction < 0 else len(self.listing.stops) - 1)
        self.scroll_to(0 if direction < 0 else self._height)

    def go_to(self, stop: int) -> None:
        """Put the cursor on a stop, or the nearest there is, and bring it into sight."""
        self._cursor = max(0, min(stop, len(self.listing.stops) - 1))
        self._reveal()

    def scroll_to(self, top: int) -> None:
        """Scroll so that a line is the first in sight, as far as there are lines.

        A row is never cut at the top: what belongs to its first line would be left alone.
        """
        most = max(0, self._height - self.sight)
        high = self.row_height
        self.top = max(0, min(-(-top // high) * high, -(-most // high) * high))

    @property
    def _height(self) -> int:
        return len(self.listing.rows) * self.row_height

    def _reveal(self) -> None:
        """Bring the cursor into sight; at the first stop, all that stands above it as well."""
        stop = self.cursor
        if stop is None:
            return
        first, end = stop.first * self.row_height, (stop.last + 1) * self.row_height
        if end > self.top + self.sight:
            self.scroll_to(end - self.sight)
        if self._cursor == 0 and end <= self.sight:
            first = 0
        if first < self.top:
            self.scroll_to(first)

    def row_at(self, line: int) -> tuple[int, int] | None:
        """Return the row at a line in sight, and which of its lines it is."""
        row, part = divmod(self.top + line, self.row_height)
        return (row, part) if row < len(self.listing.rows) else None

    def stop_at(self, row: int) -> int | None:
        """Return the first stop that a row belongs to."""
        return self.listing.stop_at(row)

    def lines_of(self, stop: Stop) -> tuple[int, int] | None:
        """Return the lines in sight of a stop, the end not included, or None."""
        first = max(0, stop.first * self.row_height - self.top)
        end = min(self.sight, (stop.last + 1) * self.row_height - self.top)
        return (first, end) if first < end else None

    def mark(self, row: int) -> Mark | None:
        """Return how a row is marked."""
        here = self.cursor
        if here in self._marks and here is not None and here.first <= row <= here.last:
            return "cursor"
        marked = any(stop.first <= row <= stop.last for stop in self._marks)
        return "marked" if marked else None

    def has_thumb(self, line: int) -> bool:
        """Return whether the scroll mark covers a line in sight."""
        height, sight = self._height, self.sight
        if height <= sight:
            return False
        size = max(1, sight * sight // height)
        at = round(self.top / (height - sight) * (sight - size))
        return at <= line < at + size
