"""The first moments: no key is lost, and every way out leaves the terminal as it was."""

import fcntl
import os
import signal
import sys
import termios
import time

import pexpect
import pytest

from tests.platform.test_screen_in_terminals import is_restored
from tests.terminal import Terminal

START, MOMENTS = 0.9, 30
"""Seconds until the first frame at the latest, and the moments in them that are tried."""

_TIOCGPTN = 0x80045430
"""Asks a pseudo-terminal of Linux for its number; `os.ptsname` is new in Python 3.13."""

WAYS = ("SIGTERM", "SIGHUP", "SIGQUIT", "ctrl+c", "ctrl+q")
KEYS = {"ctrl+c": "\x03", "ctrl+q": "\x11"}


def started(seconds: float = 0) -> Terminal:
    """Return a command that has run for some seconds, and that each key reaches at once."""
    terminal = Terminal()
    terminal.child.delaybeforesend = None
    read_for(seconds, terminal)
    return terminal


def read_for(seconds: float, terminal: Terminal) -> None:
    """Read what a command sends for some seconds, or until it ends."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        try:
            terminal.read(left)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return


@pytest.mark.parametrize("seconds", [0.02, 0.2])
def test_a_query_typed_while_it_starts_is_answered(seconds: float) -> None:
    terminal = started(seconds)
    terminal.press("/killed:>=100\r")
    terminal.wait_for(lambda text: "/ killed:>=100" in text and "1 match" in text)
    terminal.press("q")  # no text: typing has ended
    assert terminal.wait_for_end() == 0


def test_q_typed_before_the_first_frame_quits() -> None:
    terminal = started()
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert is_restored(terminal)


def test_a_window_resized_while_it_starts_is_filled() -> None:
    terminal = started(0.1)
    terminal.resize(80, 24)
    terminal.wait_for(lambda text: "q quit" in text.splitlines()[-1] and text.count("\n") == 23)
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def check_way_out(way: str, seconds: float) -> None:
    """Check that a way out at a moment of the start leaves the terminal as it was."""
    terminal = started()
    # The modes of a terminal are lost with its last open end.
    number = fcntl.ioctl(terminal.child.child_fd, _TIOCGPTN, bytes(4))
    name = f"/dev/pts/{int.from_bytes(number, sys.byteorder)}"
    end = os.open(name, os.O_RDWR | os.O_NOCTTY)
    before = termios.tcgetattr(end)
    read_for(seconds, terminal)
    if way not in KEYS and terminal.child.isalive():
        terminal.child.kill(signal.Signals[way])
    until = time.monotonic() + 20
    while terminal.child.isalive():
        assert time.monotonic() < until, (way, seconds, terminal.text)
        terminal.press(KEYS.get(way, ""))  # the first ctrl+c cancels only
        read_for(0.05, terminal)
    read_for(0.01, terminal)
    after = termios.tcgetattr(end)
    os.close(end)
    assert after == before, (way, seconds)
    has_drawn = b"\x1b[" in terminal.sent
    assert is_restored(terminal) or not has_drawn, (way, seconds)
    # Python itself starts first, and does not expect ctrl+c.
    assert b"Traceback" not in terminal.sent or b"kursk_tui" not in terminal.sent


@pytest.mark.parametrize("way", ["SIGTERM", "ctrl+c"])
def test_a_way_out_while_it_starts_restores_the_terminal(way: str) -> None:
    check_way_out(way, 0.5)


@pytest.mark.thorough
@pytest.mark.parametrize("way", WAYS)
def test_every_way_out_at_every_moment_of_the_start_restores_it(way: str) -> None:
    for moment in range(MOMENTS):
        check_way_out(way, START * moment / MOMENTS)
