"""Show progress on one line of the terminal while a large file is processed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kursk_tui.formats.source import STDIN, display_name
from kursk_tui.platform.screen_size import screen_size
from kursk_tui.progress import reporting_to
from kursk_tui.text.cells import cut

_LARGE = 8 * 2**20
"""Files of at least this many bytes take noticeably long to read."""


@contextmanager
def reading_progress(path: Path | None) -> Iterator[None]:
    """Show the progress of reading and checking a file, if it is large."""
    size = path.stat().st_size if path is not None and path.is_file() else 0
    if size < _LARGE:
        yield
        return
    with progress_line(f"{size // 2**20:,} MB: {display_name(path or STDIN)}"):
        yield


@contextmanager
def progress_line(subject: str) -> Iterator[None]:
    """Show progress in a terminal, as “reading 40% of `subject`”, and clear it at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return

    def show(activity: str, share: float) -> None:
        room = max(0, screen_size()[0] - 1)
        sys.stderr.write(f"\r\x1b[K{cut(f'{activity} {share:4.0%} of {subject}', room)}")
        sys.stderr.flush()

    try:
        with reporting_to(show):
            yield
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
