"""A line widget that redraws only the lines that have changed."""

from typing import Self

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from kursk_tui.ui.rows.styled_text import BLANK, LineWithBackground
from kursk_tui.ui.widgets.line_widget import LineWidget

_BORDERS = 2


class IncrementalWidget(LineWidget):
    """Draws the lines that `line_at` returns, which must not depend on styles.

    To compose a line and compare it with the one on the screen is cheap; Textual's borders, its
    compositor and the terminal are not.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._titles = "", ""
        self._only_border = False
        self._composed: dict[int, LineWithBackground] = {}  # for the next drawing
        self._on_screen: dict[int, LineWithBackground] = {}

    def line_at(self, y: int) -> LineWithBackground:
        """Return a line of the widget and its ground; an empty line is blank."""
        return BLANK, None

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        composed = self._composed[y] if y in self._composed else self.line_at(y)
        self._on_screen[y] = composed
        return self.paint(*composed) if composed[0] else self.blank(self.size.width)

    def refresh_changed(self, height: int) -> None:
        """Redraw those of the first `height` lines that have changed.

        If this is not the present height, Textual redraws the whole widget when it is resized.
        """
        # Textual's `size` would complete the layout, which may be under way.
        if height != self.outer_size.height - _BORDERS:
            self._composed = {}
            return
        composed = {y: self.line_at(y) for y in range(height)}
        changed = [y for y, one in composed.items() if one != self._on_screen.get(y)]
        if changed:
            self.refresh(*(Region(0, y, self.outer_size.width, 1) for y in changed))
        self._composed = composed  # after `refresh`, which discards it

    def retitle(self, title: str, subtitle: str) -> None:
        """Set the titles in the border, and redraw only the border."""
        if (title, subtitle) != self._titles:
            self._titles = title, subtitle
            self._only_border = True
            self.border_title, self.border_subtitle = Content(title), Content(subtitle)
            self._only_border = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Redraw the widget, or parts of it.

        When a title changes, Textual asks for the whole widget; the border is enough.
        """
        self._composed = {}
        if self._only_border:
            width, height = self.outer_size
            regions = (Region(-1, -1, width, 1), Region(-1, height - 2, width, 1))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
