"""Reduces screen updates to the cells that change.

Textual sends whole lines, each segment with its full style, which is slow over a slow connection.
As in curses, this module keeps a copy of the terminal's cells, and sends only the cells that
change, with only the changes of their style.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from rich.cells import split_graphemes

from kursk_tui.ui.terminal.cell_runs import (
    UNKNOWN,
    Look,
    Run,
    Writer,
    blank,
)
from kursk_tui.ui.terminal.run_order import by_style, can_be_sorted

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
_FEW = 200
"""Up to this many runs, it is worthwhile to look for an order with fewer changes of style."""

_BRIDGED = 4
"""Resending up to this many unchanged cells is cheaper than moving the cursor."""


class CellDiff:
    """A copy of the terminal's content. `rewrite` reduces an update to the changes of it.

    An update is text with cursor moves (CUP), styles (SGR) and links (OSC 8), in which every
    style starts with a reset. Other sequences are passed on unchanged. `erases` is set for a
    terminal whose erased cells have the current background.
    """

    def __init__(self, width: int, height: int, *, erases: bool = False) -> None:
        self._erases = erases
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Change the size; the content is then unknown."""
        self._width, self._height = width, height
        self.forget()

    def forget(self) -> None:
        """Treat the content of the terminal as unknown."""
        self._cells: list[list[str]] = [["\0"] * self._width for _ in range(self._height)]
        self._looks: list[list[Look]] = [[(UNKNOWN, "")] * self._width for _ in range(self._height)]
        self._cursor: tuple[int, int] | None = None
        self._pen = UNKNOWN

    def rewrite(self, update: str) -> str:
        """Return the text to send instead of an update."""
        out: list[str] = []
        runs: list[Run] = []
        x = y = 0
        sgr = link = ""
        placed = False
        for found in _TOKEN.finditer(update):
            kind = found.lastgroup
            placed = kind == "column"
            if kind == "styled":
                x = self._text(found["styled"], x, y, (_joined(sgr, found["style"]), link), runs)
                sgr = ""
            elif kind == "text":
                x = self._text(found["text"], x, y, (sgr, link), runs)
            elif kind == "sgr":
                sgr = _joined(sgr, found["sgr"])
            elif kind == "column":
                y, x = int(found["row"]) - 1, int(found["column"]) - 1
            elif kind == "link":
                link = found["link"]
            elif kind == "newline":
                y += 1
            else:
                self._write(runs, out)
                self._pass_on(found["other"], out)
        self._write(runs, out, (x, y) if placed else None)
        return "".join(out)

    def _pass_on(self, sequence: str, out: list[str]) -> None:
        if _CLEARS.match(sequence):
            self.forget()
        self._cursor, self._pen = None, UNKNOWN
        out.append(sequence)

    def _write(self, runs: list[Run], out: list[str], last: tuple[int, int] | None = None) -> None:
        """Write runs in the order that takes less text, move the cursor to `last`; clear them."""
        written = self._written(runs, last)
        if 2 < len(runs) <= _FEW and can_be_sorted(runs):
            sorted_ = self._written(by_style(runs, self._pen, erases=self._erases), last)
            written = min((written, sorted_), key=lambda one: sum(map(len, one.out)))
        out += written.out
        self._cursor, self._pen = written.cursor, written.pen
        runs.clear()

    def _written(self, runs: Iterable[Run], last: tuple[int, int] | None) -> Writer:
        writer = Writer(self._width, self._cursor, self._pen, erases=self._erases)
        for run in runs:
            writer.write(run)
        if last is not None:
            writer.move(*last)
        return writer

    def _text(self, text: str, x: int, y: int, look: Look, runs: list[Run]) -> int:
        """Add the changed cells of a text at a position; return the column after the text."""
        cells = list(text) if text.isascii() else list(_cells(text))
        end = min(x + len(cells), self._width)
        if not 0 <= y < self._height or x >= end:
            return x + len(cells)
        new = cells[: end - x]
        row, looks = self._cells[y], self._looks[y]
        if not text.isascii() and any(len(cell) > 1 for cell in new):
            # Terminals disagree on the width of such characters: send everything, and treat these
            # cells and the position of the cursor as unknown afterwards.
            runs.append(Run(x, y, end - x, "".join(new), look, certain=False))
            row[x:end] = ["\0"] * (end - x)
            return x + len(cells)
        of_blanks = (blank(look[0]), look[1])
        new_looks = [of_blanks if cell == " " else look for cell in new]
        if row[x:end] != new or looks[x:end] != new_looks:
            for first, last in self._changes(new, new_looks, x, y):
                changed = "".join(new[first:last])
                runs.append(Run(x + first, y, last - first, changed, look))
            row[x:end] = new
            looks[x:end] = new_looks
        return x + len(cells)

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
