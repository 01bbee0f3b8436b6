"""Which words differ between two versions of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kursk_tui.text.similarity import states

_MOST = 4_000
"""Of longer stretches that differ, in words, the whole stretch counts as changed."""

# A comma or point between digits belongs to the number; a mark belongs to the sign before it.
_PUNCTUATION = r".,;:!?()\[\]\"“”„«»…"
_WORD = re.compile(
    rf"(\s*)((?:[^\s{_PUNCTUATION}]|(?<=\d)[.,](?=\d))+"
    r"|\S[\u0300-\u036f\u20d0-\u20ff\u200d\ufe00-\ufe0f]*|$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that is the same in both versions, was removed, or was added."""

    kind: Literal["same", "removed", "added"]
    text: str


class _Word(NamedTuple):
    """A word or a punctuation mark, and the blanks before it."""

    blanks: str
    letters: str


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of two texts in reading order, removed words before added ones.

    The same and the removed pieces together are the old text, the same and the added ones the new
    text.
    """
    return tuple(_joined(_pieces(_words(old), _words(new))))


def _words(text: str) -> list[_Word]:
    return [_Word(*found) for found in _WORD.findall(text)]


def _pieces(before: Sequence[_Word], after: Sequence[_Word]) -> Iterator[Piece]:
    row = column = 0
    for row_same, column_same in (*_pairs(before, after), (len(before), len(after))):
        removed, added = before[row:row_same], after[column:column_same]
        if removed and added and removed[0].blanks == added[0].blanks:
            yield Piece("same", removed[0].blanks)
            removed = [removed[0]._replace(blanks=""), *removed[1:]]
            added = [added[0]._replace(blanks=""), *added[1:]]
        yield Piece("removed", "".join(map("".join, removed)))
        yield Piece("added", "".join(map("".join, added)))
        if row_same < len(before):
            yield from _same(before[row_same], after[column_same])
        row, column = row_same + 1, column_same + 1


def _same(old: _Word, new: _Word) -> Iterator[Piece]:
    if old.blanks == new.blanks:
        yield Piece("same", old.blanks)
    else:
        yield Piece("removed", old.blanks)
        yield Piece("added", new.blanks)
    yield Piece("same", old.letters)


def _pairs(before: Sequence[_Word], after: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """Yield the positions of the words that both texts have in common, in order."""
    olds, news = [word.letters for word in before], [word.letters for word in after]
    least = min(len(olds), len(news))
    start = 0
    while start < least and olds[start] == news[start]:
        start += 1
    end = 0
    while end < least - start and olds[-1 - end] == news[-1 - end]:
        end += 1
    yield from ((at, at) for at in range(start))
    middle = olds[start : len(olds) - end], news[start : len(news) - end]
    if max(map(len, middle)) <= _MOST:
        yield from ((start + row, start + column) for row, column in _longest_common(*middle))
    yield from ((len(olds) - at, len(news) - at) for at in range(end, 0, -1))


def _longest_common(olds: Sequence[str], news: Sequence[str]) -> list[tuple[int, int]]:
    """Return the positions of a longest common subsequence."""
    rows = list(states(olds, news))
    found: list[tuple[int, int]] = []
    row, column = len(olds), len(news)
    while row and column:
        if rows[row] >> column - 1 & 1:
            column -= 1
        elif rows[row - 1] >> column - 1 & 1:
            row, column = row - 1, column - 1
            found.append((row, column))
        else:
            row -= 1
    return found[::-1]


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the pieces without empty ones, and neighbours of one kind as one piece.

    Of a stretch that changed, the removed words come first.
    """
    removed: list[str] = []
    added: list[str] = []
    same: list[str] = []
    for piece in pieces:
        if not piece.text:
            continue
        if piece.kind == "same":
            yield from _changed(removed, added)
            same.append(piece.text)
        else:
            yield from _flushed("same", same)
            (removed if piece.kind == "removed" else added).append(piece.text)
    yield from _changed(removed, added)
    yield from _flushed("same", same)


def _changed(removed: list[str], added: list[str]) -> Iterator[Piece]:
    yield from _flushed("removed", removed)
    yield from _flushed("added", added)


def _flushed(kind: Literal["same", "removed", "added"], texts: list[str]) -> Iterator[Piece]:
    if texts:
        yield Piece(kind, "".join(texts))
        texts.clear()
