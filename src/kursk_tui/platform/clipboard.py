"""Copy text to the user's clipboard, by the first method that works in this terminal."""

import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from kursk_tui.platform.files import write_private
from kursk_tui.text.sanitize import visible

LAST_YANK = "last-yank"
"""The file in the state folder that contains the last copied text."""

_OSC52_MAX_BYTES = 74_000
"""The largest text sent by OSC 52; several terminals accept at most 100,000 characters (base64)."""

_OSC52_MIN_VTE = 7600
"""The first VTE version with OSC 52, 0.76. GNOME Terminal and others are built on VTE."""

_SCREEN_CHUNK = 600
"""The length of each piece; GNU screen forwards strings of at most 768 bytes."""

_TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
)
"""Local clipboard tools, each with the environment variable it depends on, if any."""

Write = Callable[[str], None]
"""Writes a string to the terminal."""


def copy(
    text: str, send: Write, *, folder: Path | None, environment: Mapping[str, str] = os.environ
) -> str:
    """Copy text to the clipboard and to a file in `folder`; return what happened to the text.

    The methods, in order: tmux's buffer, which tmux forwards to the terminal; OSC 52, unless the
    terminal is known not to support it or the text is too long; a local tool such as xclip. A
    terminal does not answer, so text is “sent” to it, and the file is named as well. Control
    characters are made visible, because a terminal may run them when they are pasted.
    """
    text = "\n".join(map(visible, text.split("\n")))
    saved = False
    if folder is not None:
        with suppress(OSError):
            write_private(folder / LAST_YANK, text)
            saved = True
    done = next(_copied(text, send, environment), None)
    if done is None:
        return f"saved to {LAST_YANK}; no clipboard" if saved else "not copied: no clipboard"
    return f"{done}; also in {LAST_YANK}" if saved and done.startswith("sent") else done


def _copied(text: str, send: Write, environment: Mapping[str, str]) -> Iterator[str]:
    """Copy by each method that works here; yield what it did."""
    if environment.get("TMUX"):
        if _run(("tmux", "load-buffer", "-w", "-"), text):
            yield "sent to the terminal's clipboard by tmux"
        # tmux before 3.2 has no -w; the text then stays within tmux.
        elif _run(("tmux", "load-buffer", "-"), text):
            yield "copied to tmux's buffer"
    if _supports_osc52(text, environment):
        send(_osc52(text, environment))
        yield "sent to the terminal's clipboard (OSC 52)"
    for variable, command in _TOOLS:
        if variable and not environment.get(variable):
            continue
        if not variable and sys.platform != "darwin":
            continue
        if shutil.which(command[0]) and _run(command, text):
            yield f"copied by {command[0]}"


def _supports_osc52(text: str, environment: Mapping[str, str]) -> bool:
    term = environment.get("TERM", "")
    vte = environment.get("VTE_VERSION", "")
    lacks = (
        term.startswith(("linux", "vt", "dumb"))
        or environment.get("TERM_PROGRAM") == "Apple_Terminal"
        or (vte.isdecimal() and int(vte) < _OSC52_MIN_VTE)
    )
    return not lacks and len(text.encode("utf-8", "replace")) <= _OSC52_MAX_BYTES


def _osc52(text: str, environment: Mapping[str, str]) -> str:
    encoded = b64encode(text.encode("utf-8", "replace")).decode()
    sequence = f"\x1b]52;c;{encoded}\x07"
    if "STY" not in environment:
        return sequence
    # GNU screen forwards only short device control strings to the terminal.
    pieces = (sequence[at : at + _SCREEN_CHUNK] for at in range(0, len(sequence), _SCREEN_CHUNK))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def _run(command: tuple[str, ...], text: str) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed list of programs
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=1,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
