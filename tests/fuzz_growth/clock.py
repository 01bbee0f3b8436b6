"""How long the installed command takes, in a pseudo-terminal or with its output in a file."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pexpect

from tests.terminal import COMMAND

_ENDLESS = 60
"""After this many seconds, a command is killed."""


class Screen(NamedTuple):
    """Seconds from the start to the first screen, from ctrl+q to the end, and the exit code."""

    shown: float
    ended: float
    code: int | None


def seconds(arguments: Sequence[str | Path], folder: Path) -> tuple[float, int | None]:
    """Run a command with its output in a file; return its time and exit code, None if killed."""
    start = time.perf_counter()
    try:
        done = subprocess.run(
            [COMMAND, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=(folder / "stdout").open("wb"),
            stderr=(folder / "stderr").open("wb"),
            env=_environment(folder),
            timeout=_ENDLESS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _ENDLESS, None
    return time.perf_counter() - start, done.returncode


def dashboard(path: Path, folder: Path) -> Screen:
    """Open a briefing, wait for the first screen, and quit with ctrl+q."""
    start = time.perf_counter()
    child = pexpect.spawn(
        COMMAND,
        [str(path)],
        dimensions=(36, 120),
        env=_environment(folder),
        timeout=_ENDLESS,
    )
    try:
        child.expect(["Timeline", pexpect.EOF])
        shown = time.perf_counter() - start
        child.send("\x11")
        child.expect(pexpect.EOF)
        ended = time.perf_counter() - start - shown
        child.close()
    except pexpect.TIMEOUT:
        child.close(force=True)
        return Screen(_ENDLESS, _ENDLESS, None)
    return Screen(shown, ended, child.exitstatus)


def _environment(folder: Path) -> dict[str, str]:
    homes = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_STATE_HOME": str(folder / "state")}
    return {**os.environ, "TERM": "xterm-256color", **homes}
