"""Watch a file for changes."""

import threading
from collections.abc import Iterator
from pathlib import Path

FileState = tuple[int, int, int] | None
"""Inode, modification time in nanoseconds and size of a file; None if it does not exist."""

_POLL_MILLISECONDS = 2_000
"""The interval at which the file is checked even if the system reports no change."""


def file_state(path: Path) -> FileState:
    """Return the state of a file, to compare with its state at another time."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def changes(path: Path, state: FileState, stop: threading.Event) -> Iterator[None]:
    """Yield whenever a file has changed, first compared with `state`, until `stop` is set.

    The folder is watched rather than the file: editors replace a file with a new one, and a
    symbolic link may be redirected. Raises OSError if the folder cannot be watched.
    """
    from watchfiles import watch

    places = {path.absolute(), path.resolve()}
    folders = {place.parent for place in places}
    try:
        for changed in watch(
            *folders,
            stop_event=stop,
            recursive=False,
            raise_interrupt=False,
            debounce=200,
            rust_timeout=_POLL_MILLISECONDS,
            yield_on_timeout=True,
        ):
            now = file_state(path)
            if now != state or any(Path(name) in places for _, name in changed):
                state = now
                yield
    except OSError as error:
        raise OSError(f"cannot watch {path.parent}: {error}") from None


def can_watch() -> bool:
    """Return whether the optional library for watching files is installed."""
    from importlib.util import find_spec

    return find_spec("watchfiles") is not None
