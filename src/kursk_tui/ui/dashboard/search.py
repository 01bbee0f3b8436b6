"""Search: at once in small briefings, in the background in large ones."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Protocol

from kursk_tui.query import QueryError, View
from kursk_tui.ui.dashboard.loaded_briefing import answer_of
from kursk_tui.ui.dashboard.ports import Runner, VisiblePanes
from kursk_tui.ui.runtime import background
from kursk_tui.ui.runtime.eager import run_eagerly

LARGE = 100_000
"""Briefings with more claims are searched in the background, which can take seconds."""

PATIENCE = 0.2
"""Seconds until a search reports its progress."""


class SearchDisplay(Protocol):
    """The query input, which also shows the progress of a search."""

    @property
    def editing(self) -> bool:
        """Whether a query is being typed."""

    def show_progress(self, step: str) -> None:
        """Show the current step of the search, or "" if it is not known."""


class Search:
    """Answers one query at a time; a new search abandons the previous one.

    During typing, the current pane shows its rows before the other panes do.
    """

    def __init__(self, display: SearchDisplay, panes: VisiblePanes, run: Runner) -> None:
        self._display = display
        self._panes = panes
        self._run = run
        self._task: asyncio.Task[View | QueryError] | None = None

    @property
    def running(self) -> bool:
        """Whether a search runs in the background."""
        return self._task is not None

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run work that calls `find`; a large search moves the rest of it to the background."""
        run_eagerly(work, partial(self._run, group="search"))

    async def find(self, view: View, query: str) -> View | QueryError:
        """Return the answer to a query on the briefing of a view; suspends only if it is large.

        Raises asyncio.CancelledError when the search is abandoned.
        """
        self.abandon()
        if len(view.claims) <= LARGE or not query.strip():
            return answer_of(view, query)
        work = self._work(view, query, lambda: self._task is task)
        self._task = task = asyncio.create_task(background.run(work))
        try:
            with _repeated(
                PATIENCE, lambda: self._display.show_progress(background.current_step())
            ):
                return await task
        finally:
            if self._task is task:
                self._task = None

    def abandon(self) -> bool:
        """Abandon the running search; return False if none is running."""
        if self._task is None:
            return False
        self._task.cancel()
        self._task = None
        return True

    def _work(
        self, view: View, query: str, is_current: Callable[[], bool]
    ) -> Callable[[], View | QueryError]:
        """Return the background work: search, then prepare the rows of the visible panes."""
        loop, panes = asyncio.get_running_loop(), self._panes()

        def show_first(found: View) -> None:
            if is_current() and self._display.editing:
                panes[0].view = found

        def work() -> View | QueryError:
            found = answer_of(view, query)
            if isinstance(found, View):
                for pane in panes:
                    pane.prepare_rows(found)
                    if pane is panes[0]:
                        loop.call_soon_threadsafe(show_first, found)
            return found

        return work


@contextmanager
def _repeated(seconds: float, action: Callable[[], None]) -> Iterator[None]:
    """Run an action at an interval in seconds until the block ends."""

    async def repeat() -> None:
        while True:
            await asyncio.sleep(seconds)
            action()

    task = asyncio.create_task(repeat())
    try:
        yield
    finally:
        task.cancel()
