"""Print lines with marks on the words that were removed or added."""

import os
import sys
from collections.abc import Iterable

from kursk_tui.diffing.words import Piece
from kursk_tui.platform.terminal import detect
from kursk_tui.text.sanitize import visible

_MARKS = {"removed": ("9", "31"), "added": ("4", "32")}
"""Struck through and red, underlined and green, as parameters of SGR."""


def print_marked(lines: Iterable[Iterable[Piece]]) -> None:
    """Print lines for people; on a terminal, removed and added words are marked.

    NO_COLOR takes the colours away; the words are still struck through or underlined.
    """
    terminal = detect(os.environ, interactive=sys.stdout.isatty())
    for line in lines:
        shown = (
            _marked(piece, coloured=terminal.colours != "none")
            if terminal.drawable
            else visible(piece.text)
            for piece in line
        )
        sys.stdout.write("".join((*shown, "\n")))


def _marked(piece: Piece, *, coloured: bool) -> str:
    text = visible(piece.text)
    words = text.strip(" ")
    if piece.kind == "same" or not words:
        return text
    style, colour = _MARKS[piece.kind]
    before, _, after = text.partition(words)
    start = f"\x1b[{style};{colour}m" if coloured else f"\x1b[{style}m"
    return f"{before}{start}{words}\x1b[m{after}"
