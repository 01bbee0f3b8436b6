"""Reduces screen updates to the cells that change.

Textual sends whole lines, each segment with its full style, which is slow over a slow connection.
As in curses, this module keeps a copy of the terminal's cells, and sends only the cells that
change, with only the changes of their style.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from rich.cells import split_graphemes

_TOKEN = re.compile(
    r"\x1b\[(?P<style>[\d;]+)m(?P<styled>[^\x1b\n]+)\x1b\[0m"
    r"|\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[(?P<sgr>[\d;]*)m"
    r"|\x1b\]8;[^;]*;(?P<link>[^\x1b\x07]*)\x1b\\"
    r"|(?P<newline>\n)"
    r"|(?P<text>[^\x1b\n]+)"
    r"|(?P<other>\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_].*?(?:\x1b\\|\x07)|.)?)",
    re.DOTALL,
)
_CLEARS = re.compile(r"\x1b\[(?:\?1049[hl]|[0-3]?J)")
_BRIDGED = 4
"""Resending up to this many unchanged cells is cheaper than moving the cursor."""

_VISIBLE_ON_BLANKS = frozenset({"4", "7", "9", "21", "53"})
"""The styles that are visible on blanks: underline, reverse, strike, double underline, overline."""

_WEIGHTS = frozenset({"1", "2"})
_ENDED = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29", "38": "39", "48": "49"}
"""The ECMA-48 code that resets each attribute."""

Look = tuple[str, str]
"""The appearance of a cell: its SGR parameters since the last reset, and its link target."""

_UNKNOWN = "?"
"""The unknown style of a cell or of the pen."""


class CellDiff:
    """A copy of the terminal's content. `rewrite` reduces an update to the changes of it.

    An update is text with cursor moves (CUP), styles (SGR) and links (OSC 8), in which every
    style starts with a reset. Other sequences are passed on unchanged.
    """

    def __init__(self, width: int, height: int) -> None:
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Change the size; the content is then unknown."""
        self._width, self._height = width, height
        self.forget()

    def forget(self) -> None:
        """Treat the content of the terminal as unknown."""
        self._cells: list[list[str]] = [["\0"] * self._width for _ in range(self._height)]
        self._looks: list[list[Look]] = [
            [(_UNKNOWN, "")] * self._width for _ in range(self._height)
        ]
        self._cursor: tuple[int, int] | None = None
        self._pen = _UNKNOWN

    def rewrite(self, update: str) -> str:
        """Return the text to send instead of an update."""
        out: list[str] = []
        x = y = 0
        sgr = link = ""
        placed = False
        for found in _TOKEN.finditer(update):
            kind = found.lastgroup
            placed = kind == "column"
            if kind == "styled":
                x = self._text(found["styled"], x, y, (_joined(sgr, found["style"]), link), out)
                sgr = ""
            elif kind == "text":
                x = self._text(found["text"], x, y, (sgr, link), out)
            elif kind == "sgr":
                sgr = _joined(sgr, found["sgr"])
            elif kind == "column":
                y, x = int(found["row"]) - 1, int(found["column"]) - 1
            elif kind == "link":
                link = found["link"]
            elif kind == "newline":
                y += 1
            else:
                self._pass_on(found["other"], out)
        if placed:
            self._move(x, y, out)
        return "".join(out)

    def _pass_on(self, sequence: str, out: list[str]) -> None:
        if _CLEARS.match(sequence):
            self.forget()
        self._cursor, self._pen = None, _UNKNOWN
        out.append(sequence)

    def _text(self, text: str, x: int, y: int, look: Look, out: list[str]) -> int:
        """Send the changed cells of a text at a position; return the column after the text."""
        cells = list(text) if text.isascii() else list(_cells(text))
        end = min(x + len(cells), self._width)
        if not 0 <= y < self._height or x >= end:
            return x + len(cells)
        new = cells[: end - x]
        row, looks = self._cells[y], self._looks[y]
        if not text.isascii() and any(len(cell) > 1 for cell in new):
            # Terminals disagree on the width of such characters: send everything, and treat these
            # cells and the position of the cursor as unknown afterwards.
            self._move(x, y, out)
            self._draw("".join(new), look, out)
            self._cursor = None
            row[x:end] = ["\0"] * (end - x)
            return x + len(cells)
        blank = (_blank(look[0]), look[1])
        new_looks = [blank if cell == " " else look for cell in new]
        if row[x:end] != new or looks[x:end] != new_looks:
            for first, last in self._changes(new, new_looks, x, y):
                self._move(x + first, y, out)
                self._draw("".join(new[first:last]), look, out)
                # Terminals disagree on the position of the cursor at the right edge.
                self._cursor = (x + last, y) if x + last < self._width else None
            row[x:end] = new
            looks[x:end] = new_looks
        return x + len(cells)

    def _draw(self, text: str, look: Look, out: list[str]) -> None:
        """Send characters; blanks need only a pen with the same background."""
        style, link = look
        if not link and text.isspace():
            style = _blank(style)
            if _blank(self._pen) == style:
                style = self._pen
        out.append(_change(self._pen, style))
        self._pen = style
        # Close the link at once, so that later text does not become part of it.
        mark = f"\x1b]8;id={crc32(link.encode()):x};{link}\x1b\\" if link else ""
        out.append(f"{mark}{text}\x1b]8;;\x1b\\" if link else text)

    def _changes(
        self, new: list[str], new_looks: list[Look], x: int, y: int
    ) -> Iterator[tuple[int, int]]:
        """Yield runs of changed cells; merge nearby runs, and never split a wide character."""
        row, looks = self._cells[y], self._looks[y]
        changed = [
            at
            for at, (cell, look) in enumerate(zip(new, new_looks, strict=True))
            if row[x + at] != cell or looks[x + at] != look or not cell or not row[x + at]
        ]
        if not changed:
            return
        first = changed[0]
        for at, following in pairwise([*changed, len(new) + _BRIDGED + 2]):
            if following - at > _BRIDGED + 1:
                end = at + 1
                while first and not new[first]:
                    first -= 1
                while end < len(new) and not new[end]:
                    end += 1
                yield first, end
                first = following

    def _move(self, x: int, y: int, out: list[str]) -> None:
        if self._cursor == (x, y):
            return
        if self._cursor is not None and self._cursor[1] == y and x > self._cursor[0]:
            out.append(f"\x1b[{x - self._cursor[0]}C")
        else:
            out.append(f"\x1b[{y + 1};{x + 1}H")
        self._cursor = (x, y)


@lru_cache(maxsize=1024)
def _blank(sgr: str) -> str:
    """Return the style of a blank: a background, but no colour or weight."""
    if sgr == _UNKNOWN:
        return sgr
    have = _attributes(sgr)
    kept = have if have.keys() & _VISIBLE_ON_BLANKS else {"48": have["48"]} if "48" in have else {}
    return ";".join(kept.values())


def _joined(sgr: str, more: str) -> str:
    if more in ("", "0"):
        return ""
    return f"{sgr};{more}" if sgr else more


@lru_cache(maxsize=1024)  # each of up to a kilobyte or two; a screen has about a hundred
def _cells(text: str) -> tuple[str, ...]:
    """Return the text cell by cell; the second cell of a wide character is empty.

    Cells are counted as Textual does; zero-width characters join the next character.
    """
    cells: list[str] = []
    waiting = ""
    for start, end, width in split_graphemes(text)[0]:
        waiting += text[start:end]
        if width:
            cells += [waiting] + [""] * (width - 1)
            waiting = ""
    return tuple(cells)


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
    if pen == _UNKNOWN or not gone <= _ENDED.keys() or (gone & _WEIGHTS and want.keys() & _WEIGHTS):
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
