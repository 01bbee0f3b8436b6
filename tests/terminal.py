"""The installed command in a pseudo-terminal, and the screen that a user would see."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pexpect
import pyte

COMMAND = str(Path(sys.executable).parent / "kursk-tui")


class AlternateScreen(pyte.Screen):
    """A screen that is cleared when a program enters or leaves the alternate one, as in xterm."""

    def set_mode(self, *modes: int, **options: bool) -> None:
        """Set modes."""
        super().set_mode(*modes, **options)
        self._clear(modes, options)

    def reset_mode(self, *modes: int, **options: bool) -> None:
        """Reset modes."""
        super().reset_mode(*modes, **options)
        self._clear(modes, options)

    def _clear(self, modes: Sequence[int], options: dict[str, bool]) -> None:
        if 1049 in modes and options.get("private"):
            self.erase_in_display(2)


class Terminal:
    """A command that runs in a pseudo-terminal of a given size."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        *,
        size: tuple[int, int] = (120, 36),
        env: dict[str, str | None] | dict[str, str] | None = None,
        command: str = COMMAND,
        folder: str | None = None,
    ) -> None:
        width, height = size
        self.screen = AlternateScreen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        environment = {**os.environ, "TERM": "xterm-256color", **(env or {})}
        self.child = pexpect.spawn(
            command,
            list(arguments),
            dimensions=(height, width),
            env={key: value for key, value in environment.items() if value is not None},
            cwd=folder,
            timeout=30,
        )

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def press(self, keys: str) -> None:
        """Send keys."""
        self.child.send(keys)

    def resize(self, width: int, height: int) -> None:
        """Resize the terminal, as dragging a window's edge does."""
        self.child.setwinsize(height, width)
        self.screen.resize(height, width)

    def wait_for(self, wanted: str | Callable[[str], bool], seconds: float = 15) -> None:
        """Read until the screen shows a text or meets a condition; fail after some seconds."""
        met = wanted if callable(wanted) else lambda text: wanted in text
        until = time.monotonic() + seconds
        while not met(self.text):
            try:
                self.read(max(0, until - time.monotonic()))
            except (pexpect.TIMEOUT, pexpect.EOF):
                raise AssertionError(f"never seen: {wanted}\n{self.text}") from None

    def wait_for_end(self) -> int:
        """Read until the command ends, and return its exit code."""
        try:
            while True:
                self.read(30)
        except pexpect.EOF:
            self.child.close()
        assert self.child.exitstatus is not None
        return int(self.child.exitstatus)

    def read(self, seconds: float) -> None:
        """Read what the command has sent, or wait for it; raise pexpect.TIMEOUT or EOF."""
        data: bytes = self.child.read_nonblocking(65536, timeout=seconds)  # type: ignore[assignment]
        self.sent += data
        self._stream.feed(data)
