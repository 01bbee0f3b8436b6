"""The user's text editor, and how to open it at a line."""

import re
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

_SURVIVE = "trap : INT QUIT"
"""Makes the shell wait for an editor that handles these signals; the editor receives them."""

_SETTING = re.compile(r"\w+=")
"""The beginning of a setting of an environment variable, before the command."""


def editor_command(environment: Mapping[str, str], path: str, line: int) -> list[str]:
    """Return the command that opens a file at a line, counted from 1, in VISUAL, EDITOR or vi.

    The shell reads the variable, as for git and less: it may contain `~`, options and settings of
    environment variables. An unknown editor gets the file without the line. Raises ValueError if
    the variable is not a command line.
    """
    given = editor_name(environment)
    try:
        words = [word for word in shlex.split(given) if not _SETTING.match(word)]
    except ValueError:
        words = []
    if not words:
        raise ValueError(f"VISUAL or EDITOR is not a valid command: {given}")
    arguments = _arguments(PurePath(words[0]).name, path, line)
    return ["/bin/sh", "-c", f'{_SURVIVE}; {given} "$@"', given, *arguments]


def editor_name(environment: Mapping[str, str]) -> str:
    """Return the user's command line of an editor: VISUAL, EDITOR or vi."""
    return environment.get("VISUAL") or environment.get("EDITOR") or _FALLBACK


def _arguments(name: str, path: str, line: int) -> list[str]:
    if name in _PLUS:
        return [f"+{line}", path]
    if name in _COLON:
        return [f"{path}:{line}"]
    if name in _GOTO:
        return ["--wait", "--goto", f"{path}:{line}"]
    return [path]


def editor_failure(environment: Mapping[str, str], code: int) -> str | None:
    """Return what the exit code of an editor's command means; None if it succeeded."""
    name = editor_name(environment)
    match code:
        case 0:
            return None
        case 126:
            return f"cannot start the editor {name}: it is not executable"
        case 127:
            return f"cannot start the editor {name}: command not found"
    return f"the editor {name} exited with code {code}"
