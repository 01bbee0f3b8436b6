"""How soon a key changes the screen of a library, at rest and while it is being prepared."""

import re
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from benchmarks.libraries import write_library
from benchmarks.programs import OURS, homes, open_minimal
from benchmarks.screen import Program
from benchmarks.setting import Line, Setting, compared

_BEGUN = 1.5
"""Seconds after the first screen when the library is being prepared."""


class _Key(NamedTuple):
    """A key, how to leave what it shows, and what the first and the complete row have."""

    key: str
    name: str
    back: str
    first: str
    rows: str


_KEYS = (
    _Key("t", "track", "\x1b", r"7 Track", r"\d statements?"),
    _Key("x", "conflicts", "\x1b", r"x Conflicts", r"as printed|No figures"),
    _Key("<", "the day before", "", r"KNOWN ON", r"KNOWN ON(?s:.*)Timeline · \d"),
)


def library_keys(setting: Setting) -> Iterator[Line]:
    """Yield the time from a key to the first change, and to the first complete rows."""
    count = max(setting.counts)
    folder, editions = write_library(count, setting.folder)
    minimal = open_minimal()

    def opened() -> Program:
        command = [OURS, str(folder), "--max-size", "1G"]
        program = Program(command, size=(120, 40), env=homes(setting))
        program.wait_for_sent(b"quit", "· characters ".encode())
        return program

    what = f"of {editions:,} editions, {count:,} claims"
    times = min(setting.pairs, 3)
    for state, wait in (("at rest", _rest), ("being prepared", _begin)):
        found: dict[str, list[tuple[float, float]]] = {}
        for _ in range(times):
            program = opened()
            program.press("2", 0.3)  # the figures, so that the current row has a figure
            wait(program)
            for key in _KEYS:
                seconds = program.reveal(key.key, *map(_shows, (key.first, key.rows)))
                other = minimal.press("x", 0.15).seconds
                for part, mine in zip(("the title", "the rows"), seconds, strict=True):
                    found.setdefault(f"{part} of {key.name}", []).append((mine, other))
                if key.back:
                    program.press(key.back, 1.0)
            program.end()
        for name, pairs in found.items():
            yield compared(f"{name} {what}, {state}", pairs, "a key in a minimal Textual app")
    minimal.end()


def _shows(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.search(pattern, text) is not None


def _begin(program: Program) -> None:
    program.watch(_BEGUN)


def _rest(program: Program) -> None:
    """Read until the program uses no processor time."""
    used = -1.0
    until = time.perf_counter() + 120
    while program.cpu() - used > 0.05 and time.perf_counter() < until:
        used = program.cpu()
        program.watch(2.0)
