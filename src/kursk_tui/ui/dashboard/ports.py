"""What the parts of the dashboard need of the screen, as protocols that a test can stand in for."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from kursk_tui.query import View

Tell = Callable[[str], None]
"""Shows a message until the next key."""


class Runner(Protocol):
    """Runs work in the background, as long as the screen is open."""

    def __call__(
        self, work: Callable[[], Awaitable[None]], group: str, *, exclusive: bool = False
    ) -> None:
        """Run work; with `exclusive`, cancel what still runs of the same group."""


class RowsOfPane(Protocol):
    """A pane that shows a view."""

    view: View | None

    def pick_rows(self, view: View) -> None:
        """Prepare the rows of a view before it is shown; in any thread."""


PanesInSight = Callable[[], Sequence[RowsOfPane]]
"""Returns the visible panes, the current one first."""
