"""The file of the briefing: reloading, watching and editing it."""

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Protocol

from kursk_tui.gc_policy import exempt_new_objects
from kursk_tui.model import Briefing
from kursk_tui.progress import ProgressCallback, reporting_to
from kursk_tui.query import View
from kursk_tui.ui.app_services import NoTerminalError, TerminalAccess
from kursk_tui.ui.briefing_file import BriefingFile, Broken, ReadingCancelledError
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing
from kursk_tui.ui.dashboard.ports import Runner, ShowMessage, VisiblePanes
from kursk_tui.ui.runtime import background

PATIENCE = 0.5
"""Seconds until a reload reports its progress."""


class WarningLine(Protocol):
    """A line that shows a warning until it is closed."""

    def show(self, message: str) -> None:
        """Show a warning."""

    def close(self) -> None:
        """Hide the line."""


class ShownBriefing(Protocol):
    """What the dashboard currently shows of the file."""

    def query_text(self) -> str:
        """Return the current query."""

    def claim_id(self) -> str:
        """Return the id of the selected claim; empty if none is selected."""

    def loader(self) -> Callable[[Briefing], View]:
        """Return a thread-safe function from a new version of the briefing to its view."""

    def show_loaded(self, loaded: LoadedBriefing) -> str:
        """Show a new version of the briefing; return a message about it."""


class FileFollower:
    """Shows the last valid version of the file, with a warning while the file has an error."""

    def __init__(
        self,
        file: BriefingFile,
        shown: ShownBriefing,
        warning: WarningLine,
        panes: VisiblePanes,
        terminal: TerminalAccess,
        run: Runner,
        show_message: ShowMessage,
    ) -> None:
        self.file = file
        self._shown = shown
        self._warning = warning
        self._panes = panes
        self._terminal = terminal
        self._run = run
        self._show_message = show_message
        self._broken: Broken | None = None
        self._closed = threading.Event()
        self._reload_ended = threading.Event()
        self._reload_ended.set()

    # Watching.

    def watch(self) -> None:
        """Reload the file whenever it changes, if watching is enabled."""
        if self.file.changes is not None:
            self._run(partial(self._watch, self.file.changes), "watching")

    def close(self) -> None:
        """Stop watching and reloading."""
        self._closed.set()
        self._reload_ended.set()

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
            # An error of the watcher must not end the program: `r` still works.
            if not self._closed.is_set():
                self._show_message(f"the file is no longer watched: {error}")

    # Reloading.

    def reload(self) -> None:
        """Reload the file; if it has an error, the briefing does not change."""
        if self.file.reload is None:
            self._show_message(self.file.why_not)
        else:
            self._run(partial(self._reload, self.file.reload), "reloading", exclusive=True)

    def cancel_reload(self) -> bool:
        """Cancel a reload and show that; return whether one was running."""
        running = not self._reload_ended.is_set()
        self._reload_ended.set()
        if running:
            self._show_message("reload cancelled; still showing the previous version")
        return running

    async def _reload(self, read: Callable[[], Briefing | Broken]) -> None:
        self._reload_ended = ended = threading.Event()
        report = self._progress_until(ended)
        try:
            with reporting_to(report):
                found = await asyncio.to_thread(read)
            loaded = found if isinstance(found, Broken) else await self._prepared(found, report)
            if ended.is_set():
                raise ReadingCancelledError
        except ReadingCancelledError:
            return
        finally:
            ended.set()
        self._show(loaded)

    def _progress_until(self, ended: threading.Event) -> ProgressCallback:
        """Return a thread-safe progress callback, which cancels the reload once `ended` is set."""
        loop, began = asyncio.get_running_loop(), time.monotonic()

        def show_message(message: str) -> None:
            if not ended.is_set():
                self._show_message(message)

        def report(step: str, share: float) -> None:
            if ended.is_set():
                raise ReadingCancelledError
            if time.monotonic() - began > PATIENCE:
                loop.call_soon_threadsafe(
                    show_message, f"reloading: {step} {share:.0%}; esc cancels"
                )

        return report

    async def _prepared(self, briefing: Briefing, report: ProgressCallback) -> LoadedBriefing:
        """Return a new version of the briefing; have the visible panes prepare its rows."""
        query, panes, load = self._shown.query_text(), self._panes(), self._shown.loader()

        def work() -> LoadedBriefing:
            with reporting_to(report):
                loaded = LoadedBriefing.of(load(briefing), query)
                if isinstance(loaded.answer, View):
                    for pane in panes:
                        pane.prepare_rows(loaded.answer)
            exempt_new_objects()
            return loaded

        return await background.run(work)

    def _show(self, loaded: LoadedBriefing | Broken) -> None:
        if isinstance(loaded, Broken):
            self._broken = loaded
            self._warning.show(f"not the latest version: {loaded.message}")
        elif not self.file.shown():
            self.reload()
        else:
            self._broken = None
            self._warning.close()
            self._show_message(self._shown.show_loaded(loaded))

    # Editing.

    async def edit(self) -> None:
        """Open the file in the user's editor, at its error or else at the selected claim."""
        edit = self.file.edit
        if edit is None:
            self._show_message(self.file.why_not)
            return
        line = self._broken.line if self._broken else None
        try:
            with self._terminal.suspended(), self._signals_ignored():
                error = await self._until_ending(partial(edit, self._shown.claim_id(), line))
        except NoTerminalError:
            self._show_message("no terminal for the editor")
            return
        if error is None:
            self.reload()
        else:
            self._show_message(error)

    async def _until_ending(self, edit: Callable[[], str | None]) -> str | None:
        """Run the editor until it exits or a signal asks the app to exit; return an error."""
        editing = asyncio.create_task(background.run_at_once(edit))
        ending = asyncio.create_task(self._terminal.ending.wait())
        await asyncio.wait((editing, ending), return_when=asyncio.FIRST_COMPLETED)
        if editing.done():
            ending.cancel()
            return editing.result()
        editing.cancel()
        return "kursk-tui is exiting"

    @contextmanager
    def _signals_ignored(self) -> Iterator[None]:
        """Ignore keys that send signals: they are meant for the editor."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGQUIT):
            loop.add_signal_handler(number, lambda: None)
        try:
            yield
        finally:
            self._terminal.handle_signals()
