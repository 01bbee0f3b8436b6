"""Running heads and page numbers: lines at the edge of pages that repeat at the same height."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursk_tui.documents.pages.lines import Line

_EDGE_ROWS = 3
"""Heads are among this many rows at the top and at the bottom of a page."""

_HEIGHT = 3
"""Heads of different pages stand at most this far apart, in points."""

_FAR = 1.8
"""A page number alone is at least this far from the text, in sizes."""

_DIGITS = re.compile(r"\d+|(?<![^\W\d_])[ivxlc]+(?![^\W\d_])", re.IGNORECASE)
_NUMBER = re.compile(
    r"[-–—\[(|]?\s*(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—\])|]?",
    re.IGNORECASE,
)


class Cleared(NamedTuple):
    """The lines of each page without heads and page numbers, and how many were left out.

    `heads` counts rows; a row can have several lines.
    """

    pages: list[list[Line]]
    heads: int
    numbers: int


def without_heads(pages: Sequence[Sequence[Line]]) -> Cleared:
    """Return the lines of each page without those that repeat, and page numbers."""
    edges = [dict(_edges(lines)) for lines in pages]
    seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for line in rows.values():
            seen[_pattern(line)].append((line.base, page))
    cleared: list[list[Line]] = []
    heads: set[tuple[int, int]] = set()
    numbers = 0
    for page, (lines, rows) in enumerate(zip(pages, edges, strict=True)):
        kept = []
        for nth, line in enumerate(lines):
            repeats = nth in rows and _repeats(line, page, seen[_pattern(line)])
            if repeats or (nth in rows and _stands_alone(line, lines)):
                if _NUMBER.fullmatch(line.text.strip()):
                    numbers += 1
                else:
                    heads.add((page, round(line.base)))
            else:
                kept.append(line)
        cleared.append(kept)
    return Cleared(cleared, len(heads), numbers)


def _edges(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """Yield the lines of the outermost rows of a page, with their numbers."""
    heights = sorted({round(line.base) for line in lines})
    outer = {*heights[:_EDGE_ROWS], *heights[-_EDGE_ROWS:]}
    for nth, line in enumerate(lines):
        if round(line.base) in outer:
            yield nth, line


def _pattern(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip()).casefold()


def _repeats(line: Line, page: int, places: Sequence[tuple[float, int]]) -> bool:
    return any(other != page and abs(height - line.base) <= _HEIGHT for height, other in places)


def _stands_alone(line: Line, lines: Sequence[Line]) -> bool:
    """Return whether a line is a number far above or far below all others."""
    if not _NUMBER.fullmatch(line.text.strip()):
        return False
    room = _FAR * line.size
    others = [other.base for other in lines if other is not line]
    return bool(others) and (
        all(height < line.base - room for height in others)
        or all(height > line.base + room for height in others)
    )
