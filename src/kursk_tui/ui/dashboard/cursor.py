"""The cursor of the current pane."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kursk_tui.ui.dashboard.pane_navigator import PaneNavigator
from kursk_tui.ui.dashboard.ports import ShowMessage

if TYPE_CHECKING:  # loaded with the first item
    from kursk_tui.editing import Item

_TRACK = "track"


class Cursor:
    """Moves within the current pane, and calls `choose` with the claim to select, or None."""

    def __init__(
        self, panes: PaneNavigator, choose: Callable[[int | None], None], show_message: ShowMessage
    ) -> None:
        self._panes = panes
        self._choose = choose
        self._show_message = show_message

    def move(self, steps: int) -> None:
        """Move by some rows."""
        self._choose(self._panes.view.cursor.move(steps))

    def move_half_page(self, direction: int) -> None:
        """Move by half a page."""
        self._choose(self._panes.view.cursor.move_half_page(direction))

    def move_to_edge(self, direction: int) -> None:
        """Go to the beginning (-1) or the end (1)."""
        self._choose(self._panes.view.cursor.move_to_edge(direction))

    def open(self) -> None:
        """Toggle the row under the cursor, or else go to the details of the selected claim."""
        if not self._panes.view.toggle():
            self._panes.show_detail()

    def sort(self) -> None:
        """Sort the current pane by its next order."""
        view = self._panes.view
        order = view.sort()
        self._show_message(f"{view.pane.title}: {order or 'this pane has only one order'}")

    def toggle_chart(self) -> None:
        """Show the track as a chart, or as a list."""
        if not self._panes.view.pane.chart_from:
            self._panes.go_to(_TRACK)
        view = self._panes.view
        as_chart = view.toggle_chart()
        name = view.pane.title
        if as_chart is None:
            self._show_message(f"{name}: the chart needs 100 columns")
        else:
            self._show_message(f"{name}: {'chart' if as_chart else 'list'}")

    def go_to_part(self, key: str, part: int) -> None:
        """Go to the row with a key and a part, or else to the last with that key."""
        self._choose(self._panes.view.cursor.move_to_part(key, part))

    @property
    def item(self) -> "Item | None":
        """The item of the selected claim under the cursor of the claim pane.

        None stands for the claim as a whole: on the claim's own line, and in all other panes.
        """
        view = self._panes.view
        row = view.cursor_row if view is self._panes.detail else None
        if row is None:
            return None
        from kursk_tui.ui.rows.item_keys import item_of

        return item_of(row.key)

    def go_to_item(self, item: "Item | None") -> None:
        """Move the cursor of the claim pane to an item of the selected claim, or to its own line.

        This does not make the claim pane the current one.
        """
        from kursk_tui.ui.rows.item_keys import key_of

        self._panes.detail.cursor.move_to_key(key_of(item))

    def figure_of(self, claim: int | None) -> int | None:
        """Return the index of the figure of a claim under the cursor, or None."""
        view = self._panes.view
        row = view.cursor_row if view.pane.has_figures else None
        return row.part if row is not None and row.claim == claim else None
