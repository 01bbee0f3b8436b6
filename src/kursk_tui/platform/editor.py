"""The user's text editor, and how to open it at a line."""

import shlex
from collections.abc import Mapping
from pathlib import PurePath

_PLUS = frozenset(
    {
        *("vi", "vim", "nvim", "view", "gvim", "nano", "pico", "micro", "emacs", "emacsclient"),
        *("mg", "kak", "joe", "jed", "ne", "mcedit", "gedit"),
    }
)
"""Editors that accept `+LINE` before the file."""

_COLON = frozenset(("hx", "helix", "subl", "zed"))
"""Editors that accept `FILE:LINE`."""

_GOTO = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor"))
"""Editors that accept `--goto FILE:LINE` and need `--wait` to stay in the foreground."""

_FALLBACK = "vi"


def editor_command(environment: Mapping[str, str], path: str, line: int) -> list[str]:
    """Return the command that opens a file at a line, counted from 1, in VISUAL, EDITOR or vi.

    An unknown editor gets the file without the line. Raises ValueError if the variable cannot be
    parsed as a command line.
    """
    given = environment.get("VISUAL") or environment.get("EDITOR") or _FALLBACK
    try:
        command = shlex.split(given)
    except ValueError:
        command = []
    if not command:
        raise ValueError(f"VISUAL or EDITOR is not a valid command: {given}")
    name = PurePath(command[0]).name
    if name in _PLUS:
        return [*command, f"+{line}", path]
    if name in _COLON:
        return [*command, f"{path}:{line}"]
    if name in _GOTO:
        return [*command, "--wait", "--goto", f"{path}:{line}"]
    return [*command, path]
