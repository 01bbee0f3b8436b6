"""Print lines with marks on the words that were removed or added."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kursk_tui.cli.output import print_lines
from kursk_tui.diffing.words import Piece
from kursk_tui.platform.screen_size import screen_size
from kursk_tui.platform.terminal import detect
from kursk_tui.text.cells import width_in_cells
from kursk_tui.text.sanitize import visible

_CHUNK = re.compile(r" +|[^ ]+")

_Style = dict[str, str]
"""The parameters of SGR for each kind of words."""

_PLAIN: _Style = {"removed": "9", "added": "4"}
"""Struck through, underlined."""

_COLOURED: _Style = {"removed": "9;31", "added": "4;32"}
"""Also red, green."""


def print_marked(lines: Iterable[Sequence[Piece]]) -> None:
    """Print lines for people; on a terminal they are wrapped, and changed words are marked.

    NO_COLOR takes the colours away; the words are still struck through or underlined.
    """
    style = _style() if sys.stdout.isatty() else None
    if style is None:
        print_lines("".join(piece.text for piece in line) for line in lines)
        return
    width = screen_size()[0]
    for line in lines:
        for pieces in _wrapped(line, width):
            parts = (
                _marked(kind, "".join(piece.text for piece in part), style)
                for kind, part in groupby(pieces, key=lambda piece: piece.kind)
            )
            sys.stdout.write("".join((*parts, "\n")))


def _wrapped(line: Sequence[Piece], width: int) -> Iterator[list[Piece]]:
    """Yield the lines, broken at blanks; the others begin two columns after the first."""
    first = line[0].text
    indent = " " * (len(first) - len(first.lstrip(" ")) + 2)
    row: list[Piece] = []
    used = 0
    for piece in line:
        for chunk in _CHUNK.findall(visible(piece.text)):
            cells = width_in_cells(chunk)
            if used + cells > width and used > len(indent) and chunk[0] != " ":
                yield row
                row, used = [Piece("same", indent)], len(indent)
            row.append(Piece(piece.kind, chunk))
            used += cells
    yield row


def _style() -> _Style | None:
    """Return how to mark words on this terminal; None if it can't."""
    terminal = detect(os.environ, interactive=True)
    if not terminal.drawable:
        return None
    return _PLAIN if terminal.colours == "none" else _COLOURED


def _marked(kind: str, text: str, style: _Style) -> str:
    words = text.strip(" ")
    if kind not in style or not words:
        return text
    before, _, after = text.partition(words)
    return f"{before}\x1b[{style[kind]}m{words}\x1b[m{after}"
