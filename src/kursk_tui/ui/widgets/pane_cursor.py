"""The cursor of a pane: moves it, and redraws what changed."""

from collections.abc import Callable, Iterable

from kursk_tui.ui.rows.row_model import NOTHING, Stop
from kursk_tui.ui.widgets.pane_state import PaneState


class PaneCursor:
    """Moves the cursor and scrolls; the moves return the claim to select, or None for the same.

    `selected` returns the selected claim; `redraw` redraws some stops, or with None everything.
    """

    def __init__(
        self,
        state: PaneState,
        selected: Callable[[], int | None],
        redraw: Callable[[Iterable[Stop] | None], None],
    ) -> None:
        self._state = state
        self._selected = selected
        self._redraw = redraw

    def select(self, claim: int | None) -> None:
        """Mark the selected claim, and reveal it."""
        self._change(lambda: self._state.viewport.select(claim))

    def move(self, steps: int) -> int | None:
        """Move by a number of stops; a pane without stops scrolls by lines."""
        return self._change(lambda: self._state.viewport.move(steps))

    def move_half_page(self, direction: int) -> int | None:
        """Move by half the height; the reader only scrolls."""
        only_scroll = self._state.pane.slot == "reader"
        claim = self._change(
            lambda: self._state.viewport.move_half_page(direction, only_scroll=only_scroll)
        )
        return None if only_scroll else claim

    def move_to_edge(self, direction: int) -> int | None:
        """Move to the first (-1) or the last (1) stop."""
        return self._change(lambda: self._state.viewport.move_to_edge(direction))

    def move_to_key(self, key: str) -> None:
        """Move to the first stop whose first row has a key, if there is such a stop."""
        model = self._state.viewport.model
        stops = enumerate(model.stops)
        found = next((at for at, stop in stops if model.rows[stop.first].key == key), None)
        if found is not None:
            self.go_to(found)

    def move_to_part(self, key: str, part: int) -> int | None:
        """Move to the stop of a row with a key and a part, or else to the last with that key."""
        model = self._state.viewport.model
        rows = ((at, model.rows[stop.first]) for at, stop in enumerate(model.stops))
        found = [at for at, row in rows if row.key == key and row.part <= part]
        return self.go_to(found[-1]) if found else None

    def go_to(self, stop: int) -> int | None:
        """Move to a stop."""
        return self._change(lambda: self._state.viewport.go_to(stop))

    def scroll_by(self, lines: int) -> None:
        """Scroll; the cursor stays on its row."""
        viewport = self._state.viewport
        self._change(lambda: viewport.scroll_to(viewport.top + lines))

    def _change(self, move: Callable[[], None]) -> int | None:
        """Move the cursor or scroll, and redraw what changed.

        Return the claim under the cursor if it is not the selected one. On another row without a
        claim, return `NOTHING`: what is shown about the row changes.
        """
        viewport = self._state.viewport
        before, marks, top = viewport.cursor, viewport.marks, viewport.top
        move()
        here = viewport.cursor
        if viewport.top != top:
            self._redraw(None)
        elif here != before or viewport.marks != marks:
            self._redraw([*marks, *viewport.marks, *filter(None, (before, here))])
        if here is None:
            return None
        if here.claim >= NOTHING and here.represents(self._selected()):
            return NOTHING if here.claim == NOTHING and here != before else None
        return here.claim
