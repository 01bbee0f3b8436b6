"""The area of the screen that contains the panes, laid out by `arrange`."""

from collections.abc import Mapping, Sequence

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from kursk_tui.ui.pane import Pane
from kursk_tui.ui.widgets.arrangement import Box, Mode, arrange, mode_of
from kursk_tui.ui.widgets.pane_view import PaneView

_BORDER = Spacing(1, 1, 1, 1)


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
        self.current = panes[0].id
        self.zoomed = False
        self.reading = False
        self._boxes = _Boxes()

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
            current=self.current,
            zoomed=self.zoomed,
            reading=self.reading,
        )

    @property
    def mode(self) -> Mode:
        """The arrangement of the panes at the current screen size."""
        return mode_of(*self.app.size)

    def visible_panes(self) -> list[str]:
        """Return the ids of the visible panes."""
        return list(self.boxes(self.size))

    def show(self, *, current: str, zoomed: bool, reading: bool) -> None:
        """Rearrange the panes if their boxes change."""
        before = self.boxes(self.size)
        self.current, self.zoomed, self.reading = current, zoomed, reading
        boxes = self.boxes(self.size)
        if boxes != before:
            # Only a child's request invalidates the cached arrangement.
            self.view_of(current).refresh(layout=True)
            self.fill(boxes)  # at once: the next key may come before the layout

    def fill(self, boxes: Mapping[str, Box]) -> None:
        """Lay out the rows of panes in their boxes."""
        for pane, box in boxes.items():
            self.view_of(pane).resize_rows(Region(*box).shrink(_BORDER).size)

    def view_of(self, pane: str) -> PaneView:
        """Return the widget of a pane."""
        return self.query_one(f"#{pane}", PaneView)

    def focus_on(self, pane: str) -> None:
        """Focus a pane at once: the next key may already be queued."""
        self.screen.set_focus(self.view_of(pane))
