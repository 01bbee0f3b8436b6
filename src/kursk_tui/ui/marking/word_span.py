"""A span of words in a text, with an end that moves from word to word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

End = Literal["start", "end"]

_WORD = re.compile(r"\w+(?:[^\w\s]\w+)*|[^\w\s]+")
"""A word, such as “45,646” or “re-elected”, or the punctuation between words."""

_JOINING, _PARTING = ("and", "but", "while"), (",", ";", ":", "—", "–")
"""Words that begin a clause, and marks before one."""

_LONGEST_PHRASE = 6
"""The most words of a phrase."""


@dataclass(frozen=True)
class Words:
    """The words of a part of a text, or its sentences: where each starts, and where it ends."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str, low: int, high: int) -> "Words":
        """Return the words between two offsets; the part of a word there is a word as well."""
        spans = [found.span() for found in _WORD.finditer(text, low, high)]
        return cls([start for start, _ in spans], [end for _, end in spans])

    def within(self, other: "Words") -> "Words":
        """Return the starts and the ends that others have as well."""
        starts, ends = frozenset(other.starts), frozenset(other.ends)
        return Words(
            [one for one in self.starts if one in starts], [one for one in self.ends if one in ends]
        )


@dataclass(frozen=True)
class WordSpan:
    """A span of a text that contains at least one word, and which of its ends moves.

    An end that moves over the other end takes it along, unless that end is fixed.
    """

    words: Words
    start: int
    end: int
    moving: End = "end"
    fixed: bool = False

    def moved(self, steps: int, by: "Words | None" = None) -> "WordSpan":
        """Return the span with the moving end a number of words further, as far as possible.

        With `by`, the end moves over these parts of the text, such as sentences.
        """
        by = self.words if by is None else by.within(self.words)
        if not by.starts:
            return self
        return self._with_start(steps, by) if self.moving == "start" else self._with_end(steps, by)

    def other_end(self) -> "WordSpan":
        """Return the span with the other end moving, unless that end is fixed."""
        if self.fixed:
            return self
        return replace(self, moving="end" if self.moving == "start" else "start")

    def _with_start(self, steps: int, by: "Words") -> "WordSpan":
        starts = by.starts
        last = bisect_left(starts, self.end) - 1 if self.fixed else len(starts) - 1
        at = max(0, min(_stepped(starts, self.start, steps), last))
        start, end = starts[at], self.end
        if (start - self.start) * steps <= 0:
            return self
        if start < end:
            return replace(self, start=start)
        first = bisect_left(self.words.starts, start)
        return replace(self, start=start, end=self.words.ends[first])

    def _with_end(self, steps: int, by: "Words") -> "WordSpan":
        ends = by.ends
        first = bisect_right(ends, self.start) if self.fixed else 0
        at = min(max(_stepped(ends, self.end, steps), first), len(ends) - 1)
        start, end = self.start, ends[at]
        if (end - self.end) * steps <= 0:
            return self
        if start < end:
            return replace(self, end=end)
        last = bisect_left(self.words.ends, end)
        return replace(self, start=self.words.starts[last], end=end)


def _stepped(places: Sequence[int], here: int, steps: int) -> int:
    """Return the index of the place that is a number of steps before or after an offset."""
    at = bisect_right(places, here) - 1 if steps > 0 else bisect_left(places, here)
    return max(0, min(at + steps, len(places) - 1))


def phrases_of(text: str) -> Iterator[str]:
    """Yield the words of a text, and phrases of a few: for each word, those that begin with it."""
    words = Words.of(text, 0, len(text))
    for at, start in enumerate(words.starts):
        for end in words.ends[at : at + _LONGEST_PHRASE]:
            if text[start].isalnum() and text[end - 1].isalnum():
                yield " ".join(text[start:end].split())


def sentences_of(text: str) -> Words:
    """Return the sentences of a text, as drafting divides it."""
    from kursk_tui.drafting.layout import parts  # loads the reader of English
    from kursk_tui.english.sentences import sentences

    spans = [
        (start, end)
        for part in parts(text, 0)
        for start, end, _ in sentences(text, part.start, part.end)
    ]
    return Words([start for start, _ in spans], [end for _, end in spans])


def second_part(text: str, start: int, end: int) -> WordSpan | None:
    """Return the second part of a span, whose start moves; None if the span is a single word.

    It begins at the word nearest the middle that is likely to begin a clause, or in the middle.
    """
    words = Words.of(text, start, end)
    if len(words.starts) < 2:
        return None
    shown = [text[slice(*span)] for span in zip(words.starts, words.ends, strict=True)]
    middle = len(shown) // 2
    parts = [
        at
        for at in range(1, len(shown))
        if shown[at].isalnum() and (shown[at] in _JOINING or shown[at - 1] in _PARTING)
    ]
    at = min(parts, key=lambda at: abs(at - middle), default=middle)
    rest = Words(words.starts[1:], words.ends[1:])
    return WordSpan(rest, words.starts[at], end, "start", fixed=True)


def first_word(text: str, at: int) -> WordSpan | None:
    """Return the first word at or after an offset, with any word of the text in reach."""
    words = Words.of(text, 0, len(text))
    if not words.starts:
        return None
    nth = min(bisect_right(words.ends, at), len(words.starts) - 1)
    return WordSpan(words, words.starts[nth], words.ends[nth], "start")
