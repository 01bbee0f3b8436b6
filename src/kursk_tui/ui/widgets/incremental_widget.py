"""A painter that draws again only what shows something else than before."""

from typing import Self

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from kursk_tui.ui.rows.styled_text import BLANK, Line
from kursk_tui.ui.widgets.line_widget import Painter

_BORDERS = 2

Grounded = tuple[Line, str | None]
"""A line and the ground it is drawn on, if that is not the widget's own."""


class FrugalPainter(Painter):
    """Draws the lines that `line_at` says; what it says must not depend on styles.

    Composing a line costs little; Textual's borders, its compositor and the terminal cost more.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._titles = "", ""
        self._only_border = False
        self._composed: dict[int, Grounded] = {}  # for the next drawing
        self._on_screen: dict[int, Grounded] = {}

    def line_at(self, y: int) -> Grounded:
        """Return what stands on a line; nothing is a blank one."""
        return BLANK, None

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        composed = self._composed[y] if y in self._composed else self.line_at(y)
        self._on_screen[y] = composed
        return self.paint(*composed) if composed[0] else self.blank(self.size.width)

    def refresh_changed(self, height: int) -> None:
        """Draw again those of so many lines that show something else.

        A widget that is given another height is drawn whole, once it has it.
        """
        # Textual's `size` would work the whole layout out, in the midst of which this may be.
        if height != self.outer_size.height - _BORDERS:
            self._composed = {}
            return
        composed = {y: self.line_at(y) for y in range(height)}
        changed = [y for y, one in composed.items() if one != self._on_screen.get(y)]
        if changed:
            self.refresh(*(Region(0, y, self.outer_size.width, 1) for y in changed))
        self._composed = composed  # what was to be drawn before this may not be any more

    def retitle(self, title: str, subtitle: str) -> None:
        """Show other titles in the border."""
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
        """Draw the widget again, or parts of it.

        For another title Textual asks for the whole widget; its border is enough.
        """
        self._composed = {}
        if self._only_border:
            width, height = self.outer_size
            regions = (Region(-1, -1, width, 1), Region(-1, height - 2, width, 1))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
