"""All uses of private names of Textual, wrapped in public functions.

An upgrade of Textual that removes any of these names fails `tests/ui/test_textual_internals.py`.
"""

import asyncio
import io
import signal
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich.console import RenderableType
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import Keys
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip

PRIVATE_NAMES: Final[Mapping[type, Sequence[str]]] = {
    App: (
        "_exception",
        "_driver",
        "_fatal_error",
        "_close_messages_no_wait",
        "_handle_exception",
    ),
    LinuxDriver: (
        "_auto_restart",
        "_file",
        "_get_terminal_size",
        "_mouse",
        "_enable_mouse_support",
        "_disable_mouse_support",
        "_sigcont_application",
        "_sigtstp_application",
        "_writer_thread",
    ),
    Screen: ("_compositor",),
    XTermParser: ("_sequence_to_key_events",),
    StylesCache: ("get_inner_outer",),
}
"""The private names used in this module, by class."""


class QuietApp(App[None]):
    """An app that exits on an error without printing Textual's traceback."""

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        # While the app exits, Textual mounts no more widgets, so a new screen misses its own.
        if self.return_code is None or not isinstance(error, NoMatches):
            super()._handle_exception(error)

    def panic(self, *renderables: RenderableType) -> None:
        """Exit because of an error, without printing anything."""
        if self._exception is None:
            self._exception = RuntimeError(f"Textual gave up: {renderables!r:.200}")
        self._close_messages_no_wait()

    def fail(self, error: Exception) -> None:
        """Exit because of an error, unless the app exits already."""
        if self.return_code is None:
            self._handle_exception(error)

    def begin_using_terminal(self) -> None:
        """Prepare for the terminal; called before anything is sent to it."""

    def hang_up(self) -> None:
        """Exit because the terminal is gone."""
        self.exit(return_code=128 + signal.SIGHUP)

    @property
    def failure(self) -> Exception | None:
        """The exception that ended the app, if any."""
        return self._exception

    @property
    def running_driver(self) -> Driver | None:
        """The driver, once the app runs."""
        return self._driver


class SequenceParser(XTermParser):
    """Textual's meaning of whole sequences: it parses neither incomplete nor unknown ones."""

    def keys(self, sequence: str, *, alt: bool = False) -> Iterable[events.Key]:
        """Return the key presses of a character or of a known sequence."""
        for key in self._sequence_to_key_events(sequence, alt=alt):
            if key.key != Keys.Ignore:
                yield key

    def mouse(self, sequence: str) -> Message | None:
        """Return the event of a mouse report (SGR)."""
        return self.parse_mouse_code(sequence)


def is_key_sequence(sequence: str) -> bool:
    """Return whether Textual knows an escape sequence as a key without parsing it."""
    return len(sequence) > 1 and sequence in ANSI_SEQUENCES_KEYS


def is_function_key(code: str, final: str) -> bool:
    """Return whether a code and a final character of the kitty protocol are a named key."""
    return f"{code}{final}" in FUNCTIONAL_KEYS


class OpenDriver(LinuxDriver):
    """A driver whose output, size and reaction to job control can be replaced."""

    def handle_job_control(self) -> None:
        """Suspend the app on SIGTSTP, and resume it on SIGCONT."""
        loop = asyncio.get_running_loop()
        for number, react in (
            (signal.SIGTSTP, self._sigtstp_application),
            (signal.SIGCONT, self.resume_after_stop),
        ):
            # In the loop: a signal may interrupt a write, which must be complete before the next.
            signal.signal(number, lambda *_, react=react: loop.call_soon_threadsafe(react))

    def write_to(self, file: io.TextIOBase) -> None:
        """Replace the file that the output is written to."""
        self._file = file  # type: ignore[assignment]

    def screen_size(self) -> tuple[int, int]:
        """Return the current size of the terminal in cells."""
        return super()._get_terminal_size()

    def _get_terminal_size(self) -> tuple[int, int]:
        return self.screen_size()

    @property
    def is_started(self) -> bool:
        """Whether the terminal is in application mode: full screen, with raw input."""
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def resume_after_stop(self) -> None:
        """Start application mode again, unless another program uses the terminal.

        If the program was stopped without notice, application mode has not ended.
        """
        if self._auto_restart and self.is_started:
            self.suspend_application_mode()
        self._sigcont_application()


def captures_mouse(driver: LinuxDriver) -> bool:
    """Return whether mouse capture is enabled."""
    return driver._mouse


def capture_mouse(driver: LinuxDriver, captured: bool) -> None:
    """Enable or disable mouse capture; Textual ignores both requests while `_mouse` is false."""
    if captured:
        driver._mouse = True
        driver._enable_mouse_support()
    else:
        driver._disable_mouse_support()
        driver._mouse = False


def screen_strips(screen: Screen[object]) -> list[Strip]:
    """Return the rendered lines of a screen."""
    return screen._compositor.render_strips(screen.app.size)


def forget_closed_screens() -> None:
    """Free the lines that the widgets of closed screens have drawn.

    A cache of Textual has the widgets' own caches as keys, and so keeps a thousand of them alive.
    """
    StylesCache.get_inner_outer.cache_clear()
