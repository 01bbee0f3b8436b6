"""Textual's driver for POSIX terminals, with a mouse that can be given back, and plain ASCII."""

from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from kursk_tui.briefing.safe import ascii_only

ASCII = "-ascii"
"""The class of an app whose terminal has nothing but ASCII."""


class Driver(LinuxDriver):
    """Sends everything to the terminal."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._ascii = app.has_class(ASCII)

    def write(self, data: str) -> None:
        """Send characters and sequences; in ASCII, each other character as one of its cells."""
        super().write(ascii_only(data) if self._ascii else data)

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
