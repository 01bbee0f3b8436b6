"""Access to the terminal of an app."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from textual import events
from textual.app import SuspendNotSupported
from textual.geometry import Size

from kursk_tui.ui.app_services import NoTerminalError
from kursk_tui.ui.terminal.driver import Driver
from kursk_tui.ui.textual_internals import QuietApp

_SIGNALS = (
    *(signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT),
    *(signal.SIGUSR1, signal.SIGUSR2),
)

_GRACE = 2.0
"""Seconds for an orderly end after a signal; then the process ends at once."""


class AppTerminal:
    """The terminal of an app; if it has none, most operations have no effect.

    `ending` is set when a signal asks the app to exit.
    """

    def __init__(self, app: QuietApp) -> None:
        self._app = app
        self.ending = asyncio.Event()
        # As for `nohup`: what the parent process ignores stays ignored.
        self._signals = [one for one in _SIGNALS if signal.getsignal(one) != signal.SIG_IGN]

    @property
    def _driver(self) -> Driver | None:
        driver = self._app.running_driver
        return driver if isinstance(driver, Driver) else None

    @property
    def width(self) -> int:
        """The width of the screen in cells."""
        return self._app.size.width

    # Ends.

    def handle_signals(self) -> None:
        """Exit the app on signals, including SIGINT."""
        if self._app.is_headless:
            return
        loop = asyncio.get_running_loop()

        def react(number: int, _: object) -> None:
            self._begin_grace(number)  # at once: the loop may be blocked
            with suppress(RuntimeError):  # the event loop may be closed
                loop.call_soon_threadsafe(self.end, number)

        for number in self._signals:
            signal.signal(number, react)

    def _begin_grace(self, number: int) -> None:
        signal.signal(signal.SIGALRM, lambda *_: self._end_now(number))
        signal.setitimer(signal.ITIMER_REAL, _GRACE)

    def _end_now(self, number: int) -> None:
        if self._driver is not None:
            self._driver.leave_at_once()
        os._exit(128 + number)

    def end(self, number: int) -> None:
        """Exit the app as a signal does, at the latest after the grace period."""
        self.ending.set()
        self._begin_grace(number)
        self._app.exit(return_code=128 + number)

    def handle_failures(self) -> None:
        """Exit the app on errors that Python would only print: those of threads and callbacks."""
        if self._app.is_headless:
            return
        loop = asyncio.get_running_loop()

        def fail(error: BaseException | None) -> None:
            if isinstance(error, Exception) and not loop.is_closed():
                loop.call_soon_threadsafe(self._app.fail, error)

        def callback_failed(_: object, context: dict[str, Any]) -> None:
            fail(context.get("exception"))

        loop.set_exception_handler(callback_failed)
        threading.excepthook = lambda failed: fail(failed.exc_value)
        sys.unraisablehook = lambda failed: fail(failed.exc_value)

    # Output.

    def redraw(self) -> None:
        """Redraw the whole screen."""
        if self._driver is not None:
            self._driver.forget_screen()
        self._app.refresh(layout=True, repaint=True)

    def use_mouse(self, captured: bool | None) -> bool:
        """Enable, disable or (None) toggle mouse capture; return the new state."""
        return self._driver is not None and self._driver.use_mouse(captured)

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Suspend the app, so that another program can use the terminal. Raises NoTerminalError."""
        try:
            with self._app.suspend():
                yield
        except SuspendNotSupported:
            raise NoTerminalError from None

    def send(self, sequence: str) -> None:
        """Send a sequence that draws nothing."""
        if self._driver is not None:
            self._driver.send(sequence)

    def resized(self, event: events.Resize) -> events.Resize:
        """Prepare for a resize; return the event with the current size of the terminal.

        During a resize, signal handlers nest, so the last event may contain an outdated size.
        """
        if self._driver is None:
            return event
        size = Size(*self._driver.screen_size())
        if size == self._app.size:
            self.redraw()  # the size may have changed back, and cells may be lost
        self._driver.resize_screen(*size)
        return event if size == event.size else events.Resize(size, size)
