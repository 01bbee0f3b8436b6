"""Stand-ins for the widgets and the screen that the parts of the dashboard use."""

import asyncio
from collections.abc import Awaitable, Callable

from kursk_tui.editing import Item
from kursk_tui.query import QueryError, Remark, View


class FakeField:
    """A query field that a test types into."""

    def __init__(self) -> None:
        self.text = ""
        self.editing = False
        self.answers: list[View | None] = []
        self.progress: list[str] = []
        self.released = 0

    def edit(self) -> None:
        """Take the keys as text."""
        self.editing = True

    def set_text(self, text: str) -> None:
        """Show a query."""
        self.text = text

    def show_answer(self, view: View | None) -> None:
        """Record the view whose counts are shown."""
        self.answers.append(view)

    def show_progress(self, doing: str) -> None:
        """Record the step of a search."""
        self.progress.append(doing)

    def release_late_keys(self) -> None:
        """Record that keys are handled again."""
        self.released += 1


class FakeItemCursor:
    """A cursor of the claim pane that a test puts on an item."""

    def __init__(self) -> None:
        self.item: Item | None = None

    def go_to_item(self, item: Item | None) -> None:
        """Move there."""
        self.item = item


class FakeStatus:
    """A status line that records its error."""

    def __init__(self) -> None:
        self.error: QueryError | None = None
        self.shown: QueryError | None = None
        self.is_open = False

    def open(self) -> None:
        """Appear."""
        self.is_open, self.error = True, None

    def close(self) -> None:
        """Disappear."""
        self.is_open, self.error = False, None

    def show(self, error: QueryError | None, remark: Remark | None = None) -> None:
        """Keep the error, and show it."""
        self.error = self.shown = error

    def hold_back(self, error: QueryError) -> None:
        """Keep the error without showing it."""
        self.error, self.shown = error, None


class FakePane:
    """A pane that records the views it shows and prepares."""

    def __init__(self) -> None:
        self.view: View | None = None
        self.picked: list[View] = []

    def prepare_rows(self, view: View) -> None:
        """Record a view."""
        self.picked.append(view)


class FakePanes:
    """The visible panes, of which the first is current."""

    def __init__(self, *panes: FakePane) -> None:
        self.panes = panes
        self.focused = 0
        self.typing = False

    def visible_panes(self) -> list[FakePane]:
        """Return the panes."""
        return list(self.panes)

    def reset(self, view: View) -> None:
        """Show a view in every pane."""
        for pane in self.panes:
            pane.view = view

    def focus_current(self) -> None:
        """Record that the focus came back."""
        self.focused += 1

    def show_typing(self, typing: bool) -> None:
        """Record whether keys are letters of the query."""
        self.typing = typing


class FakeRunner:
    """Runs background work as tasks, which a test can await."""

    def __init__(self) -> None:
        self.tasks: list[asyncio.Future[None]] = []
        self.groups: list[str] = []

    def __call__(
        self, work: Callable[[], Awaitable[None]], group: str, *, exclusive: bool = False
    ) -> None:
        """Run work."""
        self.groups.append(group)
        self.tasks.append(asyncio.ensure_future(work()))

    async def finish(self) -> list[BaseException | None]:
        """Wait until all work is done; return what each piece of it raised."""
        return await asyncio.gather(*self.tasks, return_exceptions=True)
