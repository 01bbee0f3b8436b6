"""Access to the terminal of an app."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from textual import events
from textual.app import SuspendNotSupported

from kursk_tui.ui.app_services import NoTerminalError
from kursk_tui.ui.terminal.driver import Driver
from kursk_tui.ui.textual_internals import QuietApp

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class AppTerminal:
    """The terminal of an app; if it has none, most operations have no effect.

    `ending` is set when a signal asks the app to exit.
    """

    def __init__(self, app: QuietApp) -> None:
        self._app = app
        self.ending = asyncio.Event()

    @property
    def _driver(self) -> Driver | None:
        driver = self._app.running_driver
        return driver if isinstance(driver, Driver) else None

    @property
    def width(self) -> int:
        """The width of the screen in cells."""
        return self._app.size.width

    def handle_signals(self) -> None:
        """Exit the app on signals, including SIGINT."""
        if not self._app.is_headless:
            for number in _SIGNALS:
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        self.ending.set()
        self._app.exit(return_code=128 + number)

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
        size = self._driver.current_size(event.size)
        if size == self._app.size:
            self.redraw()  # the size may have changed back, and cells may be lost
        self._driver.resize_screen(*size)
        return event if size == event.size else events.Resize(size, size)
