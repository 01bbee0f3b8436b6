"""Protocols through which the parts of the dashboard use the screen; tests replace them."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from kursk_tui.query import QueryError, Remark, View

if TYPE_CHECKING:  # loaded when the finder is opened
    from kursk_tui.ui.finder.entries import Entry

ShowMessage = Callable[[str], None]
"""Shows a message until the next key."""


class Runner(Protocol):
    """Runs work in the background until the screen is closed."""

    def __call__(
        self, work: Callable[[], Awaitable[None]], group: str, *, exclusive: bool = False
    ) -> None:
        """Run work; with `exclusive`, first cancel other work of the same group."""


class OpenFinder(Protocol):
    """Opens the finder, and runs the chosen entry."""

    def __call__(
        self,
        title: str,
        listed: "Sequence[Entry]",
        more: "Callable[[], Iterable[Entry]]" = tuple,
        remark: str = "",
        typed: "Callable[[str], Entry | None] | None" = None,
        *,
        refused: "Callable[[str], str] | None" = None,
        at_once: bool = False,
        short: bool = False,
    ) -> Awaitable[None]:
        """List entries as `Finder` does."""


class VisiblePane(Protocol):
    """A pane that shows a view."""

    view: View | None

    def prepare_rows(self, view: View) -> None:
        """Prepare the rows of a view before it is shown; thread-safe."""


VisiblePanes = Callable[[], Sequence[VisiblePane]]
"""Returns the visible panes, the current one first."""


class QueryField(Protocol):
    """The query input."""

    @property
    def editing(self) -> bool:
        """Whether a query is being typed."""

    @property
    def text(self) -> str:
        """The text of the input."""

    def edit(self) -> None:
        """Start editing: keys are text."""

    def set_text(self, text: str) -> None:
        """Show a query without searching."""

    def show_answer(self, view: View | None) -> None:
        """Show the counts of an answer, or none."""

    def release_late_keys(self) -> None:
        """Handle the keys pressed after enter or esc; later keys are text again."""


class QueryStatus(Protocol):
    """The line below the query during typing."""

    error: QueryError | None

    def open(self) -> None:
        """Show the query syntax."""

    def close(self) -> None:
        """Hide the line."""

    def show(self, error: QueryError | None, remark: Remark | None = None) -> None:
        """Show the position of an error, or else of a remark."""

    def hold_back(self, error: QueryError) -> None:
        """Show an error only after a pause: the query is still being typed."""


class QueryPanes(Protocol):
    """The panes that show the answer."""

    def reset(self, view: View) -> None:
        """Show a view in every visible pane, replacing answers that were shown early."""

    def focus_current(self) -> None:
        """Focus the current pane at once."""

    def show_typing(self, typing: bool) -> None:
        """Show whether keys are letters of the query."""
