"""Runs of changed cells as text for a terminal, with the least moves and changes of style."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

_BLANKS = re.compile(" {6,}$| {13,}")
"""So many blanks take more text than erasing as many cells, and moving over them."""

_VISIBLE_ON_BLANKS = frozenset({"4", "7", "9", "21", "53"})
"""The styles that are visible on blanks: underline, reverse, strike, double underline, overline."""

_WEIGHTS = frozenset({"1", "2"})
_ENDED = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29", "38": "39", "48": "49"}
"""The ECMA-48 code that resets each attribute."""

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
        if self._erases and run.certain and not link and not _visible_on_blanks(self.pen):
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
            style = blank(style)
            if blank(self.pen) == style:
                style = self.pen
        self.out.append(_change(self.pen, style))
        self.pen = style

    def move(self, x: int, y: int) -> None:
        """Move the cursor."""
        if self.cursor == (x, y):
            return
        if self.cursor is not None and self.cursor[1] == y and x > self.cursor[0]:
            self.out.append(f"\x1b[{x - self.cursor[0]}C")
        else:
            self.out.append(f"\x1b[{y + 1};{x + 1}H")
        self.cursor = (x, y)


def can_be_sorted(runs: Iterable[Run]) -> bool:
    """Return whether the order of runs does not matter: none covers cells of another."""
    places = sorted(run[:3] for run in runs if run.certain)
    places.sort(key=lambda one: (one[1], one[0]))
    apart = all(
        (x + cells, y) <= (next_x, y) or next_y > y
        for (x, y, cells), (next_x, next_y, _) in pairwise(places)
    )
    return apart and all(run.certain for run in runs)


def by_style(runs: Sequence[Run]) -> list[Run]:
    """Return runs with one style after another, and with one background after another."""
    grounds: dict[str, int] = {}
    looks: dict[Look, int] = {}
    keys: list[tuple[int, int]] = []
    for at, run in enumerate(runs):
        ground = grounds.setdefault(blank(run.look[0]), len(grounds))
        key = ground, looks.setdefault(run.look, len(looks))
        before = runs[at - 1] if at else run
        follows = (before.x + before.cells, before.y) == (run.x, run.y)
        if follows and run.text.isspace() and keys[-1][0] == ground:
            key = keys[-1]  # blanks after a text need no other pen
        keys.append(key)
    return [runs[at] for at in sorted(range(len(runs)), key=keys.__getitem__)]


@lru_cache(maxsize=1024)
def blank(sgr: str) -> str:
    """Return the style of a blank: a background, but no colour or weight."""
    if sgr == UNKNOWN:
        return sgr
    have = _attributes(sgr)
    kept = have if have.keys() & _VISIBLE_ON_BLANKS else {"48": have["48"]} if "48" in have else {}
    return ";".join(kept.values())


@lru_cache(maxsize=1024)
def _visible_on_blanks(sgr: str) -> bool:
    return sgr == UNKNOWN or bool(_attributes(sgr).keys() & _VISIBLE_ON_BLANKS)


@lru_cache(maxsize=4096)
def _change(pen: str, style: str) -> str:
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
