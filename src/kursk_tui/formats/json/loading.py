"""The bytes of a file or of standard input, never more than a limit and never without an end."""

import os
import select
import stat
import sys
from pathlib import Path

from kursk_tui import progress
from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.json.problem import UnreadableError
from kursk_tui.text.sanitize import visible

STDIN = Path("-")
"""Stands for standard input where a path is asked for."""

_CHUNK = 2**20
_PATIENCE = 0.5
_ATTEMPTS = 3


def name_of(path: Path) -> str:
    """Return how a path is called in messages."""
    return "<stdin>" if path == STDIN else visible(str(path))


def load(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Return the bytes of a file, or of standard input for `STDIN`.

    A pipe is read to its end, but one that nobody writes into is not waited for. Raises
    UnreadableError if there are no bytes to be had, or more than `limit`.
    """
    name = name_of(path)
    progress.report("reading", 0)
    try:
        return _stdin(name, limit) if path == STDIN else _file(path, name, limit)
    except OSError as error:
        raise UnreadableError(f"cannot read {name}: {error.strerror or error}") from None
    except ValueError:
        raise UnreadableError(f"cannot read {name}: no file can have this name") from None


def _stdin(name: str, limit: int) -> bytes:
    if sys.stdin is None:
        raise UnreadableError(f"cannot read {name}: standard input is closed")
    return _drain(sys.stdin.fileno(), name, limit)


def _file(path: Path, name: str, limit: int) -> bytes:
    # Without O_NONBLOCK, opening a pipe that nobody writes into would never return.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError(f"cannot read {name}: it is a folder")
        if stat.S_ISREG(mode):
            return _settled(handle, name, limit)
        if stat.S_ISFIFO(mode):
            data = _drain(handle, name, limit)
            if not data:
                raise UnreadableError(f"cannot read {name}: nothing is written into this pipe")
            return data
        if path == Path(os.devnull):
            return b""
        raise UnreadableError(f"cannot read {name}: it is no file, but a device or a socket")
    finally:
        os.close(handle)


def _settled(handle: int, name: str, limit: int) -> bytes:
    """Return the content of a file that is not written to meanwhile."""
    for _ in range(_ATTEMPTS):
        before = os.fstat(handle)
        if before.st_size > limit:
            raise _too_large(name, f"has {before.st_size:,}", limit)
        os.lseek(handle, 0, os.SEEK_SET)
        data = _drain(handle, name, limit)
        after = os.fstat(handle)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    raise UnreadableError(f"cannot read {name}: it changes while it is read; try again")


def _drain(handle: int, name: str, limit: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    waits = os.get_blocking(handle)  # else nothing to read is told at once, as is no writer
    while True:
        # A signal that comes right before a wait does not end it; it is heard after the next one.
        while waits and not select.select([handle], [], [], _PATIENCE)[0]:
            pass
        try:
            chunk = os.read(handle, _CHUNK)
        except BlockingIOError:
            waits = True
            continue
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            raise _too_large(name, "has more than that", limit)


def _too_large(name: str, has: str, limit: int) -> UnreadableError:
    return UnreadableError(
        f"cannot read {name}: the limit is {limit:,} bytes, and it {has}; --max-size raises it"
    )
