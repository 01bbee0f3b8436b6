"""Words of numbers and qualifiers that a hyphen breaks at the end of a line."""

import re
from functools import cache

from kursk_tui.english.dates.calendar_words import MONTHS
from kursk_tui.english.lexicon import lexicon
from kursk_tui.english.number_words import CROWDS, FRACTIONS, SCALES, SEVERAL, WORDS
from kursk_tui.english.tokens import Token

_BREAK = re.compile("[-‐‑\u00ad][^\\S\n]*\n\\s*")


def rejoined(tokens: list[Token], text: str) -> list[Token]:
    """Return the tokens with "approxim-⏎ately" as one word, if the lexicon has that word.

    A word that is not read would leave a number that looks exact.
    """
    joined: list[Token] = []
    for token in tokens:
        if token.is_word and (whole := _whole(joined, token, text)) is not None:
            while joined[-1].start > whole.start:
                joined.pop()
            joined[-1] = whole
        else:
            joined.append(token)
    return joined


def _whole(before: list[Token], ending: Token, text: str) -> Token | None:
    """Return the word that ends with a token and begins before the line break, or None."""
    for beginning in before[-1:-3:-1]:
        if beginning.is_word:
            if not _BREAK.fullmatch(text, beginning.end, ending.start):
                return None
            word = beginning.lower + ending.lower
            words = text[beginning.start : ending.end]
            known = word in _known()
            return beginning._replace(text=words, lower=word, end=ending.end) if known else None
    return None


@cache
def _known() -> frozenset[str]:
    numbers = WORDS | SEVERAL | SCALES.keys() | CROWDS.keys() | FRACTIONS.keys()
    return numbers | MONTHS.keys() | lexicon().words_of_qualifiers
