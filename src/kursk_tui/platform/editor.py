"""The reader's editor: which program, and how it is told a line."""

import shlex
from collections.abc import Mapping
from pathlib import PurePath

_PLUS = frozenset(
    {
        *("vi", "vim", "nvim", "view", "gvim", "nano", "pico", "micro", "emacs", "emacsclient"),
        *("mg", "kak", "joe", "jed", "ne", "mcedit", "gedit"),
    }
)
"""Editors that take `+LINE` before the file."""

_COLON = frozenset(("hx", "helix", "subl", "zed"))
"""Editors that take `FILE:LINE`."""

_GOTO = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor"))
"""Editors that take `--goto FILE:LINE`, and `--wait` to be waited for."""

_FALLBACK = "vi"


def editor_command(environment: Mapping[str, str], path: str, line: int) -> list[str]:
    """Return the command that opens a file at a line: VISUAL, else EDITOR, else vi.

    An editor that is not known is given the file alone. Raises ValueError if the variable is no
    command line.
    """
    given = environment.get("VISUAL") or environment.get("EDITOR") or _FALLBACK
    try:
        command = shlex.split(given)
    except ValueError:
        command = []
    if not command:
        raise ValueError(f"VISUAL or EDITOR is no command: {given}")
    name = PurePath(command[0]).name
    if name in _PLUS:
        return [*command, f"+{line}", path]
    if name in _COLON:
        return [*command, f"{path}:{line}"]
    if name in _GOTO:
        return [*command, "--wait", "--goto", f"{path}:{line}"]
    return [*command, path]
