"""Files the program keeps for its reader: where they are, and how they are written."""

import os
import pwd
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
    # mkstemp makes the file with mode 0600.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
