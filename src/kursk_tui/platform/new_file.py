"""A new version of a file, which takes its name only when it is complete."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from kursk_tui.platform.content import ABSENT, ChangedError, confirm
from kursk_tui.platform.exchange import exchange, swapper
from kursk_tui.platform.locking import busy, is_at, outlasts_a_writer, try_lock

_SUFFIX = ".kursk-tui"
_LONGEST_NAME = 255
"""Bytes that the name of a file can have."""


class NewFile:
    """A file that is written and then takes the name of `target`, or leaves nothing behind.

    It has no name until then, where the system supports that. Otherwise, and for the moment before
    it replaces another file, its name is hidden and always the same, and the file is locked: the
    next writer finds what a killed process left, by its missing lock, and removes it. Where there
    are no locks, the name itself is the lock, which is waited for.
    """

    def __init__(self, target: Path, mode: int) -> None:
        self._target = target
        name = os.fsencode(target.name)[: _LONGEST_NAME - len(_SUFFIX) - 1].decode(errors="ignore")
        self._hidden = target.with_name(f".{name}{_SUFFIX}")
        _remove_abandoned(self._hidden)
        unnamed = _open_unnamed(target.parent, mode)
        self._has_name = unnamed is None
        if unnamed is None:
            try:
                unnamed = os.open(self._hidden, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
            except FileExistsError:
                raise busy() from None
        self.handle = unnamed
        try_lock(self.handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._has_name:
            with suppress(FileNotFoundError):
                self._hidden.unlink()
        os.close(self.handle)

    def write(self, data: bytes) -> None:
        """Write the whole content to the disk."""
        with os.fdopen(self.handle, "wb", closefd=False) as file:
            file.write(data)
            file.flush()
            os.fsync(self.handle)

    def create(self) -> None:
        """Take the name of the target. Raises FileExistsError if it exists."""
        self._confirm_name()
        try:
            self._link(self._target)
        except OSError as error:
            if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EMLINK):
                raise
            confirm(self._target, ABSENT)  # the file system has no links
            self._hidden.rename(self._target)
            self._has_name = False

    def replace(self, expected: str | None) -> None:
        """Take the name of the target, whose content must be the expected one.

        If it is not, the target stays as it is, and ChangedError is raised.
        """
        swapper()  # loaded before the file has a name, so that it has that for a moment only
        self._confirm_name()
        if not self._has_name:
            try:
                self._link(self._hidden)
            except FileExistsError:
                raise busy() from None
            self._has_name = True
        if expected is None or not self._exchange(expected):
            if expected is not None:
                confirm(self._target, expected)
            self._hidden.replace(self._target)
            self._has_name = False

    def _confirm_name(self) -> None:
        """Raise OSError if another process took this one for killed, and has its hidden name."""
        if self._has_name and not is_at(self.handle, self._hidden):
            self._has_name = False
            raise busy()

    def _exchange(self, expected: str) -> bool:
        """Swap the files, and swap them back if the old one has been changed meanwhile."""
        try:
            if not exchange(self._hidden, self._target):
                return False
        except FileNotFoundError:
            raise ChangedError from None
        try:
            confirm(self._hidden, expected)
        except ChangedError:
            self._has_name = False  # the hidden file is the other program's now
            self._put_back()
            self._has_name = True
            raise
        return True

    def _put_back(self) -> None:
        try:
            exchange(self._hidden, self._target)
            if not is_at(self.handle, self._hidden):
                exchange(self._hidden, self._target)  # a third version, written since
        except FileNotFoundError:
            self._hidden.rename(self._target)

    def _link(self, name: Path) -> None:
        if self._has_name:
            os.link(self._hidden, name)
        else:
            # Any `src_dir_fd` makes Python follow the link in /proc.
            os.link(f"/proc/self/fd/{self.handle}", name, src_dir_fd=self.handle)


def _open_unnamed(folder: Path, mode: int) -> int | None:
    """Open a new file without a name, or return None if the system cannot name it later."""
    unnamed = getattr(os, "O_TMPFILE", None)
    if unnamed is None or not os.access("/proc/self/fd", os.X_OK):
        return None
    try:
        return os.open(folder, os.O_RDWR | unnamed, mode)
    except OSError as error:
        if error.errno in (errno.ENOTSUP, errno.EISDIR, errno.EINVAL, errno.ENOENT):
            return None
        raise


def _remove_abandoned(path: Path) -> None:
    """Remove a file of this name whose writer has ended. Raises OSError if it has not."""
    try:  # for writing: network file systems lock no other files
        handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return
    try:
        has_lock = try_lock(handle)
        if has_lock is False:
            raise busy()
        if has_lock or outlasts_a_writer(handle, path):
            path.unlink(missing_ok=True)
    finally:
        os.close(handle)
