"""The part of the dashboard that follows the file: reading it again, watching it, editing it."""

import asyncio
import signal
import threading
import time
from collections.abc import Callable
from functools import partial

from textual.app import SuspendNotSupported
from textual.worker import get_current_worker

from kursk_tui.model import Briefing
from kursk_tui.progress import Hearer, heard_by
from kursk_tui.query import View
from kursk_tui.ui.app_services import Session
from kursk_tui.ui.briefing_file import Broken, LeftUnreadError
from kursk_tui.ui.dashboard.loaded_briefing import Edition
from kursk_tui.ui.dashboard.taking_out import TakingOutScreen
from kursk_tui.ui.runtime import background, gc_policy
from kursk_tui.ui.widgets.bar import Banner

_PATIENCE = 0.5
"""Seconds after which somebody who waits wants to know for what."""


class FollowingScreen(TakingOutScreen):
    """Shows the last edition that was valid, and says as long as the file holds another."""

    def __init__(self, view: View, query: str, session: Session) -> None:
        super().__init__(view, query, session)
        self._broken: Broken | None = None
        self._stop_watching = threading.Event()
        self._done_reading = threading.Event()
        self._done_reading.set()

    def on_mount(self) -> None:
        """Watch the file, if that was asked for."""
        if self.session.origin.changes is not None:
            self.run_worker(self._watch, thread=True, group="watching")

    def on_unmount(self) -> None:
        """Stop watching."""
        self._stop_watching.set()

    def _watch(self) -> None:
        changes = self.session.origin.changes
        assert changes is not None
        worker = get_current_worker()
        try:
            for _ in changes(self._stop_watching):
                if worker.is_cancelled:
                    return
                self.app.call_from_thread(self.action_reload)
        except Exception as error:
            # A watcher that fails must not take the screen with it: `r` still works.
            if not worker.is_cancelled:
                self.app.call_from_thread(self.tell, f"the file is not watched any more: {error}")

    def action_reload(self) -> None:
        """Read the briefing again; an edition with something wrong leaves the last one."""
        if self.session.origin.reload is None:
            self.tell(self.session.origin.why_not)
        else:
            self.run_worker(self._reload(), group="reloading", exclusive=True)

    async def _reload(self) -> None:
        assert self.session.origin.reload is not None
        loop, began = asyncio.get_running_loop(), time.monotonic()
        self._done_reading = done = threading.Event()

        def hear(doing: str, share: float) -> None:
            if done.is_set():
                raise LeftUnreadError
            if time.monotonic() - began > _PATIENCE:
                what = "reading the file" if doing == "reading" else doing
                message = f"{what} again: {share:.0%}; esc leaves it"
                loop.call_soon_threadsafe(self._tell_unless, done, message)

        try:
            with heard_by(hear):
                found = await asyncio.to_thread(self.session.origin.reload)
            edition = found if isinstance(found, Broken) else await self._edition(found, hear)
            if done.is_set():
                raise LeftUnreadError
        except LeftUnreadError:
            self.tell("what was read before stays")
            return
        finally:
            done.set()
        banner = self.query_one(Banner)
        if isinstance(edition, Broken):
            self._broken = edition
            banner.show(f"not the latest edition: {edition.message}")
        else:
            self._broken = None
            banner.close()
            self.session.origin.shown()
            self.tell(self.show_edition(edition))

    async def _edition(self, briefing: Briefing, hear: Hearer) -> Edition:
        """Return an edition of which the panes in sight have picked their rows already."""
        asked, panes = self._asked, self.panes_in_sight()

        def work() -> Edition:
            with heard_by(hear):
                edition = Edition.of(briefing, asked)
                if isinstance(edition.found, View):
                    for pane in panes:
                        pane.pick_rows(edition.found)
            gc_policy.exempt_existing_objects()
            return edition

        return await background.run(work)

    def _tell_unless(self, done: threading.Event, message: str) -> None:
        if not done.is_set():
            self.tell(message)

    def action_unwind(self) -> None:
        """Leave the file that is being read."""
        self._done_reading.set()

    @property
    def is_reading_again(self) -> bool:
        """Whether the file is being read again."""
        return not self._done_reading.is_set()

    async def action_edit(self) -> None:
        """Open the file in the reader's editor: where its error is, else at the claim."""
        edit = self.session.origin.edit
        if edit is None:
            self.tell(self.session.origin.why_not)
            return
        claim = ""
        if self.view is not None and self.selected is not None:
            claim = self.view.claims[self.selected].id
        line = self._broken.line if self._broken else None
        try:
            with self.app.suspend():
                told = await self._edit(partial(edit, claim, line))
        except SuspendNotSupported:
            self.tell("an editor needs a terminal of its own")
            return
        if told is None:
            self.action_reload()
        else:
            self.tell(told)

    async def _edit(self, edit: Callable[[], str | None]) -> str | None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGQUIT):
            loop.add_signal_handler(number, lambda: None)  # keys for the editor, not for us
        try:
            return await asyncio.to_thread(edit)
        finally:
            self.session.listen()
