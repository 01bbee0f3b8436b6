"""Which pane is current, zoomed or open as the reader, and the keys that act within a pane."""

from collections.abc import Callable, Sequence
from typing import Protocol

from kursk_tui.query import View
from kursk_tui.ui.dashboard.ports import Tell
from kursk_tui.ui.pane import Pane, Slot
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.widgets.arrangement import Mode

_ENTERED: tuple[Slot, ...] = ("detail", "reader", "sheet")
"""Slots of panes that are entered from another pane, to which esc leads back."""


class PaneList(Protocol):
    """The widget of one pane."""

    pane: Pane
    view: View | None

    @property
    def waits(self) -> bool:
        """Whether the rows are still being laid out."""

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""

    def pick_rows(self, view: View) -> None:
        """Prepare the rows of a view before it is shown; in any thread."""

    def first_claim(self) -> int | None:
        """Return the first claim, if it is known."""

    def move(self, steps: int) -> int | None:
        """Move the cursor; this and the other moves return the claim to select."""

    def move_half_page(self, direction: int) -> int | None:
        """Move by half a page."""

    def move_to_edge(self, direction: int) -> int | None:
        """Go to the beginning or the end."""

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return whether it can be opened."""

    def open_selected(self) -> None:
        """Open the row under the cursor."""

    def term(self) -> str | None:
        """Return the query term for what is under the cursor."""

    def sort(self) -> str:
        """Use the next order; return its name, or an empty string if there is only one."""


class PaneSpace(Protocol):
    """The part of the screen that the panes share."""

    @property
    def mode(self) -> Mode:
        """How the panes are arranged at the present size."""

    def in_sight(self) -> list[str]:
        """Return the ids of the visible panes."""

    def view_of(self, pane: str) -> PaneList:
        """Return the widget of a pane."""

    def show(self, *, current: str, zoomed: bool, reading: bool) -> None:
        """Arrange the panes."""

    def focus_on(self, pane: str) -> None:
        """Give the focus to a pane, at once: the next key may be here already."""


class PaneNavigator:
    """Goes from pane to pane, and moves within the current one.

    `rearranged` is called whenever the panes were arranged anew.
    """

    def __init__(
        self,
        panes: Sequence[Pane],
        space: PaneSpace,
        choose: Callable[[int | None], None],
        rearranged: Callable[[], None],
        tell: Tell,
    ) -> None:
        self._slots = {pane.id: pane.slot for pane in panes}
        self.current = panes[0].id
        self.zoomed = False
        self.reading = False
        self._came_from = self.current
        self._space = space
        self._choose = choose
        self._rearranged = rearranged
        self._tell = tell

    @property
    def view(self) -> PaneList:
        """The widget of the current pane."""
        return self._space.view_of(self.current)

    @property
    def in_reader(self) -> bool:
        """Whether the current pane is the document."""
        return self._slots[self.current] == "reader"

    def in_sight(self) -> list[PaneList]:
        """Return the widgets of the visible panes, the current one first."""
        others = [pane for pane in self._space.in_sight() if pane != self.current]
        return [self.view, *map(self._space.view_of, others)]

    def reset(self, view: View) -> None:
        """Have every visible pane show this view, and no answer that was shown early."""
        for pane in self.in_sight():
            pane.view = view

    def focus_current(self) -> None:
        """Give the focus to the current pane, at once."""
        self._space.focus_on(self.current)

    def _first_of(self, slot: Slot) -> str:
        return next(pane for pane, other in self._slots.items() if other == slot)

    # Going to panes.

    def go_to(self, pane: str) -> None:
        """Make a pane the current one; the reader opens with it, or closes if it covers it."""
        slot = self._slots[pane]
        if slot == "reader":
            self._arrange(pane, reading=True)
        elif slot == "grid" and pane not in self._space.in_sight():
            self._arrange(pane, reading=False)
        else:
            self._arrange(pane)

    def follow_focus(self, pane: str) -> None:
        """Make the pane current that has got the focus, leaving all else as it is."""
        self._arrange(pane)

    def turn(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) pane: of the visible ones, if there are several."""
        ids = [one for one in self._slots if one == self.current or self._slots[one] != "sheet"]
        if self._space.mode != "tabs" and not self.zoomed:
            visible = self._space.in_sight()
            ids = [one for one in ids if one in visible]
        self._arrange(ids[(ids.index(self.current) + direction) % len(ids)])

    def zoom(self) -> None:
        """Give the current pane the whole screen, or show the others again."""
        self._arrange(zoomed=not self.zoomed)

    def unzoom(self) -> None:
        """Show the other panes again."""
        self._arrange(zoomed=False)

    def show_evidence(self) -> None:
        """Go to the document."""
        self.go_to(self._first_of("reader"))

    def show_sources(self) -> None:
        """Go to the sources, with that of the selected claim opened."""
        self.go_to("sources")
        self.view.open_selected()

    def step_out(self) -> bool:
        """Leave the current pane or close the reader; return whether there was a way out."""
        if self._slots[self.current] in _ENTERED:
            self._arrange(self._came_from, reading=False)
        elif self.reading:
            self._arrange(reading=False)
        else:
            return False
        return True

    def _arrange(
        self, current: str | None = None, *, zoomed: bool | None = None, reading: bool | None = None
    ) -> None:
        """Change what is given, and arrange the panes if anything is different."""
        before = self.current, self.zoomed, self.reading
        self.current = before[0] if current is None else current
        self.zoomed = before[1] if zoomed is None else zoomed
        self.reading = before[2] if reading is None else reading
        if (self.current, self.zoomed, self.reading) == before:
            return
        self._space.show(current=self.current, zoomed=self.zoomed, reading=self.reading)
        self._rearranged()
        if self.current != before[0]:
            if self._slots[before[0]] not in _ENTERED:
                self._came_from = before[0]
            self.focus_current()

    # Within the current pane.

    def move(self, steps: int) -> None:
        """Move the cursor of the current pane."""
        self._choose(self.view.move(steps))

    def move_half_page(self, direction: int) -> None:
        """Move by half a page."""
        self._choose(self.view.move_half_page(direction))

    def move_to_edge(self, direction: int) -> None:
        """Go to the beginning (-1) or the end (1) of the current pane."""
        self._choose(self.view.move_to_edge(direction))

    def open(self) -> None:
        """Open the row under the cursor, or else go to the details of the selected claim."""
        if not self.view.toggle():
            self.go_to(self._first_of("detail"))

    def sort(self) -> None:
        """Use the next order of the current pane."""
        order = self.view.sort()
        self._tell(f"{self.view.pane.title}: {order or 'this pane has only one order'}")

    def term(self) -> str | None:
        """Return the query term for what is under the cursor."""
        return self.view.term()

    def figure_at_cursor(self, claim: int | None) -> int | None:
        """Return which figure of a claim is under the cursor, if one is."""
        row = self.view.cursor_row if self.view.pane.has_figures else None
        return row.part if row is not None and row.claim == claim else None
