"""Swap two files in one step, where the system can."""

import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""AT_FDCWD: relative paths start in the current folder."""

_RENAME_EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Swap the names of two files; return False if the system cannot. Raises OSError."""
    if sys.platform != "linux":
        return False
    import ctypes  # deferred: only saving needs it

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # an old C library
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(error, os.strerror(error))
