"""The message on a screen that is too small for the dashboard."""

from kursk_tui.ui.rows.styled_text import BLANK, LineWithBackground, Span, fit, line, wrap_spans
from kursk_tui.ui.widgets.line_widget import LineWidget

MIN_WIDTH, MIN_HEIGHT = 40, 12
"""The minimum screen size in cells."""


class TooSmall(LineWidget):
    """Covers a screen that is too small, and shows the required size."""

    def update_for(self, width: int, height: int) -> None:
        """Cover the screen if this size is too small, or uncover it."""
        self.display = width < MIN_WIDTH or height < MIN_HEIGHT

    def line_at(self, y: int) -> LineWithBackground:
        """Return a line of the message."""
        width, height = self.size
        sentence = (
            f"This window has {width}x{height} cells; "
            f"kursk-tui needs {MIN_WIDTH}x{MIN_HEIGHT}. q quits."
        )
        lines = wrap_spans(line(Span(sentence)), width)
        return fit(lines[y], width) if y < len(lines) else BLANK, None
