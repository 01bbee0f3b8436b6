"""The list widget of every pane: moves the cursor, opens and sorts rows, follows the pointer."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from kursk_tui.ui.pane import Column, scene_at_any_width
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.widgets.pane_body import PaneBody
from kursk_tui.ui.widgets.pane_lines import GUTTER, PaneLines

_WHEEL_LINES = 3


class PaneView(PaneBody, can_focus=True):
    """A pane that reacts to keys and the pointer.

    The methods that move the cursor return the claim to select, or None if it does not change.
    """

    @dataclass
    class ClaimClicked(Message):
        """Sent when the pointer selects a claim."""

        claim: int

    @dataclass
    class TermClicked(Message):
        """Sent when the pointer selects a term to narrow the query down with."""

        term: str

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        stop = self._viewport.cursor
        return self._viewport.model.rows[stop.first] if stop else None

    def first_claim(self) -> int | None:
        """Return the claim of the first stop, or None if there is none or it is not known yet."""
        if self.view is None:
            return None
        model = self._viewport.model
        if self._lines is None:
            scene = scene_at_any_width(self.view, self._sort)
            if self._layouts.must_wait_for(scene):
                return None
            model = self._layouts.lay_out(scene).model
        return model.stops[0].claim if model.stops else None

    def move(self, steps: int) -> int | None:
        """Move the cursor by some stops; a pane without stops scrolls by lines."""
        return self._change(lambda: self._viewport.move(steps))

    def move_half_page(self, direction: int) -> int | None:
        """Move the cursor by half of the height; a pane with text to read only scrolls."""
        only_scroll = self.pane.slot == "reader"
        claim = self._change(
            lambda: self._viewport.move_half_page(direction, only_scroll=only_scroll)
        )
        return None if only_scroll else claim

    def move_to_edge(self, direction: int) -> int | None:
        """Move the cursor to the first (-1) or the last (1) stop."""
        return self._change(lambda: self._viewport.move_to_edge(direction))

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return whether it can be opened."""
        row = self.cursor_row
        if row is None or not row.key or not self.pane.opens:
            return False
        self._opened ^= {row.key}
        self._update_layout()
        return True

    def open_selected(self) -> None:
        """Open the row under the cursor, if it can be opened and is closed."""
        row = self.cursor_row
        if row is not None and row.key not in self._opened:
            self.toggle()

    def term(self) -> str | None:
        """Return the query term for the row under the cursor, or None."""
        stop = self._viewport.cursor
        if self._lines is None or stop is None or self.selected is None:
            return None
        if not stop.represents(self.selected):
            return None
        row = self._viewport.model.rows[stop.first]
        return self.pane.term(row, self.selected, self._lines.scene.view)

    def sort(self, order: str | None = None) -> str:
        """Sort the rows by an order, or by the next one; return it, or "" if there is none."""
        orders = self.pane.sorts
        if not orders:
            return ""
        current = orders.index(self._sort) if self._sort else 0
        chosen = orders[(current + 1) % len(orders)] if order is None else order
        self._sort = "" if chosen == orders[0] else chosen
        self._update_layout()
        return chosen

    # The pointer.

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down; the cursor stays on its row."""
        event.stop()
        self._scroll_by(_WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up; the cursor stays on its row."""
        event.stop()
        self._scroll_by(-_WHEEL_LINES)

    def _scroll_by(self, lines: int) -> None:
        self._change(lambda: self._viewport.scroll_to(self._viewport.top + lines))

    def on_click(self, event: events.Click) -> None:
        """Sort by a heading, or select a claim, and ask for a term or open the row."""
        offset = event.get_content_offset(self)
        lines = self._lines
        if offset is None or lines is None:
            return
        if offset.y < lines.heading_height:
            self._sort_at(lines.columns, offset.x - GUTTER)
        else:
            self._click_row(lines, offset.y, offset.x)

    def _click_row(self, lines: PaneLines, y: int, x: int) -> None:
        found = self._viewport.row_at(y - lines.heading_height)
        if found is None:
            return
        term = lines.term_at(y, x)  # before the cursor moves, which may scroll
        stop = self._viewport.stop_at(found[0])
        if stop is not None:
            claim = self._change(lambda: self._viewport.go_to(stop))
            if claim is not None:
                self.post_message(self.ClaimClicked(claim))
        if term:
            self.post_message(self.TermClicked(term))
        elif stop is not None:
            self.toggle()

    def _sort_at(self, columns: Sequence[Column], x: int) -> None:
        for column in columns:
            if 0 <= x < column.width and column.sorts:
                current = self._sort or self.pane.sorts[0]
                at = column.sorts.index(current) + 1 if current in column.sorts else 0
                self.sort(column.sorts[at % len(column.sorts)])
                return
            x -= column.width
