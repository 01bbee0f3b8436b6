"""The one list that carries every pane: moving, opening, sorting and pointing in it."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from kursk_tui.ui.pane import ANY_WIDTH, Scene, is_large
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.rows.styled_text import Line, width_of
from kursk_tui.ui.widgets.pane_body import GUTTER, PaneBody

_WHEEL = 3


class PaneView(PaneBody, can_focus=True):
    """A pane, and what the reader does in it with keys and pointer."""

    @dataclass
    class Selected(Message):
        """The reader chose a claim with the pointer."""

        claim: int

    @dataclass
    class Asked(Message):
        """The reader pointed at something that narrows the query down to it."""

        term: str

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        stop = self._viewport.cursor
        return self._viewport.listing.rows[stop.first] if stop else None

    def first_claim(self) -> int | None:
        """Return the claim at the first stop, if there is one and it is known by now.

        It is the same in any room.
        """
        if self.view is None:
            return None
        listing = self._viewport.listing
        if self._scene is None:
            scene = Scene(self.view, None, ANY_WIDTH, sort=self._sort)
            if is_large(self.view.index) and not self.pane.is_prepared(scene):
                return None
            listing = self.pane.listing(scene)
        return listing.stops[0].claim if listing.stops else None

    def move(self, steps: int) -> int | None:
        """Move the cursor by some stops; a pane without stops scrolls by lines.

        This and the other moves return the claim chosen by it, or None if that is as before.
        """
        return self._change(lambda: self._viewport.move(steps))

    def move_half_page(self, direction: int) -> int | None:
        """Move by half of what is in sight; where there is text to read, only scroll."""
        only_scroll = self.pane.slot == "reader"
        chosen = self._change(
            lambda: self._viewport.move_half_page(direction, only_scroll=only_scroll)
        )
        return None if only_scroll else chosen

    def move_to_edge(self, direction: int) -> int | None:
        """Go to the beginning or the end."""
        return self._change(lambda: self._viewport.move_to_edge(direction))

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return whether it is one that opens."""
        stop = self._viewport.cursor
        key = self._viewport.listing.rows[stop.first].key if stop else ""
        if not key or not self.pane.opens:
            return False
        self._opened ^= {key}
        self._relist()
        return True

    def open_selected(self) -> None:
        """Open the row under the cursor, if it opens and is closed."""
        row = self.cursor_row
        if row is not None and row.key not in self._opened:
            self.toggle()

    def term(self) -> str | None:
        """Return the term of a query that finds what is under the cursor."""
        stop = self._viewport.cursor
        if self._scene is None or stop is None or self.selected is None:
            return None
        if not stop.holds(self.selected):
            return None
        return self.pane.term(self._viewport.listing.rows[stop.first], self.selected, self._scene)

    def _scroll_by(self, lines: int) -> None:
        self._change(lambda: self._viewport.scroll_to(self._viewport.top + lines))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down; the cursor stays where it is."""
        event.stop()
        self._scroll_by(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up; the cursor stays where it is."""
        event.stop()
        self._scroll_by(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Select the claim under the pointer, or open the row."""
        offset = event.get_content_offset(self)
        if offset is None or self._scene is None:
            return
        if offset.y < self._head:
            self._sort_at(offset.x - GUTTER)
            return
        found = self._viewport.row_at(offset.y - self._head)
        if found is None:
            return
        stop = self._viewport.stop_at(found[0])
        chosen = None
        if stop is not None:
            chosen = self._change(lambda: self._viewport.go_to(stop))
        if chosen is not None:
            self.post_message(self.Selected(chosen))
        row = self._viewport.listing.rows[found[0]]
        if term := _term_at(self.pane.draw(row, self._scene)[found[1]], offset.x - GUTTER):
            self.post_message(self.Asked(term))
        elif stop is not None:
            self.toggle()

    def sort(self, order: str | None = None) -> str:
        """Put the rows in an order, or in the next one; return which, or nothing if none."""
        orders = self.pane.sorts
        if not orders:
            return ""
        now = orders.index(self._sort) if self._sort else 0
        chosen = orders[(now + 1) % len(orders)] if order is None else order
        self._sort = "" if chosen == orders[0] else chosen
        self._relist()
        return chosen

    def _sort_at(self, x: int) -> None:
        for column in self._columns:
            if 0 <= x < column.width and column.sorts:
                now = self._sort or self.pane.sorts[0]
                at = column.sorts.index(now) + 1 if now in column.sorts else 0
                self.sort(column.sorts[at % len(column.sorts)])
                return
            x -= column.width


def _term_at(spans: Line, x: int) -> str:
    """Return the term of the span at a cell of a line."""
    at = 0
    for span in spans:
        at += width_of((span,))
        if x < at:
            return span.term if x >= 0 else ""
    return ""
