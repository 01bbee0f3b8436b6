"""Runs of changed cells as text for a terminal, with the least moves and changes of style."""

import re
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

_BLANKS = re.compile(" {5,}$| {11,}")
"""So many blanks take more text than erasing as many cells, and moving over them."""

_VISIBLE_ON_BLANKS = frozenset({"4", "7", "9", "21", "53"})
"""The styles that are visible on blanks: underline, reverse, strike, double underline, overline."""

_WEIGHTS = frozenset({"1", "2"})
_ENDED = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29", "38": "39", "48": "49"}
"""The ECMA-48 code that resets each attribute."""

Cell = tuple[int, int]
"""The place of a cell: its column and its row, from 0 on."""

Look = tuple[str, str]
"""The appearance of a cell: its SGR parameters since the last reset, and its link target."""

UNKNOWN = "?"
"""The unknown style of a cell or of the pen."""


class Run(NamedTuple):
    """Changed cells next to each other with one look; where they are, and how many they are.

    `certain` is False if terminals disagree on the width of the text.
    """

    x: int
    y: int
    cells: int
    text: str
    look: Look
    certain: bool = True


class Writer:
    """Writes runs as text with the least cursor moves and changes of style for their order.

    If it `erases`, blanks are sent as erased cells, which have the background of the pen.
    """

    def __init__(
        self, width: int, cursor: tuple[int, int] | None, pen: str, *, erases: bool
    ) -> None:
        self._width = width
        self._erases = erases
        self.cursor, self.pen = cursor, pen
        self.out: list[str] = []

    def write(self, run: Run) -> None:
        """Write a run."""
        self.move(run.x, run.y)
        self._set_pen(run)
        text, link = run.text, run.look[1]
        at = run.x
        if self._erases and run.certain and not link and not visible_on_blanks(self.pen):
            at = self._draw_and_erase(run)
        else:
            # Close the link at once, so that later text does not become part of it.
            mark = f"\x1b]8;id={crc32(link.encode()):x};{link}\x1b\\" if link else ""
            self.out.append(f"{mark}{text}\x1b]8;;\x1b\\" if link else text)
            at += run.cells
        # Terminals disagree on the position of the cursor at the right edge.
        self.cursor = (at, run.y) if run.certain and at < self._width else None

    def _draw_and_erase(self, run: Run) -> int:
        """Draw a run, with erased cells instead of many blanks; return the column after it."""
        start = 0
        for found in _BLANKS.finditer(run.text):
            first, last = found.span()
            self.out.append(f"{run.text[start:first]}\x1b[{last - first}X")
            if last == len(run.text):
                return run.x + run.cells - (last - first)
            self.out.append(f"\x1b[{last - first}C")
            start = last
        self.out.append(run.text[start:])
        return run.x + run.cells

    def _set_pen(self, run: Run) -> None:
        """Change the style; blanks need only a pen with the same background."""
        style, link = run.look
        if not link and run.text.isspace():
            style = _on_ground(self.pen, blank(style))
        self.out.append(change_of_pen(self.pen, style))
        self.pen = style

    def move(self, x: int, y: int) -> None:
        """Move the cursor."""
        if self.cursor != (x, y):
            self.out.append(move(self.cursor, x, y))
            self.cursor = (x, y)


@lru_cache(maxsize=4096)
def move(cursor: Cell | None, x: int, y: int) -> str:
    """Return the shortest sequence that moves the cursor from one cell to another."""
    absolute = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
    if cursor is None:
        return absolute
    right, down = x - cursor[0], y - cursor[1]
    across = ""
    if right:
        by = f"\x1b[{'' if abs(right) == 1 else abs(right)}{'C' if right > 0 else 'D'}"
        across = min(by, f"\x1b[{x + 1}G" if x else "\r", key=len)
    along = ""
    if down:
        by = f"\x1b[{'' if abs(down) == 1 else abs(down)}{'B' if down > 0 else 'A'}"
        along = min(by, f"\x1b[{y + 1}d", key=len)
    return min(along + across, absolute, key=len)


@lru_cache(maxsize=1024)
def blank(sgr: str) -> str:
    """Return the style of a blank: a background, but no colour or weight."""
    if sgr == UNKNOWN:
        return sgr
    have = _attributes(sgr)
    kept = have if have.keys() & _VISIBLE_ON_BLANKS else {"48": have["48"]} if "48" in have else {}
    return ";".join(kept.values())


@lru_cache(maxsize=1024)
def _on_ground(pen: str, ground: str) -> str:
    """Return a style for blanks that changes a pen the least."""
    if visible_on_blanks(pen) or visible_on_blanks(ground):
        return pen if pen != UNKNOWN and blank(pen) == ground else ground
    return ";".join((_attributes(pen) | {"48": ""} | _attributes(ground)).values()).strip(";")


@lru_cache(maxsize=1024)
def visible_on_blanks(sgr: str) -> bool:
    """Return whether a style shows on blanks, or may."""
    return sgr == UNKNOWN or bool(_attributes(sgr).keys() & _VISIBLE_ON_BLANKS)


@lru_cache(maxsize=4096)
def change_of_pen(pen: str, style: str) -> str:
    """Return the sequence that changes one style to another."""
    if pen == style:
        return ""
    if not style:
        return "\x1b[m"
    have, want = _attributes(pen), _attributes(style)
    gone = have.keys() - want.keys()
    # The same code resets dim and bold, so resetting one requires setting the other again.
    if pen == UNKNOWN or not gone <= _ENDED.keys() or (gone & _WEIGHTS and want.keys() & _WEIGHTS):
        return f"\x1b[0;{style}m"
    codes = [_ENDED[kind] for kind in sorted(gone)]
    codes += (code for kind, code in want.items() if have.get(kind) != code)
    return f"\x1b[{';'.join(codes)}m" if codes else ""


def _attributes(sgr: str) -> dict[str, str]:
    """Return the codes of an SGR sequence by the attribute they set."""
    found: dict[str, str] = {}
    codes = iter(sgr.split(";"))
    for code in codes:
        if code in ("38", "48"):
            kind = next(codes, "")
            rest = [next(codes, "") for _ in range(3 if kind == "2" else 1)]
            found[code] = ";".join((code, kind, *rest))
        elif len(code) > 1 and code[-2] in "39":
            found["38"] = code
        elif len(code) > 1 and (code[-2] == "4" or code.startswith("10")):
            found["48"] = code
        else:
            found[code] = code
    return found
