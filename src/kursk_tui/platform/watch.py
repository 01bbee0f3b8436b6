"""Watch a file, or the files of a folder, for changes."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

State = TypeVar("State")

FileState = tuple[int, int, int, int] | None
"""Device, inode, modification time in nanoseconds and size of a file; None if it does not exist."""

INTERVAL = 0.25
"""Seconds between two looks at the file. Asking for its state takes a few microseconds."""

FOLDER_INTERVAL = 1.0
"""Seconds between two looks at the files of a library, which may be thousands."""

_MOST_UNSETTLED = 8
"""After so many looks, a change is reported although the file is still changing."""


def file_state(path: Path) -> FileState:
    """Return the state of a file, to compare with its state at another time."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


def changes(path: Path, state: FileState, stop: threading.Event) -> Iterator[None]:
    """Yield whenever a file has changed, first compared with `state`, until `stop` is set.

    The state is that of the file at the path: symbolic links may be redirected, and editors replace
    a file with a new one.
    """
    return changes_of(lambda: file_state(path), state, stop, INTERVAL)


def changes_of(
    look: Callable[[], State], state: State, stop: threading.Event, interval: float
) -> Iterator[None]:
    """Yield whenever a look finds another state, first compared with `state`, until `stop` is set.

    A change is reported once two looks in a row find the same state, because editors write in
    several steps, or remove a file before they write it again. Notifications of the system would
    need a library, and network file systems do not send them.
    """
    last, unsettled = state, 0
    while not stop.wait(interval):
        now = look()
        unsettled = 0 if now == state else unsettled + 1
        if unsettled and (now == last or unsettled >= _MOST_UNSETTLED):
            state, unsettled = now, 0
            yield
        last = now
