"""From lines to paragraphs: where one ends, and how words cut at the end of a line are joined."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from kursk_tui.documents.pages.columns import Column
from kursk_tui.documents.pages.glyphs import HYPHEN
from kursk_tui.documents.pages.lines import Line
from kursk_tui.english.number_words import FRACTIONS, SCALES, WORDS

_SIZE = 0.06
"""Text whose sizes differ by a greater share is of different paragraphs."""

_APART = 1.3
"""Lines of a paragraph are at most this many times as far apart as most lines."""

_INDENT = 0.7
_BLANK = 0.25
"""The width of a blank, in sizes."""

_SHORT = 0.15
"""A line that ends this share of the column before its edge is short."""

_DIVIDED = 0.04
"""If more lines than this share end in a hyphen, the hyphens divide words that have none."""

_LONGEST_WORD = 60
_NUMBER_WORDS = WORDS | SCALES.keys() | FRACTIONS.keys()

_ENDS = re.compile(r"[.!?…:]['’\"”)\]»]*$")
_BULLET = re.compile(r"[•‣▪◦]\s*\S")
_ITEM = re.compile(r"(?:[-*·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
"""How an item of a list begins, but also a line within a sentence: "on May⏎26. Then"."""

_DASH_END = re.compile(r"\w[-‐‑–—@]$|/$")
_CUT = re.compile(rf"(\w+)[{HYPHEN}‐-]$")
_NEXT = re.compile(r"\w+")
_HYPHENATED = re.compile(r"\w+(?:[-‐‑]\w+)+")


def paragraphs(pages: Sequence[Sequence[Column]]) -> list[str]:
    """Return the paragraphs of all pages, each as one line."""
    columns = [column for page in pages for column in page if column]
    words = _Words([line.text for column in columns for line in column])
    return [text for lines in _paragraphs(columns) if (text := words.joined(lines).strip())]


def _paragraphs(columns: Sequence[Column]) -> Iterator[list[Line]]:
    leading = _leading(columns)
    current: list[Line] = []
    edge = 0.0
    for column in columns:
        before, edge = edge, _edge(column, columns)
        left = min(line.left for line in column)
        for nth, line in enumerate(column):
            if not current:
                breaks = False
            elif nth:
                breaks = _breaks(current[-1], line, edge, edge - left, leading)
            else:
                breaks = _breaks_over(current[-1], line, before, left)
            if breaks:
                yield current
                current = []
            current.append(line)
    if current:
        yield current


def _edge(column: Column, columns: Sequence[Column]) -> float:
    """Return the right end of a column; one line alone shows it only beside other columns."""
    if len(column) > 1:
        return max(line.right for line in column)
    (alone,) = column
    same = (one for one in columns if abs(one[0].left - alone.left) < alone.size)
    return max(line.right for one in same for line in one)


def _leading(columns: Sequence[Column]) -> float:
    """Return how far apart most lines are, in sizes of the text."""
    steps = [
        (one.base - other.base) / other.size
        for column in columns
        for one, other in pairwise(column)
        if _alike(one, other) and other.size
    ]
    return median(steps) if steps else 1.4


def _alike(one: Line, other: Line) -> bool:
    """Return whether a line can go on in another, by the sizes of their characters."""
    pairs = (one.size, other.size), (one.ends, other.starts)
    return any(abs(first - last) <= _SIZE * max(first, last) for first, last in pairs)


def _breaks(last: Line, line: Line, edge: float, width: float, leading: float) -> bool:
    """Return whether a paragraph ends between two lines of a column."""
    ends = _ENDS.search(last.text) is not None
    room = edge - last.right
    short = room > _first_word(line)
    shift = (line.left - last.left) / line.size if line.size else 0
    return (
        not _alike(last, line)
        or last.base - line.base > _APART * leading * line.size
        or _BULLET.match(line.text) is not None
        or (short and (ends or last.bold != line.bold))
        or ((short or ends) and _ITEM.match(line.text) is not None)
        or (short and room > _SHORT * width and not line.text[:1].islower())
        or (ends and abs(shift) > _INDENT)
    )


def _breaks_over(last: Line, line: Line, edge: float, left: float) -> bool:
    """Return whether a paragraph ends with the last line of a column."""
    if not _alike(last, line) or _BULLET.match(line.text):
        return True
    short = edge - last.right > _first_word(line)
    if not _ENDS.search(last.text):
        return (short or last.bold != line.bold) and line.text[:1].isupper()
    return short or line.left > left + _INDENT * line.size


def _first_word(line: Line) -> float:
    """Return the width of the first word of a line and of a blank before it."""
    return line.word - line.left + _BLANK * line.size


class _Words:
    """Joins lines; words with a hyphen elsewhere in the text keep it at the end of a line."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._hyphenated: set[str] = set()
        self._whole: set[str] = set()
        for text in texts:
            lower = text.lower()
            self._hyphenated.update(_HYPHENATED.findall(lower))
            self._whole.update(_NEXT.findall(lower))
        self._divides = self._hyphens_divide(texts)

    def _hyphens_divide(self, texts: Sequence[str]) -> bool:
        """Return whether most hyphens at the end of lines divide words that have none."""
        cut = whole = hyphenated = 0
        for text, more in pairwise(texts):
            found, follows = _CUT.search(text[-_LONGEST_WORD:].lower()), _NEXT.match(more.lower())
            if found and follows:
                cut += 1
                whole += f"{found[1]}{follows[0]}" in self._whole
                hyphenated += f"{found[1]}-{follows[0]}" in self._hyphenated
        return whole > hyphenated if whole != hyphenated else cut > _DIVIDED * len(texts)

    def joined(self, lines: Sequence[Line]) -> str:
        """Return lines as one."""
        texts = [line.text.strip() for line in lines]
        joins = [self._with_join(text, more) for text, more in pairwise(texts)]
        return "".join([*joins, texts[-1]]).replace(HYPHEN, "")

    def _with_join(self, text: str, more: str) -> str:
        """Return a line with what is between it and the next; a hyphen at its end may go."""
        cut = _CUT.search(text[-_LONGEST_WORD:])
        follows = _NEXT.match(more)
        if cut and follows:
            compound = cut.string[: cut.start()].endswith("-") and follows[0].lower() in self._whole
            compound = compound or more[follows.end() :].startswith("-")
            hyphen = "-" if compound or self._keeps_hyphen(cut[1], follows[0]) else ""
            return f"{text[:-1]}{hyphen}"
        if text.endswith(HYPHEN):
            return f"{text[:-1]}-"
        return text if _DASH_END.search(text) and follows else f"{text} "

    def _keeps_hyphen(self, left: str, right: str) -> bool:
        first, last = left.lower(), right.lower()
        if not right[0].islower() or not left[-1].isalpha() or len(left) == 1:
            return True
        if f"{first}-{last}" in self._hyphenated:
            return True
        if f"{first}{last}" in self._whole:
            return False
        return not self._divides or (first in _NUMBER_WORDS and last in _NUMBER_WORDS)
