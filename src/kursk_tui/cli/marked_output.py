"""Print lines with marks on the words that were removed or added."""

import os
import sys
from collections.abc import Iterable
from typing import Literal

from kursk_tui.diffing.words import Piece
from kursk_tui.platform.terminal import detect
from kursk_tui.text.sanitize import visible

_Style = dict[Literal["removed", "added"], str]
"""The parameters of SGR for each kind of words."""

_PLAIN: _Style = {"removed": "9", "added": "4"}
"""Struck through, underlined."""

_COLOURED: _Style = {"removed": "9;31", "added": "4;32"}
"""Also red, green."""


def print_marked(lines: Iterable[Iterable[Piece]]) -> None:
    """Print lines for people; on a terminal, removed and added words are marked.

    NO_COLOR takes the colours away; the words are still struck through or underlined.
    """
    style = _style() if sys.stdout.isatty() else None
    for line in lines:
        shown = (_marked(piece, style) if style else visible(piece.text) for piece in line)
        sys.stdout.write("".join((*shown, "\n")))


def _style() -> _Style | None:
    """Return how to mark words on this terminal; None if it can't."""
    terminal = detect(os.environ, interactive=True)
    if not terminal.drawable:
        return None
    return _PLAIN if terminal.colours == "none" else _COLOURED


def _marked(piece: Piece, style: _Style) -> str:
    text = visible(piece.text)
    words = text.strip(" ")
    if piece.kind == "same" or not words:
        return text
    before, _, after = text.partition(words)
    return f"{before}\x1b[{style[piece.kind]}m{words}\x1b[m{after}"
