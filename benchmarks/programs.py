"""The measured programs: start each, and read its output until the first screen is complete."""

import sys
from pathlib import Path

from benchmarks.data import write, write_draft
from benchmarks.screen import Program
from benchmarks.setting import Setting

PYTHON = sys.executable
OURS = str(Path(PYTHON).parent / "kursk-tui")
SIZE = (120, 40)


def open_ours(setting: Setting, count: int, size: tuple[int, int] = SIZE) -> Program:
    """Start kursk-tui on `count` claims, and wait for the complete first screen."""
    return _open(setting, write(count, setting.folder)[0], count, size)


def open_draft(setting: Setting, count: int) -> Program:
    """Start kursk-tui on a draft of `count` claims, and wait for the complete first screen."""
    return _open(setting, write_draft(count, setting.folder), count, SIZE)


def _open(setting: Setting, path: Path, count: int, size: tuple[int, int]) -> Program:
    program = Program([OURS, str(path), "--max-size", "1G"], size=size, env=homes(setting))
    wanted = (b"quit", "· characters ".encode())  # the footer, and the claim, which is drawn last
    program.wait_for_sent(*wanted, seconds=60 + count / 2_000)
    return program


def open_minimal() -> Program:
    """Start the minimal Textual app."""
    program = Program([PYTHON, "-m", "benchmarks.minimal"], size=SIZE)
    program.wait_for_sent(b"ready")
    return program


def open_visidata(setting: Setting, count: int, size: tuple[int, int] = SIZE) -> Program:
    """Start visidata on the same rows."""
    _, path = write(count, setting.folder)
    program = Program([setting.peers["visidata"], str(path)], size=size, env=homes(setting))
    last_in_sight = f"c{size[1] - 4} "  # the first row is c0, below the names of the columns
    program.wait_for_sent(b"Report", last_in_sight.encode())
    return program


def open_harlequin(setting: Setting) -> Program:
    """Start harlequin, which has no rows to show."""
    program = Program([setting.peers["harlequin"]], size=SIZE, env=homes(setting))
    program.wait_for_sent(b"memory", b"Run Query")
    return program


def open_posting(setting: Setting, *, words_alone: bool = False) -> Program:
    """Start posting, and wait for the complete first screen, or only for its words.

    It draws the words first, and the selected tabs once it can handle keys.
    """
    program = Program([setting.peers["posting"]], size=SIZE, env=homes(setting))
    words = (b"Enter a URL", b"Collection is empty.", b"No headers", b"read-only", b"Variables")
    chosen_tab = "╺".encode()
    program.wait_for_sent(*words, *(() if words_alone else (chosen_tab,)))
    return program


def homes(setting: Setting) -> dict[str, str]:
    """Return the environment of a measured program."""
    # The user's configuration must not influence the result.
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return dict.fromkeys(names, str(setting.folder))
