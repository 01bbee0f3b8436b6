"""Protocols through which the parts of the dashboard use the screen; tests replace them."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from kursk_tui.query import View

ShowMessage = Callable[[str], None]
"""Shows a message until the next key."""


class Runner(Protocol):
    """Runs work in the background until the screen is closed."""

    def __call__(
        self, work: Callable[[], Awaitable[None]], group: str, *, exclusive: bool = False
    ) -> None:
        """Run work; with `exclusive`, first cancel other work of the same group."""


class VisiblePane(Protocol):
    """A pane that shows a view."""

    view: View | None

    def prepare_rows(self, view: View) -> None:
        """Prepare the rows of a view before it is shown; thread-safe."""


VisiblePanes = Callable[[], Sequence[VisiblePane]]
"""Returns the visible panes, the current one first."""
