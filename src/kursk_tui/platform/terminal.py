"""What the terminal can do, decided before anything is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Colours = Literal["none", "few", "256", "true"]
"""No colours, fewer than 256, 256, or 24 bits."""

_WITHOUT_OSC = ("linux", "vt", "screen", "ansi", "cons", "sun")
"""Beginnings of TERM where an operating system command (OSC) may end up on the screen."""

_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself puts into LC_CTYPE where the locale is not installed (PEP 538)."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Whether a screen can be drawn, in which colours, and with which characters.

    `ascii` tells that its locale names an encoding other than UTF-8; `hyperlinks`, that OSC 8 is
    understood or ignored.
    """

    drawable: bool
    colours: Colours
    ascii: bool
    hyperlinks: bool


def describe(environment: Mapping[str, str], *, interactive: bool) -> Terminal:
    """Return what a terminal can do, as its environment says.

    `interactive` tells whether the standard streams are a terminal. NO_COLOR is honoured as
    https://no-color.org asks: present and not empty.
    """
    term = environment.get("TERM", "")
    in_screen = "STY" in environment or (term.startswith("screen") and "TMUX" not in environment)
    return Terminal(
        drawable=interactive and term not in ("", "dumb", "unknown"),
        colours=_colours(environment, term),
        ascii=_has_other_encoding(environment),
        hyperlinks=not in_screen and not term.startswith(_WITHOUT_OSC),
    )


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


def _has_other_encoding(environment: Mapping[str, str]) -> bool:
    """Return whether the locale names an encoding that is not UTF-8.

    One that names none, as in a container or a bare SSH session, says nothing of the terminal.
    """
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if names[1] in _COERCED:
        names[1] = ""
    locale = next(filter(None, names), "")
    encoding = locale.partition("@")[0].partition(".")[2]
    return bool(encoding) and encoding.lower().replace("-", "") != "utf8"
