"""Line widgets: widgets that draw lines of styled text, and redraw only those that change."""

from collections.abc import Iterable
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from kursk_tui.text.sanitize import ascii_link, visible
from kursk_tui.ui.rows.styled_text import BLANK, ROLES, Line, LineWithBackground, width_of

_BACKGROUNDS = ("cursor", "marked", "found")

LINE_CLASSES = {f"line--{name}" for name in (*ROLES, *_BACKGROUNDS)}
"""The component classes of a screen with line widgets: one for each role and background.

They belong to the screen, not to every widget, as Textual matches each of them with every rule.
"""

HYPERLINKS = "-hyperlinks"
"""The class of an app whose terminal opens links itself (OSC 8)."""


class LineWidget(Widget):
    """Draws the lines that `line_at` returns; its screen has the component classes `LINE_CLASSES`.

    Composing a line and comparing it with the line on the screen is cheap; Textual's borders, its
    compositor and the terminal are not.
    """

    ALLOW_SELECT = False  # Textual would copy the name of the widget, not its text

    _base: Style | None = None
    _styles: dict[tuple[str | None, str, bool], Style]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._titles = "", ""
        self._changed_edge: int | None = None
        self._composed: dict[int, LineWithBackground] = {}  # for the next drawing
        self._on_screen: dict[int, LineWithBackground] = {}

    def line_at(self, y: int) -> LineWithBackground:
        """Return a line of the widget and its background; an empty line is blank.

        The result must not depend on styles.
        """
        return BLANK, None

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        line, background = self._composed[y] if y in self._composed else self.line_at(y)
        self._on_screen[y] = line, background
        if not line:
            return Strip.blank(self.size.width, self._base_style)
        return Strip(self._segments(line, background), width_of(line))

    def refresh_changed(self, height: int) -> None:
        """Redraw those of the first `height` lines that have changed.

        If this is not the current height, Textual redraws the whole widget when it is resized.
        """
        # Textual's `size` would complete the layout, which may be in progress.
        if height != self.outer_size.height - self.styles.gutter.height:
            self._composed = {}
            return
        composed = {y: self.line_at(y) for y in range(height)}
        changed = [y for y, one in composed.items() if one != self._on_screen.get(y)]
        if changed:
            self.refresh(*(Region(0, y, self.outer_size.width, 1) for y in changed))
        self._composed = composed  # after `refresh`, which discards it

    def retitle(self, title: str, subtitle: str) -> None:
        """Set the titles in the border, and redraw only the edges that change."""
        if title != self._titles[0]:
            self._changed_edge = 0
            self.border_title = Content(title)
        if subtitle != self._titles[1]:
            self._changed_edge = self.outer_size.height - 1
            self.border_subtitle = Content(subtitle)
        self._changed_edge = None
        self._titles = title, subtitle

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Redraw the widget, or parts of it.

        When a title changes, Textual asks for the whole widget; redrawing its edge is enough.
        """
        self._composed = {}
        if self._changed_edge is not None:
            left, top = -self.styles.gutter.left, -self.styles.gutter.top
            width = self.outer_size.width
            regions = (Region(left, top + self._changed_edge, width, 1),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    # Styles.

    def notify_style_update(self) -> None:
        """Discard the cached styles, which may have changed."""
        super().notify_style_update()
        self._base = None
        self._styles = {}

    @property
    def _base_style(self) -> Style:
        """The style below lines, cached because Textual derives it from all parents each time."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def _segments(self, line: Line, background: str | None) -> Iterable[Segment]:
        """Yield the segments of a line.

        If some spans belong to the selected claim (`Span.marked`), only they get the background.
        """
        partly = any(span.marked for span in line)
        for span in line:
            below = background if span.marked or not partly else None
            style = self._style(below, span.role, span.found)
            if span.link and self.app.has_class(HYPERLINKS):
                style += Style(link=ascii_link(span.link))
            yield Segment(visible(span.text), style)

    def _style(self, background: str | None, role: str, found: bool) -> Style:
        """Return the style of a role on a background, cached as Textual derives it each time."""
        key = background, role, found
        if key not in self._styles:
            below = self._base_style
            below = below if background is None else below + self._part(background)
            style = below + self._part(role)
            if found:
                style += self._part("found")
                # In a reversed row, words that are not reversed stand out.
                style += Style(reverse=False) if below.reverse else Style()
            self._styles[key] = style
        return self._styles[key]

    def _part(self, name: str) -> Style:
        return self.screen.get_component_rich_style(f"line--{name}", partial=True)
