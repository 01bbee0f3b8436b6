"""The area of the screen that contains the panes, laid out by `arrange`."""

from collections.abc import Mapping, Sequence
from functools import cache, partial

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from kursk_tui.ui.pane import Pane
from kursk_tui.ui.widgets.arrangement import Frames, Mode, arrange, frames_of, mode_of
from kursk_tui.ui.widgets.bands import Box
from kursk_tui.ui.widgets.pane_view import PaneView
from kursk_tui.ui.widgets.room import Need

_FRAMES: Mapping[Frames, tuple[Spacing, Spacing]] = {
    "boxes": (Spacing.all(1), Spacing.all(1)),
    "tabs": (Spacing(0, 1, 1, 1), Spacing.all(1)),
    "rules": (Spacing(), Spacing(top=1)),
}
"""The frames of panes and of the detail; `app.tcss` draws them."""


_SHORT = 2
"""The lines of a sentence that says why a pane has no rows, on most screens."""


class _Boxes(Layout):
    """Places the panes that have a box, and lays out their rows; hides the others."""

    name = "boxes"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        assert isinstance(parent, Workspace)
        boxes = parent.boxes(size)
        parent.fill(boxes)  # at once, so that the first drawing is complete
        return [
            WidgetPlacement(Region(*boxes[child.id]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in boxes
        ]


class Workspace(Widget):
    """Contains all panes; size and state determine which are visible, and where."""

    def __init__(self, panes: Sequence[Pane]) -> None:
        super().__init__()
        self._panes = panes
        self._slots = {pane.id: pane.slot for pane in panes}
        self.current = panes[0].id
        self.above_detail = self.current
        self.zoomed = False
        self.reading = False
        self._boxes = _Boxes()
        self._filled: Mapping[str, Box] = {}

    @property
    def layout(self) -> Layout:
        """The layout of the panes."""
        return self._boxes

    def boxes(self, size: Size) -> dict[str, Box]:
        """Return the box of each visible pane in an area of this size."""
        return arrange(
            self._panes,
            self.mode,
            size,
            cache(partial(self._need_of, current=self.current)),
            cache(partial(self._need_of, current="")),
            current=self.current,
            above=self.above_detail,
            zoomed=self.zoomed,
            reading=self.reading,
        )

    @property
    def mode(self) -> Mode:
        """The arrangement of the panes at the current screen size."""
        return mode_of(*self.app.size)

    @property
    def frames(self) -> Frames:
        """The frames of the panes at the current screen size."""
        return frames_of(*self.app.size)

    def update_frames(self) -> None:
        """Draw the frames for the current screen size."""
        for one in _FRAMES:
            self.set_class(one == self.frames, f"-{one}")

    def _frame_of(self, pane: str) -> Spacing:
        above, detail = _FRAMES[self.frames]
        return detail if self._slots[pane] == "detail" else above

    def _need_of(self, pane: str, width: int, *, current: str) -> Need:
        """Return what a pane needs; the detail has room for its claim when it becomes current.

        A single pane above it then keeps only one row, or a sentence. Without a current pane, the
        need does not depend on it.
        """
        frame, view = self._frame_of(pane), self.view_of(pane)
        need = view.need(width - frame.width, with_selected=pane == current)
        need = Need(*(lines + frame.height for lines in need))
        if self.mode != "tabs" or pane == current or self._slots.get(current) != "detail":
            return need
        short = min(need.content, _SHORT + frame.height)
        return need._replace(least=min(need.least, max(view.pane.row_height + frame.height, short)))

    def visible_panes(self) -> list[str]:
        """Return the ids of the visible panes."""
        return list(self.boxes(self.size))

    @property
    def top_pane(self) -> str:
        """The id of the pane at the top if only one fits, or "" if it is the detail."""
        if self._slots[self.current] != "detail":
            return self.current
        return "" if self.zoomed else self.above_detail

    def show(self, *, current: str, zoomed: bool, reading: bool) -> None:
        """Arrange the panes."""
        self.current, self.zoomed, self.reading = current, zoomed, reading
        if self._slots[current] != "detail":
            self.above_detail = current
        self.rearrange()

    def follow_claim(self) -> None:
        """Give the detail of a wide screen the lines of the selected claim, and no more."""
        if self.mode == "wide" and not self.zoomed:
            self.rearrange()

    def rearrange(self) -> None:
        """Arrange the panes again if their boxes change."""
        boxes = self.boxes(self.size)
        if boxes != self._filled:
            # Only a child's request invalidates the cached arrangement.
            self.view_of(self.current).refresh(layout=True)
            self.fill(boxes)  # at once: the next key may come before the layout

    def fill(self, boxes: Mapping[str, Box]) -> None:
        """Lay out the rows of panes in their boxes."""
        self._filled = boxes
        for pane, box in boxes.items():
            frame = self._frame_of(pane)
            self.view_of(pane).resize_rows(
                Region(*box).shrink(frame).size, in_box=bool(frame.bottom)
            )

    def view_of(self, pane: str) -> PaneView:
        """Return the widget of a pane."""
        return self.query_one(f"#{pane}", PaneView)

    def focus_on(self, pane: str) -> None:
        """Focus a pane at once: the next key may already be queued."""
        self.screen.set_focus(self.view_of(pane))
