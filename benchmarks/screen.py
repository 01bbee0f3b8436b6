"""A program in a pseudo-terminal, measured from outside by the output it sends."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyte

# Cursor movements, colours and modes. They do not count: visidata sends some three more times after
# the screen is complete, a tenth of a second apart.
_SILENT = re.compile(rb"\x1b\[[0-?]*[A-HSTdfhlmnrsu]|\x1b[=>]|\x1b\([0B]|[\x00-\x1f]")


class Burst(NamedTuple):
    """The output for one input: seconds until its last visible byte, and its size in bytes."""

    seconds: float
    bytes: int


class Program:
    """A running program. pyte interprets its screen only on request."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 36),
        env: Mapping[str, str] | None = None,
    ) -> None:
        width, height = size
        self.started = time.perf_counter()
        self.sent = bytearray()
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0
        self._name = command[0]
        self._ended = False
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            # Not in the parent: the program might query the size first.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})})
            os.execvp(command[0], list(command))

    @property
    def text(self) -> str:
        """The screen as text."""
        self._stream.feed(bytes(self.sent[self._fed :]))
        self._fed = len(self.sent)
        return "\n".join(self._screen.display)

    def read(self, seconds: float) -> bool:
        """Read output that arrives within some seconds; return whether there was any."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            data = b""  # on Linux, this means that the program has ended
        self._ended = not data
        self.sent += data
        return bool(data)

    def wait_for(self, met: Callable[[str], bool], seconds: float = 60) -> float:
        """Read until the screen meets a condition; return the seconds since the start."""
        return self._wait(lambda: met(self.text), seconds)

    def wait_for_sent(self, *wanted: bytes, seconds: float = 60) -> float:
        """Read until these bytes have been sent; return the seconds since the start.

        The screen is not interpreted: that would take longer than the program itself.
        """
        return self._wait(lambda: all(part in self.sent for part in wanted), seconds)

    def _wait(self, met: Callable[[], bool], seconds: float) -> float:
        until = time.perf_counter() + seconds
        while not met():
            if self._ended:
                raise RuntimeError(f"{self._name} ended by itself: {bytes(self.sent[-2000:])!r}")
            if time.perf_counter() > until:
                raise TimeoutError(f"{self._name}: {bytes(self.sent[-2000:])!r}")
            self.read(0.05)
        return self.age()

    def settle(self, quiet: float = 0.3) -> None:
        """Read until no output arrives for some seconds."""
        while self.read(quiet):
            pass

    def watch(self, seconds: float) -> None:
        """Read for some seconds."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0 and not self._ended:
            self.read(left)

    def age(self) -> float:
        """Return the seconds since the start."""
        return time.perf_counter() - self.started

    def press(self, keys: str, quiet: float = 0.25) -> Burst:
        """Send keys, and read until no more output arrives."""
        before = len(self.sent)
        start = time.perf_counter()
        os.write(self._fd, keys.encode())
        times = []
        while self.read(quiet):
            times.append((len(self.sent), time.perf_counter() - start))
        data = bytes(self.sent[before:])
        drawn = len(_SILENT.sub(lambda found: b"\0" * len(found[0]), data).rstrip(b"\0"))
        seconds = next((at for end, at in times if end >= before + drawn), 0.0)
        return Burst(seconds, len(data))

    def reveal(self, keys: str, *met: Callable[[str], bool], seconds: float = 20) -> list[float]:
        """Send keys; return the seconds until the screen meets each condition.

        The screen is interpreted afterwards, which would take longer than the program itself.
        """
        waiting, found = [*met], dict.fromkeys(range(len(met)), seconds)
        start = time.perf_counter()
        os.write(self._fd, keys.encode())
        while waiting and time.perf_counter() - start < seconds:
            times = []
            while self.read(0.5):
                times.append((len(self.sent), time.perf_counter() - start))
            for end, at in times:
                self._stream.feed(bytes(self.sent[self._fed : end]))
                self._fed = end
                text = "\n".join(self._screen.display)
                for number, one in enumerate(met):
                    if one in waiting and one(text):
                        waiting.remove(one)
                        found[number] = at
        return [*found.values()]

    def cpu(self) -> float:
        """Return the seconds of processor time used so far (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak(self) -> float:
        """Return the peak resident memory so far, in megabytes (Linux)."""
        return self._status("VmHWM:")

    def resident(self) -> float:
        """Return the current resident memory in megabytes (Linux)."""
        return self._status("VmRSS:")

    def _status(self, name: str) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition(name)[2].split()[0]) / 1024

    def end(self) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        for _ in range(100):
            self.read(0.02)
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                break
        else:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)
