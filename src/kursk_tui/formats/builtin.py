"""The paths of the examples that come with the program: a briefing, and a library."""

from pathlib import Path

import kursk_tui
from kursk_tui.formats.problem import UnreadableError

_PACKAGE = Path(kursk_tui.__file__).parent


def builtin_path() -> Path:
    """Return the path of the built-in briefing.

    Raises UnreadableError if the installation lacks it.
    """
    return _path("briefing.json")


def library_path() -> Path:
    """Return the path of the built-in library, a folder.

    Raises UnreadableError if the installation lacks it.
    """
    return _path("library")


def _path(name: str) -> Path:
    """Return the path of an example, in an installed package or in a checkout."""
    checkout, installed = (root / "data" / name for root in (_PACKAGE.parents[1], _PACKAGE))
    for path in (installed, checkout):
        if path.exists():
            return path
    raise UnreadableError(f"the built-in {Path(name).stem} is missing from {installed.parent}")
