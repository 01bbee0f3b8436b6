"""What covers a screen that is too small for the dashboard."""

from textual.strip import Strip

from kursk_tui.ui.rows.styled_text import Span, fit, line, wrap_spans
from kursk_tui.ui.widgets.line_widget import LineWidget

LEAST_WIDTH, LEAST_HEIGHT = 40, 12
"""The smallest screen, in cells, on which a claim can be read."""


class TooSmall(LineWidget):
    """Covers the screen, and shows how large it must be."""

    def covers(self, width: int, height: int) -> None:
        """Cover a screen of this size, if it is too small."""
        self.display = width < LEAST_WIDTH or height < LEAST_HEIGHT

    def render_line(self, y: int) -> Strip:
        """Draw one line of the sentence."""
        width, height = self.size
        sentence = (
            f"This window has {width}x{height} cells; "
            f"kursk-tui needs {LEAST_WIDTH}x{LEAST_HEIGHT}. q quits."
        )
        lines = wrap_spans(line(Span(sentence)), width)
        return self.paint(fit(lines[y] if y < len(lines) else (), width))
