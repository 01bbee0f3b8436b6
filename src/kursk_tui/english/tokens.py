"""Words, numbers and marks of a text, each with its offsets."""

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from kursk_tui.english.digits import INVISIBLE, PATTERN, SUPERSCRIPTS

T = TypeVar("T")

_LETTERS = rf"[^\W\d_]+(?:[{INVISIBLE}]+[^\W\d_]+)*"
_TOKEN = re.compile(
    r"(?P<address>(?:https?|ftp)://\S+|www\.\S+)"
    r"|(?P<fraction>[¼-¾⅐-⅞↉])"
    rf"|(?P<word>(?:[A-Za-z]\.){{2,}}|(?![{SUPERSCRIPTS}]){_LETTERS}(?:['’‘´`′]{_LETTERS})?)"
    rf"|(?P<number>{PATTERN})"
    # A power of ten is not a footnote.
    rf"|(?P<note>(?<=\d)(?<!(?<!\d)10)[{SUPERSCRIPTS}]+|(?<=\d)[*†‡]+(?!\w)"
    r"|(?<=[\w.,;:!?”\"’)\]])\[(?:\d{1,3}|[a-z]{1,3})\])"
    rf"|(?P<mark>\.\.\.|--|[^\s{INVISIBLE}])"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`′", "'"))
# In capitals these are names, not function words. The tokenizer knows no other words, so it needs
# no lexicon.
_NAMES = frozenset({"WHO", "US", "IT"})
HYPHENS = frozenset("-‐‑")
"""Marks that can break a word at the end of a line."""

DASHES = HYPHENS | frozenset("‒–—−")
"""Marks between the ends of a range, or within a number in words."""

_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")


class Token(NamedTuple):
    """A word, number, mark or address; `text` is the text from `start` to `end`.

    `quoted` is true inside quotation marks.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str
    quoted: bool

    @property
    def is_word(self) -> bool:
        """Whether this is a word."""
        return self.kind == "word"

    @property
    def capital(self) -> bool:
        """Whether this begins with a capital letter."""
        return self.text[0].isupper()


def tokenize(text: str, start: int, end: int, *, quoted: bool = False) -> list[Token]:
    """Return the tokens of `text[start:end]`, with their offsets in `text`, without notes.

    `quoted` means that the text begins inside quotation marks.
    """
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text, start, end):
        word, kind = found.group(), found.lastgroup or "mark"
        first, last = found.span()
        inside = quoted
        if kind == "note":
            continue
        if kind in ("word", "fraction"):
            kind = "word"
            lower = word if word in _NAMES else _lower(word)
        else:
            lower = word.replace("’", "'")
            if word in _OPENING or (word == '"' and not quoted):
                quoted, inside = True, False
            elif word in _CLOSING or word == '"':
                quoted = inside = False
        tokens.append(Token(word, lower, first, last, kind, inside))
    return tokens


def _lower(word: str) -> str:
    lower = word.lower()
    return lower if lower.isascii() else _INVISIBLE.sub("", lower).translate(_APOSTROPHES)


def glued(left: Token, right: Token) -> bool:
    """Return whether two tokens touch."""
    return left.end == right.start


def words_at(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    """Return whether the tokens from `at` on are these words."""
    if at < 0 or at + len(words) > len(tokens):
        return False
    return all(tokens[at + nth].lower == word for nth, word in enumerate(words))


class Phrases(Generic[T]):
    """Phrases of one or more words, each with a value, found by where they begin or end."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        # The phrases of each first word, by their second word; "" for those of one word.
        self._first: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        self._last: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        for phrase, value in entries:
            if phrase.isalpha() and phrase.islower():  # most are one word and need no tokenizer
                words: tuple[str, ...] = (phrase,)
            else:
                words = tuple(token.lower for token in tokenize(phrase, 0, len(phrase)))
            second, before = (words[1], words[-2]) if len(words) > 1 else ("", "")
            found = words, value
            self._first.setdefault(words[0], {}).setdefault(second, []).append(found)
            self._last.setdefault(words[-1], {}).setdefault(before, []).append(found)
        for table in (self._first, self._last):
            for phrases in table.values():
                for listed in phrases.values():
                    listed.sort(key=lambda phrase: -len(phrase[0]))

    @property
    def openings(self) -> frozenset[str]:
        """The first words of the phrases."""
        return frozenset(self._first)

    def starting(self, tokens: list[Token], at: int) -> tuple[int, T] | None:
        """Return the length in tokens of the longest phrase that begins at `at`, and its value."""
        phrases = self._first.get(tokens[at].lower) if at < len(tokens) else None
        if phrases is None:
            return None
        if at + 1 < len(tokens):
            for words, value in phrases.get(tokens[at + 1].lower, ()):
                if len(words) == 2 or words_at(tokens, at, words):
                    return len(words), value
        return _single(phrases)

    def ending(self, tokens: list[Token], at: int) -> tuple[int, T] | None:
        """Return the length in tokens of the longest phrase that ends at `at`, and its value."""
        phrases = self._last.get(tokens[at].lower) if at >= 0 else None
        if phrases is None:
            return None
        if at > 0:
            for words, value in phrases.get(tokens[at - 1].lower, ()):
                if len(words) == 2 or words_at(tokens, at - len(words) + 1, words):
                    return len(words), value
        return _single(phrases)


def _single(phrases: dict[str, list[tuple[tuple[str, ...], T]]]) -> tuple[int, T] | None:
    """Return the phrase of one word, or None."""
    listed = phrases.get("")
    return (1, listed[0][1]) if listed else None
