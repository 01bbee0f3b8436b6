"""What somebody in a terminal is told while something large is worked on."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kursk_tui.formats.json import STDIN, name_of
from kursk_tui.progress import reporting_to
from kursk_tui.text.cells import cut

_LARGE = 8 * 2**20
"""From so many bytes on, reading takes long enough for a reader to wonder."""


@contextmanager
def reading_shown(path: Path | None) -> Iterator[None]:
    """Show in a terminal how much of a file is read, or checked, if it is large."""
    size = path.stat().st_size if path is not None and path.is_file() else 0
    if size < _LARGE:
        yield
        return
    with progress_shown(f"{size // 2**20:,} MB: {name_of(path or STDIN)}"):
        yield


@contextmanager
def progress_shown(of_what: str) -> Iterator[None]:
    """Show in a terminal what is being done, and of what, on a line that goes away."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return

    def hear(doing: str, share: float) -> None:
        room = os.get_terminal_size(sys.stderr.fileno()).columns - 1
        sys.stderr.write(f"\r\x1b[K{cut(f'{doing} {share:4.0%} of {of_what}', room)}")
        sys.stderr.flush()

    try:
        with reporting_to(hear):
            yield
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
