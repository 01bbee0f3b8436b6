"""A file that is followed while it changes."""

import threading
from collections.abc import Iterator
from pathlib import Path

from kursk_tui.formats.json.problem import UnreadableError

Seen = tuple[int, int, int] | None
"""What tells one state of a file from another: its number, time and size; None without a file."""

_PATIENCE = 2_000
"""After so many milliseconds without news the file is looked at all the same."""


def look(path: Path) -> Seen:
    """Return the state of a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def changes(path: Path, seen: Seen, stop: threading.Event) -> Iterator[None]:
    """Yield whenever a file is no longer as it was `seen`, until `stop` is set.

    Its folder is watched, not the file: editors put a new file in the place of the old one, and a
    link may come to lead elsewhere. Raises UnreadableError where nothing can be watched.
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
            rust_timeout=_PATIENCE,
            yield_on_timeout=True,
        ):
            now = look(path)
            if now != seen or any(Path(name) in places for _, name in changed):
                seen = now
                yield
    except OSError as error:
        raise UnreadableError(f"cannot watch {path.parent}: {error}") from None


def can_watch() -> bool:
    """Return whether the library that watches files is installed."""
    from importlib.util import find_spec

    return find_spec("watchfiles") is not None
