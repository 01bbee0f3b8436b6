"""The part of the dashboard that takes something out of it: to the clipboard, to the scrollback."""

import asyncio
import signal
import sys
import termios
from concurrent.futures import ThreadPoolExecutor

from textual.app import SuspendNotSupported

from kursk_tui.formats.text import plain_text
from kursk_tui.query import View
from kursk_tui.ui.app_services import Session
from kursk_tui.ui.dashboard.selection import SelectionScreen
from kursk_tui.wording.copies import COPIES, figure_text


class TakingOutScreen(SelectionScreen):
    """Copies what is selected, and prints what is shown."""

    def __init__(self, view: View, query: str, session: Session) -> None:
        super().__init__(view, query, session)
        self._copier = ThreadPoolExecutor(max_workers=1)

    def figure_part(self) -> int | None:
        """Return which figure of the selected claim is under the cursor, if one is."""
        return None

    def action_copy(self, what: str) -> None:
        """Copy something of the selected claim, or the query, and say which way it went."""
        name, text = self._to_copy(what)
        if not text:
            self.tell(f"there is nothing to copy: {name}")
            return
        self.run_worker(self._copy(name, text), group="copying")

    async def _copy(self, name: str, text: str) -> None:
        """Copy in a thread: a tool may hang, and keys must not wait for it. One after the other."""
        loop = asyncio.get_running_loop()
        done = await loop.run_in_executor(self._copier, self.session.copy, text)
        self.tell(f"{done}: {name}, {len(text):,} characters")

    def _to_copy(self, what: str) -> tuple[str, str]:
        view = self.view
        if what == "query":
            return "the query", str(view.query) if view else ""
        name, write = COPIES[what]
        if view is None or self.selected is None:
            return "no claim is selected", ""
        claim = view.claims[self.selected]
        part = self.figure_part()
        if what == "figure" and part is not None:
            return "the figure", figure_text(claim, view.briefing, part)
        missing = {"figure": "the claim states no figure", "link": "the claim has no link"}
        text = write(claim, view.briefing)
        return (name if text else missing.get(what, name)), text

    async def action_print(self) -> None:
        """Print what is shown to the normal screen, to scroll back to and select from."""
        if self.view is None:
            return
        text = "\n".join(plain_text(self.view, self.app.size.width))
        try:
            with self.app.suspend():
                sys.stdout.write(f"{text}\n\n(enter leads back to kursk-tui) ")
                sys.stdout.flush()
                await self._enter_or_end()
        except SuspendNotSupported:
            self.tell("there is no other screen here to print to")

    async def _enter_or_end(self) -> None:
        """Wait for enter, for ctrl+c, or for the system to end the program."""
        entered = asyncio.Event()
        loop, stdin = asyncio.get_running_loop(), sys.stdin.fileno()
        loop.add_reader(stdin, entered.set)
        loop.add_signal_handler(signal.SIGINT, entered.set)
        waiting = [asyncio.create_task(one.wait()) for one in (entered, self.session.ending)]
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waiting:
                one.cancel()
            loop.remove_reader(stdin)
            self.session.listen()
            termios.tcflush(stdin, termios.TCIFLUSH)
