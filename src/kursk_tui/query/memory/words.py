"""Search claims for words, incrementally while a word is typed."""

from collections.abc import Sequence
from itertools import compress, repeat
from operator import contains

from kursk_tui.query.bitsets import bits, texts_containing, unpacked

_REMEMBERED = 32
_FEW = 4
"""If fewer than one in this many claims contains part of a word, only those are searched."""


class WordSearch:
    """Searches the folded texts of claims, starting from the results for parts of a word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._found: dict[str, int] = {}

    def claims_with(self, wanted: str) -> int:
        """Return the claims that contain a folded word or phrase, as bits."""
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
