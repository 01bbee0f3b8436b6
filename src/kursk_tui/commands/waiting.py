"""What somebody in a terminal is told while something large is worked on."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kursk_tui.reading import STDIN, Told, name_of
from kursk_tui.writing.cells import cut

_LARGE = 8 * 2**20
"""From so many bytes on, reading takes long enough for a reader to wonder."""


@contextmanager
def waiting_told(path: Path | None) -> Iterator[Told]:
    """Say in a terminal what is being read, and how much of it is, if it is large."""
    size = path.stat().st_size if path is not None and path.is_file() else 0
    what = f"{size // 2**20:,} MB: {name_of(path or STDIN)}"
    with work_told(
        size >= _LARGE,
        lambda share: f"reading {share:4.0%} of {what}" if share < 1 else f"checking {what}",
    ) as told:
        yield told


@contextmanager
def work_told(large: bool, doing: Callable[[float], str]) -> Iterator[Told]:
    """Say in a terminal what is being done, on a line that goes away, if it is large."""
    if not large or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return

    def told(share: float) -> None:
        room = os.get_terminal_size(sys.stderr.fileno()).columns - 1
        sys.stderr.write(f"\r\x1b[K{cut(doing(share), room)}")
        sys.stderr.flush()

    told(0)
    try:
        yield told
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
