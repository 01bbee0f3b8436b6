"""Copying to the clipboard, and printing to the terminal's normal screen."""

import asyncio
import shlex
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.ui.app_services import NoTerminalError, TerminalAccess
from kursk_tui.ui.dashboard.ports import Runner, ShowMessage
from kursk_tui.wording import libraries

if TYPE_CHECKING:  # loaded with the first copy
    from concurrent.futures import ThreadPoolExecutor

_MISSING = {"figure": "this claim states no figure", "link": "this claim has no link"}

_NO_EXPORT = "this briefing does not come from a file, so no command can export it"


class CopyPrint:
    """Copies parts of the selected claim, and prints the view.

    `copy` puts a text on the clipboard and returns what it did, such as “copied by xclip”; it must
    be thread-safe.
    `figure` returns the index of the figure of the selected claim under the cursor, or None; `path`
    is the file of the briefing.
    """

    def __init__(
        self,
        view: Callable[[], View],
        claim: Callable[[], int | None],
        figure: Callable[[], int | None],
        copy: Callable[[str], str],
        path: Path | None,
        printer: "Printer",
        run: Runner,
        show_message: ShowMessage,
    ) -> None:
        self.copy_text = copy
        self._view = view
        self._claim = claim
        self._figure = figure
        self._path = path
        self._printer = printer
        self._run = run
        self._show_message = show_message
        self._copier: ThreadPoolExecutor | None = None

    def copy(self, what: str) -> None:
        """Copy a part of the selected claim, or the query, and report how it was copied."""
        name, text = self._to_copy(what)
        if not text:
            self._show_message(name)
            return

        if self._copier is None:
            from concurrent.futures import ThreadPoolExecutor

            # A thread, since a clipboard tool may hang; only one, so that copies stay in order.
            self._copier = ThreadPoolExecutor(max_workers=1)
        copier = self._copier

        async def copied() -> None:
            loop = asyncio.get_running_loop()
            done = await loop.run_in_executor(copier, self.copy_text, text)
            what = name.removeprefix("the ")
            self._show_message(f"{what} {done} · {plural(len(text), 'character')}")

        self._run(copied, "copying")

    def _to_copy(self, what: str) -> tuple[str, str]:
        """Return the name of a part and its text; if the text is empty, the reason and ""."""
        view, number = self._view(), self._claim()
        if what == "query":
            return ("the query" if view.query_text else "no query to copy"), view.query_text
        if what == "export":
            command = "" if self._path is None else _export_command(self._path, view.query_text)
            return ("the export command" if command else _NO_EXPORT), command
        if number is None:
            return "no claim is selected", ""
        from kursk_tui.wording.copies import COPIES, figure_text

        name, write = COPIES[what]
        claim = view.claims[number]
        part = self._figure()
        if what == "figure" and part is not None:
            return "the figure", _dated(what, figure_text(claim, view.briefing, part), view)
        text = _dated(what, write(claim, view.briefing), view)
        return (name if text else _MISSING.get(what, name)), text

    async def print(self) -> None:
        """Print the view to the normal screen, where its text can be scrolled and selected."""
        try:
            await self._printer.print_view(self._view())
        except NoTerminalError:
            self._show_message("no terminal to print to")

    def close(self) -> None:
        """Stop copying."""
        if self._copier is not None:
            self._copier.shutdown(wait=False)


_FOR_PEOPLE = ("claim", "quote", "figure")
"""What is copied as words; it ends with the day as of which a library is shown."""


def _dated(what: str, text: str, view: View) -> str:
    day = libraries.as_of(view.briefing)
    return f"{text.rstrip()}\nas {day}" if text and day and what in _FOR_PEOPLE else text


def _export_command(path: Path, query: str) -> str:
    """Return the command that exports what a query selects as a web page."""
    asked = [f"--query={query}"] if query else []
    return shlex.join(
        ["kursk-tui", "export", str(path), *asked, "--to", "html", "-o", "brief.html"]
    )


class Printer:
    """Prints to the terminal's normal screen, and waits there for enter."""

    def __init__(self, terminal: TerminalAccess) -> None:
        self._terminal = terminal

    async def print_view(self, view: View) -> None:
        """Print a view as plain text; return on enter. Raises NoTerminalError."""
        from kursk_tui.formats.text import plain_text  # not needed for the first screen

        text = "\n".join(plain_text(view, self._terminal.width))
        with self._terminal.suspended():
            with suppress(OSError):  # the terminal is gone, and waiting ends at once
                sys.stdout.write(f"{text}\n\n(press enter to return to kursk-tui) ")
                sys.stdout.flush()
            with self._entered() as entered:
                waiting = [
                    asyncio.create_task(one.wait()) for one in (entered, self._terminal.ending)
                ]
                try:
                    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    for task in waiting:
                        task.cancel()

    @contextmanager
    def _entered(self) -> Iterator[asyncio.Event]:
        """Provide an event that is set on enter or ctrl+c."""
        entered = asyncio.Event()
        loop, stdin = asyncio.get_running_loop(), sys.stdin.fileno()
        loop.add_reader(stdin, entered.set)
        loop.add_signal_handler(signal.SIGINT, entered.set)
        try:
            yield entered
        finally:
            loop.remove_reader(stdin)
            self._terminal.handle_signals()
            with suppress(termios.error):  # the terminal is gone
                termios.tcflush(stdin, termios.TCIFLUSH)
