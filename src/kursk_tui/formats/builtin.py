"""The path of the built-in briefing, in a checkout and in an installed package."""

from pathlib import Path

import kursk_tui
from kursk_tui.formats.problem import UnreadableError

_PACKAGE = Path(kursk_tui.__file__).parent


def builtin_path() -> Path:
    """Return the path of the built-in briefing.

    Raises UnreadableError if the installation lacks it.
    """
    checkout = _PACKAGE.parents[1] / "data" / "briefing.json"
    installed = _PACKAGE / "data" / "briefing.json"
    for path in (installed, checkout):
        if path.is_file():
            return path
    raise UnreadableError(f"the built-in briefing is missing from {installed.parent}")
