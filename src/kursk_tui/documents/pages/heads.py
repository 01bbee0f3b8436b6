"""Running heads and page numbers: lines at the edge of pages that repeat at the same height."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from kursk_tui.documents.pages.lines import Line

_EDGE_ROWS = 3
"""Heads are among this many rows at the top and at the bottom of a page."""

_BESIDE = 3
"""Words less than this far apart, in sizes, are in one line: a word alone is not a head."""

_MANY = 8
"""A head with this many numbers may have one that differs, such as a code of the printer."""

_HEIGHT = 3
"""Heads of different pages stand at most about this far apart, in points."""

_FAR = 1.8
"""A page number alone is at least this far from the text, in sizes."""

_FEW = 3
_NEAR = 20
"""How many pages apart heads with more than a few numbers may be, if their numbers differ."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—\[(|]?\s*(?:page\s+|p\.\s*)?(?:\d{1,6}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—\])|]?",
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
    edges = [_edges(lines) for lines in pages]
    seen = _Seen()
    for page, rows in enumerate(edges):
        for line, _ in rows:
            seen.add(line, page)
    cleared: list[list[Line]] = []
    heads: set[tuple[int, int]] = set()
    numbers = 0
    for page, (lines, rows) in enumerate(zip(pages, edges, strict=True)):
        alone = _outermost(lines)
        gone: set[int] = set()
        for line, parts in rows:
            if not (seen.elsewhere(line, page) or alone(line)):
                continue
            gone.update(parts)
            if _NUMBER.fullmatch(line.text.strip()):
                numbers += 1
            else:
                heads.add((page, round(line.base)))
        cleared.append([line for nth, line in enumerate(lines) if nth not in gone])
    if not any(cleared):
        return Cleared([[*lines] for lines in pages], 0, 0)  # all of the text repeats
    return Cleared(cleared, len(heads), numbers)


def _edges(lines: Sequence[Line]) -> list[tuple[Line, list[int]]]:
    """Return the outermost rows of a page, each with the numbers of the lines that it joins."""
    heights = sorted({round(line.base) for line in lines})
    outer = {*heights[:_EDGE_ROWS], *heights[-_EDGE_ROWS:]}
    places = [nth for nth, line in enumerate(lines) if round(line.base) in outer]
    places.sort(key=lambda nth: (round(lines[nth].base), lines[nth].left))
    rows: list[tuple[Line, list[int]]] = []
    for nth in places:
        line = lines[nth]
        last = rows[-1][0] if rows else line
        beside = line.left - last.right < _BESIDE * line.size
        if rows and round(last.base) == round(line.base) and beside:
            rows[-1] = last.joined(line, " "), [*rows[-1][1], nth]
        else:
            rows.append((line, [nth]))
    return rows


_Numbers = tuple[tuple[str, int], ...]
_Form = tuple[str, tuple[str | int, ...]]
"""The pattern of a line and its numbers, as they are written or less the number of the page."""


@dataclass(slots=True)
class _Seen:
    """The pages on which lines of a form stand at a height, and the numbers of each page's lines.

    Numbers may differ only as the numbers of pages do; others may be figures.
    """

    pages: defaultdict[tuple[_Form, int], set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )
    numbers: defaultdict[tuple[str, int, int], set[_Numbers]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def add(self, line: Line, page: int) -> None:
        """Note that a page has a line."""
        for form in _forms(line, page):
            self.pages[form, _height(line)].add(page)
        self.numbers[_pattern(line), _height(line), page].add(_numbers(line, page))

    def elsewhere(self, line: Line, page: int) -> bool:
        """Return whether another page has this line at the same height."""
        heights = range(_height(line) - 1, _height(line) + 2)
        here = {page}
        forms = _forms(line, page)
        if any(self.pages.get((form, near), here) != here for near in heights for form in forms):
            return True
        pattern, numbers = _pattern(line), _numbers(line, page)
        if len(numbers) <= _FEW:
            return False  # the forms cover every way to agree
        return any(
            _agree(numbers, others)
            for near in heights
            for other in range(page - _NEAR, page + _NEAR + 1)
            if other != page
            for others in self.numbers.get((pattern, near, other), ())
        )


def _forms(line: Line, page: int) -> tuple[_Form, ...]:
    """Return the forms of a line; lines that have one in common agree."""
    pattern = _pattern(line)
    if pattern == "#":
        return ((pattern, ()),)
    numbers = _numbers(line, page)
    # Each number as it is written or less the page; with many, all of them in the same way.
    if len(numbers) <= _FEW:
        choices: tuple[tuple[str | int, ...], ...] = numbers
        return tuple((pattern, form) for form in product(*choices))
    written, places = zip(*numbers, strict=True)
    return (pattern, written), (pattern, places)


def _pattern(line: Line) -> str:
    """Return a line without its numbers; all lines that are a page number alone are alike."""
    text = line.text.strip()
    return "#" if _NUMBER.fullmatch(text) else _DIGITS.sub("#", text).casefold()


def _numbers(line: Line, page: int) -> _Numbers:
    """Return the numbers of a line, each as it is written and less the number of its page."""
    return tuple((one, int(one[:9]) - page) for one in _DIGITS.findall(line.text))


def _height(line: Line) -> int:
    return round(line.base / _HEIGHT)


def _agree(numbers: _Numbers, others: _Numbers) -> bool:
    """Return whether numbers are the same, or count pages; one in many may be of the printer."""
    differing = sum(
        one != other and place != another
        for (one, place), (other, another) in zip(numbers, others, strict=True)
    )
    return differing * _MANY <= len(numbers)


def _outermost(lines: Sequence[Line]) -> Callable[[Line], bool]:
    """Return a function that checks whether a line is a number far above or below all others."""
    heights = sorted(line.base for line in lines)

    def alone(line: Line) -> bool:
        if len(heights) < 2 or not _NUMBER.fullmatch(line.text.strip()):
            return False
        room = _FAR * line.size
        lowest = line.base == heights[0] and heights[1] > line.base + room
        return lowest or (line.base == heights[-1] and heights[-2] < line.base - room)

    return alone
