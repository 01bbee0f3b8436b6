"""The line below the query: completions that scroll with the current one."""

from kursk_tui.ui.widgets.query_history import Completions
from kursk_tui.ui.widgets.query_status import completions_line
from tests.tables import each_row


@each_row(
    ("at", "shown"),
    [
        (0, "  [killed] wounded  missing  captured "),
        (1, "   killed [wounded] missing  captured "),
        (2, "   wounded [missing] captured "),
        (3, "   missing [captured]"),
    ],
)
def test_the_current_completion_is_visible(at: int, shown: str) -> None:
    completions = Completions("", "", ("killed", "wounded", "missing", "captured"), at)
    assert "".join(span.text for span in completions_line(completions, 26)) == shown
