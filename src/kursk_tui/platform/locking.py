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


def try_lock(handle: int) -> bool | None:
    """Lock a file that is open for writing; return whether no other process has locked it.

    Return None if the file system has no locks.
    """
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
        return None
    return True


def outlasts_a_writer(handle: int, path: Path) -> bool:
    """Return whether an open file keeps its name for longer than any process writes a file."""
    until = time.monotonic() + PATIENCE
    while is_at(handle, path):
        if time.monotonic() > until:
            return True
        pause()
    return False


def busy() -> OSError:
    """Return the error that another process is writing a file."""
    return OSError(errno.EBUSY, "another process is writing the file; try again")


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
        has_lock = try_lock(handle) is not False
        if has_lock and is_at(handle, path):
            return handle
        os.close(handle)
        if has_lock:
            continue  # it was replaced by a new file, which has a lock of its own
        if time.monotonic() > until:
            raise busy()
        pause()


def is_at(handle: int, path: Path) -> bool:
    """Return whether an open file has this path."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
