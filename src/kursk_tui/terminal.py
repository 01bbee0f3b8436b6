"""What the terminal can do, decided before anything is drawn. The standard library alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Colours = Literal["none", "few", "256", "true"]
"""No colours, fewer than 256, 256, or 24 bits."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Whether a screen can be drawn, and in which colours."""

    drawable: bool
    colours: Colours


def describe(environment: Mapping[str, str], *, interactive: bool) -> Terminal:
    """Return what a terminal can do, as its environment says.

    `interactive` tells whether the standard streams are a terminal. NO_COLOR is honoured as
    https://no-color.org asks: present and not empty.
    """
    term = environment.get("TERM", "")
    return Terminal(
        drawable=interactive and term not in ("", "dumb", "unknown"),
        colours=_colours(environment, term),
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
