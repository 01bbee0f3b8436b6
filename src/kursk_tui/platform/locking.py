"""A lock on a file while it is written, which all processes of this program respect."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 2.0
"""Seconds until a lock that another process has is given up. Saving takes far less."""

_UNSUPPORTED = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)
"""Errors of file systems without locks, such as some network file systems."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Lock a file in the body, if it exists. Raises OSError if another process keeps the lock.

    The file itself is locked, so that nothing else has to be created or removed, and so that all
    its names share the lock.
    """
    handle = _lock_file(path)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def try_lock(handle: int) -> bool:
    """Lock an open file, or return False if another process has locked it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
    return True


def pause() -> None:
    """Wait for another process to release its lock."""
    time.sleep(0.002)


def _lock_file(path: Path) -> int | None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            # Network file systems lock only files that are open for writing.
            handle = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except FileNotFoundError:
            return None
        has_lock = try_lock(handle)
        if has_lock and _is_at(handle, path):
            return handle
        os.close(handle)
        if has_lock:
            continue  # it was replaced by a new file, which has a lock of its own
        if time.monotonic() > until:
            raise OSError(errno.EBUSY, "another process is writing the file; try again")
        pause()


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
