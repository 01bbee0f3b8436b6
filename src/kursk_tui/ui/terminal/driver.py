"""Textual's driver for POSIX terminals, frugal with bytes and fit for old screens."""

from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from kursk_tui.text.sanitize import ascii_only
from kursk_tui.ui.terminal.cell_diff import Redraw

ASCII = "-ascii"
"""The class of an app whose terminal has nothing but ASCII."""

_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"


class Driver(LinuxDriver):
    """Sends the changes of the screen, and gives the mouse to the terminal or takes it back."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._ascii = app.has_class(ASCII)
        self._redraw = Redraw(*self._get_terminal_size())
        self._begun = False

    def write(self, data: str) -> None:
        """Send what changes the screen; an update that changes nothing is not even begun."""
        if data == _SYNC_START:
            self._begun = True
            return
        if data == _SYNC_END:
            if not self._begun:
                super().write(_SYNC_END)
            self._begun = False
            return
        data = self._redraw.rewrite(ascii_only(data) if self._ascii else data)
        if data:
            super().write(_SYNC_START + data if self._begun else data)
            self._begun = False

    def send(self, sequence: str) -> None:
        """Send a sequence that draws nothing."""
        super().write(sequence)
        self.flush()

    def size_by_now(self, told: Size) -> Size:
        """Return the size that the terminal has, which may have changed since it was told."""
        return told if self._in_band_window_resize else Size(*self._get_terminal_size())

    def resize_screen(self, width: int, height: int) -> None:
        """Draw on a screen of another size, of which nothing is known."""
        self._redraw.resize(width, height)

    def forget_screen(self) -> None:
        """Send everything anew with the next update: something else has drawn on the screen."""
        self._redraw.forget()

    def use_mouse(self, wanted: bool | None) -> bool:
        """Take the mouse, give it back to the terminal, or change that; return whether taken."""
        wanted = not self._mouse if wanted is None else wanted
        if wanted:
            self._mouse = True
            self._enable_mouse_support()
        else:
            self._disable_mouse_support()
            self._mouse = False
        return wanted
