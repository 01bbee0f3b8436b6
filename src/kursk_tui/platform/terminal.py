"""Detect the capabilities of the terminal, before anything is drawn."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kursk_tui.platform.streams import has_other_encoding, named_encoding

Colours = Literal["none", "few", "256", "true"]
"""No colours, fewer than 256, 256, or 24-bit colour."""

_WITHOUT_OSC = ("linux", "vt", "screen", "ansi", "cons", "sun")
"""Prefixes of TERM for terminals that may print an operating system command (OSC) as text."""


_ERASE_IN_COLOUR = (
    "xterm",
    "linux",
    "rxvt",
    "alacritty",
    "foot",
    "konsole",
    "putty",
    "vte",
    "gnome",
)
"""Prefixes of TERM for terminals whose erased cells have the current background (bce)."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """The capabilities of a terminal.

    `drawable` is whether a full-screen program can run in it; `ascii`, whether its locale names an
    encoding other than UTF-8; `hyperlinks`, whether it supports OSC 8, or at least ignores it.
    """

    drawable: bool
    colours: Colours
    ascii: bool
    hyperlinks: bool


def detect(environment: Mapping[str, str], *, interactive: bool) -> Terminal:
    """Return the capabilities of the terminal that the environment variables describe.

    `interactive` is whether the standard streams are a terminal. NO_COLOR disables colours if it
    is present and not empty (https://no-color.org).
    """
    term = environment.get("TERM", "")
    in_screen = "STY" in environment or (term.startswith("screen") and "TMUX" not in environment)
    return Terminal(
        drawable=interactive and term not in ("", "dumb", "unknown"),
        colours=_colours(environment, term),
        ascii=has_other_encoding(environment),
        hyperlinks=not in_screen and not term.startswith(_WITHOUT_OSC),
    )


def erases_in_colour(environment: Mapping[str, str]) -> bool:
    """Return whether erased cells have the current background, as far as TERM shows."""
    return environment.get("TERM", "").startswith(_ERASE_IN_COLOUR)


def _colours(environment: Mapping[str, str], term: str) -> Colours:
    if environment.get("NO_COLOR"):
        return "none"
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "true"
    if "256color" in term or "direct" in term:
        return "256"
    count = _terminfo_colours(term)
    if count >= 256:
        return "256"
    return "few" if count >= 8 else "none"


def _terminfo_colours(term: str) -> int:
    import curses

    try:
        curses.setupterm(term)
    except curses.error:
        return 8
    return curses.tigetnum("colors")


_SAMPLE = bytes(range(128)) + b"\x1b$B\\x41+AGE-xn--4ca.xn--4ca"
"""Keys and sequences in ASCII, which every encoding of a terminal contains."""


def input_encoding(environment: Mapping[str, str]) -> str:
    """Return the encoding of the keys that the terminal sends, as Python names it.

    The locale may name an encoding that is not installed on this system, for example over SSH. An
    encoding that is unknown, or does not contain ASCII, counts as UTF-8.
    """
    import locale

    for name in (named_encoding(environment), locale.getencoding()):
        if name and _contains_ascii(name):
            # A system without the locale reports ASCII, but the keyboard may have more letters.
            return "utf-8" if codecs.lookup(name).name == "ascii" else name
    return "utf-8"


def _contains_ascii(encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)
        return _SAMPLE.decode(encoding) == _SAMPLE.decode("ascii")
    except (LookupError, ValueError):
        return False
