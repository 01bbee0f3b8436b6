"""Copying to the reader's clipboard, by the first way that this terminal offers."""

import os
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from kursk_tui.platform.files import write_private

LAST_YANK = "last-yank"
"""The file, in the state folder, that always holds what was copied last."""

_MOST_BYTES = 74_000
"""The largest text sent by OSC 52: several terminals take no more than 100,000 characters."""

_FIRST_VTE = 7600
"""The VTE version, 0.76, that first took OSC 52; GNOME Terminal and others rest on it."""

_SCREEN_CHUNK = 600
"""GNU screen passes on strings of at most 768 bytes."""

_TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
)
"""Local clipboard tools, each with the variable without which it has nothing to talk to."""

Write = Callable[[str], None]
"""Sends characters to the terminal."""


def copy(
    text: str, send: Write, *, folder: Path | None, environment: Mapping[str, str] = os.environ
) -> str:
    """Copy a text, keep it in the state folder as well, and say which way was taken.

    The ways, in this order: tmux's own buffer, which it passes on to the terminal; the terminal
    (OSC 52), if it is not known to lack that and the text is not too long; a local tool.
    """
    kept = False
    if folder is not None:
        with suppress(OSError):
            write_private(folder / LAST_YANK, text)
            kept = True
    route = next(filter(None, _routes(text, send, environment)), None)
    if route is not None:
        return f"copied by {route}"
    return "no clipboard; kept in the file last-yank" if kept else "not copied: no clipboard here"


def _routes(text: str, send: Write, environment: Mapping[str, str]) -> Iterator[str | None]:
    if environment.get("TMUX"):
        yield "tmux" if _run(("tmux", "load-buffer", "-w", "-"), text) else None
        # Before tmux 3.2 there was no -w: the text stays within tmux.
        yield "tmux's buffer" if _run(("tmux", "load-buffer", "-"), text) else None
    if _takes_osc52(text, environment):
        send(_osc52(text, environment))
        yield "the terminal (OSC 52)"
    for variable, command in _TOOLS:
        if variable and not environment.get(variable):
            continue
        if not variable and sys.platform != "darwin":
            continue
        if shutil.which(command[0]) and _run(command, text):
            yield command[0]


def _takes_osc52(text: str, environment: Mapping[str, str]) -> bool:
    term = environment.get("TERM", "")
    vte = environment.get("VTE_VERSION", "")
    lacks = (
        term.startswith(("linux", "vt", "dumb"))
        or environment.get("TERM_PROGRAM") == "Apple_Terminal"
        or (vte.isdecimal() and int(vte) < _FIRST_VTE)
    )
    return not lacks and len(text.encode("utf-8", "replace")) <= _MOST_BYTES


def _osc52(text: str, environment: Mapping[str, str]) -> str:
    encoded = b64encode(text.encode("utf-8", "replace")).decode()
    sequence = f"\x1b]52;c;{encoded}\x07"
    if "STY" not in environment:
        return sequence
    # GNU screen passes device control strings through to the terminal, in pieces.
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
