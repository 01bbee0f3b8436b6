"""The pointer in a pane: a click selects, opens, sorts or narrows the query."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from textual.message import Message

from kursk_tui.ui.widgets.pane_cursor import PaneCursor
from kursk_tui.ui.widgets.pane_lines import GUTTER, PaneLines
from kursk_tui.ui.widgets.pane_state import PaneState


@dataclass
class ClaimClicked(Message):
    """Sent when the pointer selects a claim."""

    claim: int


@dataclass
class TermClicked(Message):
    """Sent when the pointer selects a term that narrows the query."""

    term: str


class Clickable(Protocol):
    """The widget of a pane, as clicks use it."""

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return False if it cannot be opened."""

    def sort(self, order: str | None = None) -> str:
        """Sort the rows by an order."""


class PanePointer:
    """Handles clicks on the lines of a pane; `post` sends a message about a click."""

    def __init__(
        self,
        state: PaneState,
        cursor: PaneCursor,
        widget: Clickable,
        post: Callable[[Message], object],
    ) -> None:
        self._state = state
        self._cursor = cursor
        self._widget = widget
        self._post = post

    def click(self, x: int, y: int) -> None:
        """Sort by the clicked heading; or select the claim, and use its term or toggle its row."""
        lines = self._state.lines
        if lines is None:
            return
        if y >= lines.heading_height:
            self._click_row(lines, x, y)
        elif order := self._state.order_at(lines.columns, x - GUTTER):
            self._widget.sort(order)

    def _click_row(self, lines: PaneLines, x: int, y: int) -> None:
        viewport = self._state.viewport
        found = viewport.row_at(y - lines.heading_height)
        if found is None:
            return
        term = lines.term_at(y, x)  # before the cursor moves, which may scroll
        stop = viewport.stop_at(found[0])
        if stop is not None:
            claim = self._cursor.go_to(stop)
            if claim is not None:
                self._post(ClaimClicked(claim))
        if term:
            self._post(TermClicked(term))
        elif stop is not None:
            self._widget.toggle()
