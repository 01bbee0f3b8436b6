"""Navigation between panes: the current pane, zoom and the reader."""

from collections.abc import Callable, Sequence
from typing import Protocol

from kursk_tui.query import View
from kursk_tui.ui.pane import Pane, Slot
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.widgets.arrangement import Mode

_ENTERED: tuple[Slot, ...] = ("detail", "reader", "sheet")
"""Slots of panes from which esc returns to the previous pane."""


class ListCursor(Protocol):
    """The cursor of a pane."""

    def move(self, steps: int) -> int | None:
        """Move the cursor; like the other moves, return the claim to select, or None."""

    def move_half_page(self, direction: int) -> int | None:
        """Move by half a page."""

    def move_to_edge(self, direction: int) -> int | None:
        """Go to the beginning (-1) or the end (1)."""

    def move_to_key(self, key: str) -> None:
        """Move the cursor to the first stop whose first row has a key."""

    def move_to_part(self, key: str, part: int) -> int | None:
        """Move to the stop of a row with a key and a part, or else to the last with that key."""


class PaneList(Protocol):
    """The widget of one pane."""

    pane: Pane
    view: View | None
    typing: bool

    @property
    def cursor(self) -> ListCursor:
        """The cursor."""

    @property
    def is_waiting(self) -> bool:
        """Whether the rows are being laid out in the background."""

    @property
    def is_laid_out(self) -> bool:
        """Whether the rows are known."""

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""

    def toggle_chart(self) -> bool | None:
        """Show the rows as a chart or a list; return whether it is a chart; None if too narrow."""

    def prepare_rows(self, view: View) -> None:
        """Prepare the rows of a view before it is shown; thread-safe."""

    def first_claim(self) -> int | None:
        """Return the first claim, or None if it is not known yet."""

    def when_laid_out(self, run: Callable[[], None]) -> None:
        """Run a function when the rows are known: now, or once; a later one takes its place."""

    def has_row_of(self, claim: int | None) -> bool:
        """Return whether a claim has a row."""

    def toggle(self) -> bool:
        """Open or close the row under the cursor; return False if it cannot be opened."""

    def open_selected(self) -> None:
        """Open the row under the cursor."""

    def term(self) -> str | None:
        """Return the query term for the row under the cursor."""

    def follow(self, figure: tuple[int, int]) -> None:
        """Follow the count of a figure: its claim, and its number there."""

    def place_in_text(self) -> tuple[str, int] | None:
        """Return the document and the offset at which the text in sight of the cursor begins."""

    def sort(self) -> str:
        """Sort by the next order; return its name, or an empty string if there is only one."""


class PaneSpace(Protocol):
    """The area of the screen that contains the panes."""

    @property
    def mode(self) -> Mode:
        """The arrangement of the panes at the current size."""

    def visible_panes(self) -> list[str]:
        """Return the ids of the visible panes."""

    def view_of(self, pane: str) -> PaneList:
        """Return the widget of a pane."""

    def show(self, *, current: str, zoomed: bool, reading: bool) -> None:
        """Arrange the panes."""

    def rearrange(self) -> None:
        """Arrange the panes again if they need other lines."""

    def focus_on(self, pane: str) -> None:
        """Focus a pane at once: the next key may already be queued."""


class PaneNavigator:
    """Goes from pane to pane.

    Calls `rearranged` after each new arrangement, and `entered_sheet` after going to a sheet.
    """

    def __init__(
        self,
        panes: Sequence[Pane],
        space: PaneSpace,
        rearranged: Callable[[], None],
        entered_sheet: Callable[[], None],
    ) -> None:
        self._slots = {pane.id: pane.slot for pane in panes}
        self.current = panes[0].id
        self.zoomed = False
        self.reading = False
        self._trail: list[str] = []
        self._space = space
        self._rearranged = rearranged
        self._entered_sheet = entered_sheet

    @property
    def view(self) -> PaneList:
        """The widget of the current pane."""
        return self._space.view_of(self.current)

    @property
    def detail(self) -> PaneList:
        """The widget of the claim pane."""
        return self._space.view_of(self._first_of("detail"))

    def place_in_text(self) -> tuple[str, int] | None:
        """Return the document and the offset at which the text in sight begins, if it is shown."""
        reader = self._first_of("reader")
        shown = reader in self._space.visible_panes()
        return self._space.view_of(reader).place_in_text() if shown else None

    @property
    def in_reader(self) -> bool:
        """Whether the current pane is the document."""
        return self._slots[self.current] == "reader"

    def visible_panes(self) -> list[PaneList]:
        """Return the widgets of the visible panes, the current one first."""
        others = [pane for pane in self._space.visible_panes() if pane != self.current]
        return [self.view, *map(self._space.view_of, others)]

    def reset(self, view: View) -> None:
        """Show a view in every visible pane, replacing answers that were shown early."""
        for pane in self.visible_panes():
            pane.view = view

    def focus_current(self) -> None:
        """Focus the current pane at once."""
        self._space.focus_on(self.current)

    def show_typing(self, typing: bool) -> None:
        """Show in every pane whether keys are letters of the query."""
        for pane in self._slots:
            self._space.view_of(pane).typing = typing
        if not typing:
            self._space.rearrange()

    def _first_of(self, slot: Slot) -> str:
        return next(pane for pane, other in self._slots.items() if other == slot)

    # Going to panes.

    def go_to(self, pane: str) -> None:
        """Make a pane current; open the reader for it, or close a reader that covers it.

        The current pane gets the lines that it needs now.
        """
        slot, before = self._slots[pane], self.current
        if pane == before:
            self._space.rearrange()
        if slot == "reader":
            self._arrange(pane, reading=True)
        elif slot == "grid" and pane not in self._space.visible_panes():
            self._arrange(pane, reading=False)
        else:
            self._arrange(pane)
        if slot == "sheet" and pane != before:
            self._entered_sheet()

    def follow_focus(self, pane: str) -> None:
        """Make the focused pane current, and change nothing else."""
        self._arrange(pane)

    def turn(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) pane: a visible one if several are visible."""
        ids = [pane for pane in self._slots if pane == self.current or self._slots[pane] != "sheet"]
        if self._space.mode != "tabs" and not self.zoomed:
            visible = self._space.visible_panes()
            ids = [pane for pane in ids if pane in visible]
        self._arrange(ids[(ids.index(self.current) + direction) % len(ids)])

    def zoom(self) -> None:
        """Maximize the current pane, or show all panes again."""
        self._arrange(zoomed=not self.zoomed)

    def unzoom(self) -> None:
        """Show all panes again."""
        self._arrange(zoomed=False)

    def show_evidence(self) -> None:
        """Go to the document."""
        self.go_to(self._first_of("reader"))

    def show_detail(self) -> None:
        """Go to the details of the selected claim."""
        self.go_to(self._first_of("detail"))

    def show_sources(self) -> None:
        """Go to the sources, and open the source of the selected claim."""
        self.go_to("sources")
        self.view.open_selected()

    def track(self, claim: int) -> None:
        """Follow a figure of a claim through time: the one under the cursor, or the first."""
        row = self.view.cursor_row
        here = row is not None and self.view.pane.has_figures and row.claim == claim
        self._space.view_of("track").follow((claim, row.part if here and row else 0))
        self.go_to("track")

    def step_out(self) -> bool:
        """Leave the current pane or close the reader; return False if neither applies."""
        if self._slots[self.current] in _ENTERED:
            before = self._trail[-1] if self._trail else next(iter(self._slots))
            self._arrange(before, reading=self._slots[before] == "reader")
        elif self.reading:
            self._arrange(reading=False)
        else:
            return False
        return True

    def _arrange(
        self, current: str | None = None, *, zoomed: bool | None = None, reading: bool | None = None
    ) -> None:
        """Change the given values, and rearrange the panes if any of them differs."""
        before = self.current, self.zoomed, self.reading
        self.current = before[0] if current is None else current
        self.zoomed = before[1] if zoomed is None else zoomed
        self.reading = before[2] if reading is None else reading
        if (self.current, self.zoomed, self.reading) == before:
            return
        self._space.show(current=self.current, zoomed=self.zoomed, reading=self.reading)
        self._rearranged()
        if self.current != before[0]:
            self._leave(before[0])
            self.focus_current()

    def _leave(self, pane: str) -> None:
        """Add a pane to the way back, which begins anew in a grid and never visits a pane twice."""
        self._trail.append(pane)
        if self._slots[self.current] not in _ENTERED:
            self._trail.clear()
        elif self.current in self._trail:
            del self._trail[self._trail.index(self.current) :]

    def term(self) -> str | None:
        """Return the query term for the row under the cursor."""
        return self.view.term()
