"""Paths of the user's configuration and state, and the one function that writes files."""

import errno
import os
import pwd
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kursk_tui.platform.content import ABSENT, ChangedError, confirm
from kursk_tui.platform.locking import locked
from kursk_tui.platform.nature import Nature, obstacle
from kursk_tui.platform.new_file import NewFile

_PRIVATE = 0o600
_SHARED = 0o666
"""The modes of new files, before the umask."""


def config_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the path of the configuration file (XDG Base Directory Specification)."""
    return _base(environment, "XDG_CONFIG_HOME", ".config") / "config.toml"


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for saved state (XDG Base Directory Specification)."""
    return _base(environment, "XDG_STATE_HOME", ".local/state")


def _base(environment: Mapping[str, str], variable: str, default: str) -> Path:
    given = environment.get(variable, "")
    home = environment.get("HOME") or pwd.getpwuid(os.getuid()).pw_dir
    # The specification requires relative paths to be ignored.
    return (Path(given) if given.startswith("/") else Path(home) / default) / "kursk-tui"


def write_file(
    path: Path,
    data: bytes,
    *,
    expected: str | None = None,
    backup: bool = False,
    private: bool = False,
) -> None:
    """Write a file completely or not at all, and keep its mode, owner, attributes and links.

    A file is replaced by a new one if that can have all of these, and else written in place, after
    its content has been copied to the backup. Symbolic links are followed. Devices and named pipes
    are written to directly.

    `expected` is the digest of the content that may be replaced, or ABSENT; None means any. It is
    compared while no other process of this program writes the file, and again when the new file
    takes its place; if it differs, ChangedError is raised. `backup` copies the file that is
    replaced to the same name with a `~` at the end. A `private` file is readable by its owner
    only. Raises OSError.
    """
    if path.exists() and not path.is_file():
        if expected is not None:
            raise OSError(errno.ENXIO, "it is not a file")
        _write_into(path, data)
        return
    try:
        target = path.resolve()  # replace the file a link points to, not the link
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None
    if target.exists():
        _replace(target, data, expected, backup=backup, private=private)
    elif expected not in (None, ABSENT):
        raise ChangedError
    else:
        _create(target, data, _PRIVATE if private else _SHARED)


def write_private(path: Path, text: str, *, expected: str | None = None) -> None:
    """Write a file of the user's own, and the folders for it. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_file(path, text.encode("utf-8", "replace"), expected=expected, private=True)


def backup_of(path: Path) -> Path:
    """Return the path of a file's backup."""
    return path.with_name(f"{path.name}~")


def _create(target: Path, data: bytes, mode: int) -> None:
    with NewFile(target, mode) as new:
        new.write(data)
        try:
            new.create()
        except FileExistsError:
            raise ChangedError(errno.EEXIST, "another process has just created it") from None


def _replace(
    target: Path, data: bytes, expected: str | None, *, backup: bool, private: bool
) -> None:
    if reason := obstacle(target):
        raise OSError(errno.EACCES, reason)
    with locked(target):
        if expected is not None:
            confirm(target, expected)
        nature = Nature.of(target)
        if private:
            nature = replace(nature, mode=_PRIVATE)
        with NewFile(target, _PRIVATE) as new:
            keeps_nature = nature.give(new.handle) and target.stat().st_nlink == 1
            if keeps_nature:
                new.write(data)
            if backup or not keeps_nature:
                _back_up(target, nature)
            if keeps_nature:
                new.replace(expected)
                return
            if expected is not None:
                confirm(target, expected)
            _overwrite(target, data, private=private)


def _back_up(target: Path, nature: Nature) -> None:
    """Copy a file to its backup, which is never accessible to more users than the file."""
    backup = backup_of(target)
    try:
        with NewFile(backup, _PRIVATE) as new:
            new.write(target.read_bytes())
            nature.give(new.handle)
            new.replace(None)
    except OSError as error:
        reason = f"cannot write its backup: {error.strerror or error}"
        raise OSError(error.errno, reason) from None


def _overwrite(target: Path, data: bytes, *, private: bool) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW)
    try:
        size = os.fstat(handle).st_size
        _reserve(handle, len(data), size)
        if private:
            os.fchmod(handle, _PRIVATE)
        with os.fdopen(handle, "wb", closefd=False) as file:
            file.write(data)
            file.truncate()
            file.flush()
            os.fsync(handle)
    finally:
        os.close(handle)


def _reserve(handle: int, wanted: int, size: int) -> None:
    """Reserve space on the disk, so that overwriting cannot fail halfway on a full disk."""
    if wanted <= size or not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(handle, 0, wanted)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            with suppress(OSError):
                os.ftruncate(handle, size)
            raise


def _write_into(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not (path.is_char_device() or path.is_fifo()):
        raise OSError(errno.ENXIO, "not a file, pipe or character device")
    try:  # O_NONBLOCK: fail, rather than wait for a reader
        handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise OSError(errno.ENXIO, "no process is reading from this pipe") from None
        raise
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
