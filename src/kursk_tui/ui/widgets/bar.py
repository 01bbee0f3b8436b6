"""Bars: one line with a part at the left and a part at the right."""

from textual.strip import Strip

from kursk_tui.ui.line import BLANK, Line, spread
from kursk_tui.ui.widgets.painting import Painter


class Bar(Painter):
    """One line of fixed height; what it says changes without a layout."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._left: Line = BLANK
        self._right: Line = BLANK

    def say(self, left: Line = BLANK, right: Line = BLANK) -> None:
        """Show these parts; the left one gives way where there is too little room."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        return self.paint(spread(self._left, self._right, width)) if y == 0 else Strip.blank(width)
