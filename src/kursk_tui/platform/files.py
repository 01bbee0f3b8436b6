"""Files the program keeps for its reader: where they are, and how they are written."""

import errno
import os
import pwd
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def config_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the configuration is read from (XDG Base Directory Specification)."""
    return _base(environment, "XDG_CONFIG_HOME", ".config") / "config.toml"


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for what the program remembers (XDG Base Directory Specification)."""
    return _base(environment, "XDG_STATE_HOME", ".local/state")


def _base(environment: Mapping[str, str], variable: str, default: str) -> Path:
    given = environment.get(variable, "")
    home = environment.get("HOME") or pwd.getpwuid(os.getuid()).pw_dir
    # The specification has relative paths ignored.
    return (Path(given) if given.startswith("/") else Path(home) / default) / "kursk-tui"


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _replace(path, text.encode("utf-8", "replace"), 0o600)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all; an old one keeps its permissions. Raises OSError.

    A character device, or a pipe that somebody reads, is written to directly.
    """
    if path.exists() and not path.is_file():
        _write_into(path, data)
    else:
        target = path.resolve()  # a link stays, and leads to the new file
        _replace(target, data, _mode(target))


def _write_into(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not (path.is_char_device() or path.is_fifo()):
        raise OSError(errno.ENXIO, "it is neither a file nor a pipe nor a character device")
    try:  # not to wait for a reader
        handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise OSError(errno.ENXIO, "nobody reads from this pipe") from None
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
