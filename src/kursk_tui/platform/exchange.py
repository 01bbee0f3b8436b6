"""Swap two files in one step, where the system can."""

import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100
"""AT_FDCWD: relative paths start in the current folder."""

_RENAME_EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Swap the names of two files; return False if the system cannot. Raises OSError."""
    error = swapper()(os.fsencode(one), os.fsencode(other))
    if error in (errno.ENOSYS, errno.EINVAL):
        return False
    if error:
        raise OSError(error, os.strerror(error))
    return True


@cache
def swapper() -> Callable[[bytes, bytes], int]:
    """Return the function of the system that swaps two files and returns the error, or 0."""
    if sys.platform != "linux":
        return _unsupported
    import ctypes  # deferred: only saving needs it

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # an old C library
        return _unsupported

    def swap(one: bytes, other: bytes) -> int:
        failed = rename(_HERE, one, _HERE, other, _RENAME_EXCHANGE)
        return ctypes.get_errno() if failed else 0

    return swap


def _unsupported(_: bytes, __: bytes) -> int:
    return errno.ENOSYS
