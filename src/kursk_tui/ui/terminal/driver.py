"""Textual's driver for POSIX terminals: what is sent to the terminal, and what it sends."""

import asyncio
import io
import os
import selectors
import sys
import termios
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, TextIO

from textual.message import Message

from kursk_tui.platform.screen_size import screen_size
from kursk_tui.platform.terminal import erases_in_colour, input_encoding
from kursk_tui.text.ascii import ascii_only
from kursk_tui.ui.terminal.cell_diff import CellDiff
from kursk_tui.ui.terminal.keyboard import Keyboard
from kursk_tui.ui.textual_internals import OpenDriver, QuietApp, capture_mouse, captures_mouse

ASCII = "-ascii"
"""The CSS class of an app on an ASCII-only terminal."""

_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
_POLL = 0.1
"""Seconds until the input thread looks whether it should end."""

_LEAVE = (
    "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Leaves application mode: paste, wrapping, mouse, kitty's keys, screen, cursor, focus."""


class Driver(OpenDriver):
    """Sends only the changes of the screen, toggles mouse capture, and reads the keyboard.

    An error while reading ends the app with this error; a terminal that is gone hangs it up.
    """

    def __init__(self, app: QuietApp, **options: Any) -> None:
        super().__init__(app, **options)
        self._ending_app = app
        self._main_loop = asyncio.get_running_loop()
        self._ascii = app.has_class(ASCII)
        self._diff = CellDiff(*self.screen_size(), erases=erases_in_colour(os.environ))
        self._sync_pending = False
        if sys.__stderr__ is not None:
            self.write_to(_Output(sys.__stderr__, self._hang_up))
        self.handle_job_control()
        app.begin_using_terminal()

    def screen_size(self) -> tuple[int, int]:
        """Return the current size of the terminal in cells."""
        return screen_size()

    # Output.

    def write(self, data: str) -> None:
        """Send only the changes of an update; if there are none, send nothing."""
        if data == _SYNC_START:
            self._sync_pending = True
            return
        if data == _SYNC_END:
            if not self._sync_pending:
                self._send(_SYNC_END)
            self._sync_pending = False
            return
        data = self._diff.rewrite(ascii_only(data) if self._ascii else data)
        if data:
            self._send(_SYNC_START + data if self._sync_pending else data)
            self._sync_pending = False

    def _send(self, data: str) -> None:
        # While another program uses the terminal, there is no thread to take the data.
        if self.is_started:
            super().write(data)

    def send(self, sequence: str) -> None:
        """Send a sequence that draws nothing."""
        self._send(sequence)
        self.flush()

    def resize_screen(self, width: int, height: int) -> None:
        """Change the size of the screen; its content is then unknown."""
        self._diff.resize(width, height)

    def forget_screen(self) -> None:
        """Send everything with the next update: another program may have drawn on the screen."""
        self._diff.forget()

    def use_mouse(self, captured: bool | None) -> bool:
        """Enable, disable or (None) toggle mouse capture; return the new state."""
        captured = not captures_mouse(self) if captured is None else captured
        capture_mouse(self, captured)
        return captured

    # Input.

    def run_input_thread(self) -> None:
        """Read the keyboard until the driver stops."""
        try:
            self._read_keyboard()
        except Exception as error:
            self._call(self._ending_app.fail, error)

    def _read_keyboard(self) -> None:
        keyboard = Keyboard(input_encoding(os.environ))
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                patience = keyboard.patience
                ready = selector.select(_POLL if patience is None else min(_POLL, patience))
                if not ready:
                    self._process(keyboard.tick())
                    continue
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data and _is_gone(self.fileno):
                    self._hang_up()
                    return
                self._process(keyboard.feed(data))

    def _process(self, received: Iterable[Message]) -> None:
        for message in received:
            self.process_message(message)

    # The end.

    def start_application_mode(self) -> None:
        """Start application mode; hang up the app if the terminal is gone."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not self.is_started and _is_gone(self.fileno):
            self._hang_up()

    def leave_at_once(self) -> None:
        """Restore the terminal without waiting for it."""
        if not self.is_started:
            return
        with suppress(OSError, termios.error):
            termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before or [])
            os.set_blocking(2, False)
            os.write(2, _LEAVE.encode())
            os.set_blocking(2, True)

    def _hang_up(self) -> None:
        """End the app, and discard all further output."""
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        self._call(self._ending_app.hang_up)

    def _call(self, function: Callable[..., None], *arguments: object) -> None:
        """Call a function in the thread of the app."""
        with suppress(RuntimeError):  # the event loop may be closed
            self._main_loop.call_soon_threadsafe(function, *arguments)


class _Output(io.TextIOBase):
    """The output to a terminal; once the terminal is gone, output is discarded."""

    def __init__(self, stream: TextIO, on_loss: Callable[[], None]) -> None:
        self._stream = stream
        self._on_loss = on_loss

    def write(self, text: str) -> int:
        try:
            os.set_blocking(self.fileno(), True)  # other programs may have changed it
            return self._stream.write(text)
        except OSError:
            self._on_loss()
        return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            self._on_loss()

    def fileno(self) -> int:
        return self._stream.fileno()

    def isatty(self) -> bool:
        return self._stream.isatty()


def _is_gone(descriptor: int) -> bool:
    """Return whether a terminal has been closed."""
    try:
        termios.tcgetattr(descriptor)
    except termios.error:
        return True
    return False
