"""The briefing's file: reading it again, watching it, and editing it."""

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Protocol

from kursk_tui.gc_policy import exempt_existing_objects
from kursk_tui.model import Briefing
from kursk_tui.progress import ProgressCallback, reporting_to
from kursk_tui.query import View
from kursk_tui.ui.app_services import NoTerminalError, TerminalAccess
from kursk_tui.ui.briefing_file import BriefingFile, Broken, ReadingCancelledError
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing
from kursk_tui.ui.dashboard.ports import PanesInSight, Runner, Tell
from kursk_tui.ui.runtime import background

PATIENCE = 0.5
"""Seconds until reading a file reports its progress."""


class WarningLine(Protocol):
    """A line that shows a warning until it is over."""

    def show(self, message: str) -> None:
        """Show a warning."""

    def close(self) -> None:
        """Disappear."""


class ShownBriefing(Protocol):
    """What the dashboard shows of the file's content."""

    def query_text(self) -> str:
        """Return the current query."""

    def claim_id(self) -> str:
        """Return the id of the selected claim; empty if none is selected."""

    def show_loaded(self, loaded: LoadedBriefing) -> str:
        """Show a briefing loaded again; return what to report about it."""


class FileFollower:
    """Shows the last valid content of the file, and warns while the file has other content."""

    def __init__(
        self,
        file: BriefingFile,
        shown: ShownBriefing,
        warning: WarningLine,
        panes: PanesInSight,
        terminal: TerminalAccess,
        run: Runner,
        tell: Tell,
    ) -> None:
        self.file = file
        self._shown = shown
        self._warning = warning
        self._panes = panes
        self._terminal = terminal
        self._run = run
        self._tell = tell
        self._broken: Broken | None = None
        self._closed = threading.Event()
        self._reading_ended = threading.Event()
        self._reading_ended.set()

    # Watching.

    def watch(self) -> None:
        """Read the file again whenever it changes, if that was asked for."""
        if self.file.changes is not None:
            self._run(partial(self._watch, self.file.changes), "watching")

    def close(self) -> None:
        """Stop watching."""
        self._closed.set()

    async def _watch(self, changes: Callable[[threading.Event], Iterator[None]]) -> None:
        loop = asyncio.get_running_loop()

        def wait_for_changes() -> None:
            for _ in changes(self._closed):
                if self._closed.is_set():
                    return
                loop.call_soon_threadsafe(self.reload)

        try:
            await asyncio.to_thread(wait_for_changes)
        except Exception as error:
            # A watcher that fails must not end the program: `r` still works.
            if not self._closed.is_set():
                self._tell(f"the file is not watched any more: {error}")

    # Reading.

    def reload(self) -> None:
        """Read the file again; a broken one leaves the briefing as it is."""
        if self.file.reload is None:
            self._tell(self.file.why_not)
        else:
            self._run(partial(self._reload, self.file.reload), "reloading", exclusive=True)

    def cancel_reading(self) -> bool:
        """Cancel reading the file; return whether it was being read."""
        reading = not self._reading_ended.is_set()
        self._reading_ended.set()
        return reading

    async def _reload(self, read: Callable[[], Briefing | Broken]) -> None:
        self._reading_ended = ended = threading.Event()
        report = self._progress_until(ended)
        try:
            with reporting_to(report):
                found = await asyncio.to_thread(read)
            loaded = found if isinstance(found, Broken) else await self._prepared(found, report)
            if ended.is_set():
                raise ReadingCancelledError
        except ReadingCancelledError:
            self._tell("cancelled: the briefing stays as it was")
            return
        finally:
            ended.set()
        self._show(loaded)

    def _progress_until(self, ended: threading.Event) -> ProgressCallback:
        """Return a progress callback for any thread; it ends the reading once `ended` is set."""
        loop, began = asyncio.get_running_loop(), time.monotonic()

        def tell(message: str) -> None:
            if not ended.is_set():
                self._tell(message)

        def report(doing: str, share: float) -> None:
            if ended.is_set():
                raise ReadingCancelledError
            if time.monotonic() - began > PATIENCE:
                what = "reading the file" if doing == "reading" else doing
                loop.call_soon_threadsafe(tell, f"{what} again: {share:.0%}; esc cancels")

        return report

    async def _prepared(self, briefing: Briefing, report: ProgressCallback) -> LoadedBriefing:
        """Return a loaded briefing whose rows the visible panes have prepared."""
        query, panes = self._shown.query_text(), self._panes()

        def work() -> LoadedBriefing:
            with reporting_to(report):
                loaded = LoadedBriefing.of(briefing, query)
                if isinstance(loaded.answer, View):
                    for pane in panes:
                        pane.pick_rows(loaded.answer)
            exempt_existing_objects()
            return loaded

        return await background.run(work)

    def _show(self, loaded: LoadedBriefing | Broken) -> None:
        if isinstance(loaded, Broken):
            self._broken = loaded
            self._warning.show(f"not the latest version: {loaded.message}")
        else:
            self._broken = None
            self._warning.close()
            self.file.shown()
            self._tell(self._shown.show_loaded(loaded))

    # Editing.

    async def edit(self) -> None:
        """Open the file in the user's editor: at its error, or else at the selected claim."""
        edit = self.file.edit
        if edit is None:
            self._tell(self.file.why_not)
            return
        line = self._broken.line if self._broken else None
        try:
            with self._terminal.suspended(), self._signals_ignored():
                error = await asyncio.to_thread(edit, self._shown.claim_id(), line)
        except NoTerminalError:
            self._tell("an editor needs a terminal of its own")
            return
        if error is None:
            self.reload()
        else:
            self._tell(error)

    @contextmanager
    def _signals_ignored(self) -> Iterator[None]:
        """Ignore the keys that send signals: they are meant for the editor."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGQUIT):
            loop.add_signal_handler(number, lambda: None)
        try:
            yield
        finally:
            self._terminal.handle_signals()
