"""Recognize an exported library, without reading it."""

import re
from pathlib import Path
from typing import Literal

FORMAT: Literal["kursk-tui-library-export/1"] = "kursk-tui-library-export/1"
"""The version of the format of exported libraries."""

_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"' + FORMAT.encode() + b'"')
_MOST = 1_000
"""The bytes in which a file says what it is: the format comes first."""


def is_exported(path: Path) -> bool:
    """Return whether a path is a file that begins as an exported library does."""
    try:
        if not path.is_file():  # reading a pipe would take from it
            return False
        with path.open("rb") as file:
            return _START.match(file.read(_MOST)) is not None
    except (OSError, ValueError):
        return False
