"""Line widgets: widgets that draw lines of styled text with Textual."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from kursk_tui.text.sanitize import visible
from kursk_tui.ui.rows.styled_text import ROLES, Line, width_of

_GROUNDS = ("cursor", "marked")

LINE_CLASSES = {f"line--{name}" for name in (*ROLES, *_GROUNDS)}
"""The component classes of a screen with line widgets: one for each role and ground.

They belong to the screen, not to every widget, as Textual matches each of them with every rule.
"""

HYPERLINKS = "-hyperlinks"
"""The class of an app whose terminal opens links itself (OSC 8)."""


class LineWidget(Widget):
    """A widget that draws lines; its screen has the component classes `LINE_CLASSES`."""

    ALLOW_SELECT = False  # Textual would copy the name of the widget, not its text

    _base: Style | None = None
    _styles: dict[tuple[str | None, str], Style]

    def notify_style_update(self) -> None:
        """Forget the styles of lines, which may have changed."""
        super().notify_style_update()
        self._base = None
        self._styles = {}

    def paint(self, line: Line, ground: str | None = None) -> Strip:
        """Return a strip of a line, on its own ground or that of `cursor` or `marked` rows.

        If some spans belong to the selected claim (`Span.marked`), only they get the ground.
        """
        return Strip(self._segments(line, ground), width_of(line))

    def blank(self, width: int) -> Strip:
        """Return a blank strip."""
        return Strip.blank(width, self._ground)

    @property
    def _ground(self) -> Style:
        """The style below lines, kept because Textual derives it from every parent each time."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def _segments(self, line: Line, ground: str | None) -> Iterable[Segment]:
        partly = any(span.marked for span in line)
        for span in line:
            style = self._style(ground if span.marked or not partly else None, span.role)
            if span.link and self.app.has_class(HYPERLINKS):
                style += Style(link=span.link)
            yield Segment(visible(span.text), style)

    def _style(self, ground: str | None, role: str) -> Style:
        """Return the style of a role on a ground, kept because Textual derives it each time."""
        key = ground, role
        if key not in self._styles:
            under = self._ground if ground is None else self._ground + self._part(ground)
            self._styles[key] = under + self._part(role)
        return self._styles[key]

    def _part(self, name: str) -> Style:
        return self.screen.get_component_rich_style(f"line--{name}", partial=True)
