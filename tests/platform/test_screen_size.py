"""The size of the screen: from the terminal, and within bounds."""

import fcntl
import os
import pty
import struct
import termios
from collections.abc import Iterator

import pytest

from kursk_tui.platform.screen_size import screen_size

WRONG = {"COLUMNS": "100", "LINES": "30"}


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Return a terminal, which is the only one."""
    master, slave = pty.openpty()
    real = os.get_terminal_size

    def size_of(descriptor: int) -> os.terminal_size:
        if descriptor != 2:
            raise OSError
        return real(slave)

    monkeypatch.setattr("os.get_terminal_size", size_of)
    yield slave
    os.close(master)
    os.close(slave)


def resize(terminal: int, columns: int, lines: int) -> None:
    """Change the size of a terminal."""
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def test_the_terminal_knows_its_size_better_than_the_environment(terminal: int) -> None:
    resize(terminal, 120, 36)
    assert screen_size(WRONG) == (120, 36)
    resize(terminal, 80, 24)
    assert screen_size(WRONG) == (80, 24)


def test_the_size_is_bounded(terminal: int) -> None:
    resize(terminal, 65_535, 65_535)
    assert screen_size(WRONG) == (1000, 500)
    resize(terminal, 1, 1)
    assert screen_size(WRONG) == (1, 1)


@pytest.mark.parametrize(
    ("environment", "size"),
    [
        (WRONG, (100, 30)),
        ({"COLUMNS": "99999999", "LINES": "9" * 5000}, (1000, 500)),
        ({"COLUMNS": "0", "LINES": "-5"}, (80, 24)),
        ({"COLUMNS": "x", "LINES": "٣"}, (80, 24)),
        ({}, (80, 24)),
    ],
)
def test_a_terminal_without_a_size_has_that_of_the_environment(
    terminal: int, environment: dict[str, str], size: tuple[int, int]
) -> None:
    resize(terminal, 0, 0)
    assert screen_size(environment) == size
