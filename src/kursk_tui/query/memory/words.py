"""Search claims for words, incrementally while a word is typed."""

from collections.abc import Callable, Sequence
from itertools import compress, repeat
from operator import contains

from kursk_tui.query.bitsets import bits, members, texts_containing, unpacked
from kursk_tui.text.folding import pattern_of, plain

_REMEMBERED = 32
_FEW = 4
"""If fewer than one in this many claims contains part of a word, only those are searched."""


class WordSearch:
    """Searches the texts of claims, starting from the results for parts of a word.

    `texts` are folded and have no marks on letters; `with_marks` returns the text of a claim with
    them, or nothing if it has none. Only a word with marks needs it.
    """

    def __init__(self, texts: Sequence[str], with_marks: Callable[[int], str]) -> None:
        self._texts = texts
        self._with_marks = with_marks
        self._found: dict[str, int] = {}

    def claims_with(self, wanted: str) -> int:
        """Return the claims that contain a folded word or phrase, as bits."""
        letters = plain(wanted)
        answer = self._remembered(letters)
        if letters == wanted:
            return answer
        pattern = pattern_of(wanted)
        found = (one for one in members(answer) if pattern.search(self._with_marks(one)))
        return bits(found, len(self._texts))

    def _remembered(self, wanted: str) -> int:
        answer = self._search(wanted)
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[wanted] = answer
        return answer

    def _search(self, wanted: str) -> int:
        size = len(self._texts)
        for part, found in reversed(self._found.items()):
            if part in wanted and found.bit_count() * _FEW < size:
                return self._search_among(found, wanted)
        return texts_containing(wanted, self._texts)

    def _search_among(self, claims: int, wanted: str) -> int:
        size = len(self._texts)
        flags = unpacked(claims, size)
        contained = map(contains, compress(self._texts, flags), repeat(wanted))
        return bits(compress(compress(range(size), flags), contained), size)
