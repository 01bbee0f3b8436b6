"""Paths of the user's configuration and state, and atomic writes."""

import errno
import os
import pwd
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


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


def write_private(path: Path, text: str) -> None:
    """Write a file atomically, readable by its owner only. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _replace(path, text.encode("utf-8", "replace"), 0o600)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file completely or not at all, and keep its permissions. Raises OSError.

    Symbolic links are followed. Character devices and named pipes are written to directly; a pipe
    without a reader is an error.
    """
    if path.exists() and not path.is_file():
        _write_into(path, data)
    else:
        target = path.resolve()  # replace the file a link points to, not the link
        _replace(target, data, _mode(target))


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


def _mode(path: Path) -> int:
    with suppress(FileNotFoundError):
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _replace(path: Path, data: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:32]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, mode)
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
