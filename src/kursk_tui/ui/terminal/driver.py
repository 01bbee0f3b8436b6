"""Textual's driver for POSIX terminals, sending only the cells that change."""

from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size

from kursk_tui.text.ascii import ascii_only
from kursk_tui.ui.terminal.cell_diff import CellDiff
from kursk_tui.ui.textual_internals import (
    capture_mouse,
    captures_mouse,
    reports_size_in_band,
    terminal_size,
)

ASCII = "-ascii"
"""The CSS class of an app on an ASCII-only terminal."""

_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"


class Driver(LinuxDriver):
    """Sends only the changes of the screen, and toggles mouse capture."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._ascii = app.has_class(ASCII)
        self._diff = CellDiff(*terminal_size(self))
        self._sync_pending = False

    def write(self, data: str) -> None:
        """Send only the changes of an update; if there are none, send nothing."""
        if data == _SYNC_START:
            self._sync_pending = True
            return
        if data == _SYNC_END:
            if not self._sync_pending:
                super().write(_SYNC_END)
            self._sync_pending = False
            return
        data = self._diff.rewrite(ascii_only(data) if self._ascii else data)
        if data:
            super().write(_SYNC_START + data if self._sync_pending else data)
            self._sync_pending = False

    def send(self, sequence: str) -> None:
        """Send a sequence that draws nothing."""
        super().write(sequence)
        self.flush()

    def current_size(self, reported: Size) -> Size:
        """Return the current size of the terminal, which may differ from the reported one."""
        return reported if reports_size_in_band(self) else terminal_size(self)

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
