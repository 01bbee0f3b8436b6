"""A file that is followed while it changes."""

import threading
from collections.abc import Iterator
from pathlib import Path

from kursk_tui.reading.problem import UnreadableError


def changes(path: Path, stop: threading.Event) -> Iterator[None]:
    """Yield whenever a file may have changed, until `stop` is set.

    Its folder is watched, not the file: editors put a new file in the place of the old one, and a
    link may come to lead elsewhere. Raises UnreadableError where nothing can be watched.
    """
    from watchfiles import watch

    places = {path.absolute(), path.resolve()}
    folders = {place.parent for place in places}
    try:
        for changed in watch(
            *folders, stop_event=stop, recursive=False, raise_interrupt=False, debounce=200
        ):
            if any(Path(name) in places for _, name in changed):
                yield
    except OSError as error:
        raise UnreadableError(f"cannot watch {path.parent}: {error}") from None


def can_watch() -> bool:
    """Return whether the library that watches files is installed."""
    from importlib.util import find_spec

    return find_spec("watchfiles") is not None
