"""Read the bytes and the text of a briefing from a file or from standard input.

Every format reads through this module, so that all treat size limits, pipes and devices alike.
"""

import os
import select
import stat
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kursk_tui import progress
from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.formats.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.platform.content import digest
from kursk_tui.platform.watch import FileState, file_state
from kursk_tui.text.invisible import is_visible
from kursk_tui.text.sanitize import NO_GLYPH, visible

T = TypeVar("T")

STDIN = Path("-")
"""The path that means standard input."""

_CHUNK = 2**20
_POLL_SECONDS = 0.5
_ATTEMPTS = 3

_digests: ContextVar[list[str] | None] = ContextVar("digests", default=None)


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A version of a file: its state before it was read, and the digest of exactly what was read.

    The digest is None if nothing could be read.
    """

    state: FileState
    digest: str | None


def read_version(path: Path, read: Callable[[], T]) -> tuple[T, FileVersion]:
    """Return what a function reads from a file, and the version that it read."""
    state = file_state(path)
    digests: list[str] = []
    token = _digests.set(digests)
    try:
        found = read()
    finally:
        _digests.reset(token)
    return found, FileVersion(state, digests[-1] if digests else None)


def display_name(path: Path) -> str:
    """Return the name of a path for messages."""
    if path == STDIN:
        return "<stdin>"
    name = visible(str(path))
    return name if any(map(is_visible, name)) else f"“{NO_GLYPH * len(name)}”"


def read_bytes(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Return the bytes of a file, or of standard input for `STDIN`.

    A pipe is read to its end; a named pipe without a writer is an error. Raises UnreadableError if
    the file cannot be read or has more than `limit` bytes.
    """
    name = display_name(path)
    progress.report("reading", 0)
    try:
        data = _stdin(name, limit) if path == STDIN else _file(path, name, limit)
    except OSError as error:
        raise UnreadableError(f"cannot read {name}: {error.strerror or error}") from None
    except ValueError:
        raise UnreadableError(f"cannot read {name}: this is not a valid file name") from None
    if (digests := _digests.get()) is not None:
        digests.append(digest(data))
    return data


def read_chunks(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file of any size, or of standard input for `STDIN`, in chunks.

    Raises UnreadableError if the file cannot be read, or if it changes while it is read.
    """
    name = display_name(path)
    try:
        if path == STDIN:
            yield from _chunks(_standard_input(name))
            return
        with _opened(path, name) as (handle, _):
            before = os.fstat(handle)
            done = 0
            for chunk in _chunks(handle):
                progress.report("reading", done / max(before.st_size, done, 1))
                yield chunk
                done += len(chunk)
            after = os.fstat(handle)
            if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
                raise UnreadableError(
                    f"cannot read {name}: it changed while it was read; try again"
                )
    except OSError as error:
        raise UnreadableError(f"cannot read {name}: {error.strerror or error}") from None
    except ValueError:
        raise UnreadableError(f"cannot read {name}: this is not a valid file name") from None


def decode(data: bytes, name: str) -> str:
    """Return UTF-8 bytes as text, without a byte order mark.

    Raises InvalidBriefingError if the bytes are empty or not UTF-8; `name` is the file's name in
    the error.
    """
    data = data.removeprefix(BOM_UTF8)
    if not data.strip():
        raise InvalidBriefingError(name, [Located(1, 1, "", "the file is empty")])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        message = "the file is not UTF-8 text"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            message += "; it looks like UTF-16: save it as UTF-8"
        raise InvalidBriefingError(name, [Located(line, column, "", message)]) from None


def _stdin(name: str, limit: int) -> bytes:
    return _drain(_standard_input(name), name, limit)


def _standard_input(name: str) -> int:
    if sys.stdin is None:
        raise UnreadableError(f"cannot read {name}: standard input is closed")
    return sys.stdin.fileno()


def _file(path: Path, name: str, limit: int) -> bytes:
    with _opened(path, name) as (handle, mode):
        if stat.S_ISREG(mode):
            return _stable(handle, name, limit)
        if stat.S_ISFIFO(mode):
            data = _drain(handle, name, limit)
            if not data:
                raise UnreadableError(f"cannot read {name}: no program is writing to this pipe")
            return data
        return b""


@contextmanager
def _opened(path: Path, name: str) -> Iterator[tuple[int, int]]:
    """Open a file, a named pipe or the null device; give its descriptor and its mode."""
    # Without O_NONBLOCK, opening a named pipe that has no writer would block forever.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError(f"cannot read {name}: it is a folder")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or path == Path(os.devnull)):
            raise UnreadableError(f"cannot read {name}: it is a device or a socket, not a file")
        yield handle, mode
    finally:
        os.close(handle)


def _stable(handle: int, name: str, limit: int) -> bytes:
    """Return the content of a file; read it again if it changes meanwhile."""
    for _ in range(_ATTEMPTS):
        before = os.fstat(handle)
        if before.st_size > limit:
            raise _too_large(name, f"has {before.st_size:,}", limit)
        os.lseek(handle, 0, os.SEEK_SET)
        data = _drain(handle, name, limit)
        after = os.fstat(handle)
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    raise UnreadableError(f"cannot read {name}: it keeps changing while it is read; try again")


def _drain(handle: int, name: str, limit: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    for chunk in _chunks(handle):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            raise _too_large(name, "has more", limit)
    return b"".join(chunks)


def _chunks(handle: int) -> Iterator[bytes]:
    waits = os.get_blocking(handle)  # a non-blocking read reports “no data” and “no writer” alike
    while True:
        # A signal that arrives just before the wait does not interrupt it, so the wait is short.
        while waits and not select.select([handle], [], [], _POLL_SECONDS)[0]:
            pass
        try:
            chunk = os.read(handle, _CHUNK)
        except BlockingIOError:
            waits = True
            continue
        if not chunk:
            return
        yield chunk


def _too_large(name: str, has: str, limit: int) -> UnreadableError:
    return UnreadableError(
        f"cannot read {name}: the limit is {limit:,} bytes, and it {has}; --max-size raises it"
    )
