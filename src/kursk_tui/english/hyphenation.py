"""Words of numbers and qualifiers that a hyphen breaks at the end of a line."""

import re
from collections.abc import Iterator
from functools import cache

from kursk_tui.english.dates.calendar_words import MONTHS
from kursk_tui.english.lexicon import lexicon
from kursk_tui.english.number_words import CROWDS, FRACTIONS, SCALES, SEVERAL, WORDS
from kursk_tui.english.tokens import Token

_BREAK = re.compile(r"[-‐‑\u00ad]\s+(?:>\s*)*")


def rejoined(tokens: list[Token], text: str) -> list[Token]:
    """Return the tokens with "approxim-⏎ately" as one word, if the lexicon has that word.

    A ">" in front of a line is left out.

    A word that is not read would leave a number that looks exact.
    """
    joined: list[Token] = []
    for token in _without_marks(tokens, text):
        first = _first_part(joined, token, text) if token.is_word else 0
        if first and (whole := joined[first].lower + token.lower) in _known():
            words = text[joined[first].start : token.end]
            joined[first:] = [joined[first]._replace(text=words, lower=whole, end=token.end)]
            continue
        if first and {joined[first].lower, token.lower} <= _known():
            del joined[len(joined) + first + 1 :]  # up-⏎to
        joined.append(token)
    return joined


def _without_marks(tokens: list[Token], text: str) -> Iterator[Token]:
    """Yield the tokens without each ">" in front of a line, which is a mark of quoted mail."""
    for nth, token in enumerate(tokens):
        if token.text != ">" or not nth or "\n" not in text[tokens[nth - 1].end : token.start]:
            yield token


def _first_part(before: list[Token], ending: Token, text: str) -> int:
    """Return the index, from the end, of the word that a hyphen breaks before a token, or 0."""
    for nth in range(-1, -1 - min(2, len(before)), -1):
        if before[nth].is_word:
            return nth if _BREAK.fullmatch(text, before[nth].end, ending.start) else 0
    return 0


@cache
def _known() -> frozenset[str]:
    numbers = WORDS | SEVERAL | SCALES.keys() | CROWDS.keys() | FRACTIONS.keys()
    return numbers | MONTHS.keys() | lexicon().words_of_qualifiers
