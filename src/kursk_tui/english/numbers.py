"""Numbers of a sentence, in digits, words or both, each with its span and value."""

import re

from kursk_tui.english.lexicon import lexicon
from kursk_tui.english.number_reader import Number, NumberReader
from kursk_tui.english.number_words import AFTER_ARTICLE, ARTICLES, OPENERS, SCALES, WORDS
from kursk_tui.english.tokens import Token

_VALUE = re.compile(rf"\d|\b(?:{'|'.join(sorted(WORDS | SCALES.keys()))})\b", re.IGNORECASE)


def numbers(tokens: list[Token], skipped: list[bool]) -> list[Number]:
    """Return the numbers in order, leaving out the tokens marked in `skipped`."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = None
        if _may_begin(tokens, at) and not skipped[at]:
            number = NumberReader(tokens, skipped, at).read()
        if number is None:
            at += 1
        else:
            found.append(number)
            at = number.last + 1
    return found


def _may_begin(tokens: list[Token], at: int) -> bool:
    """Return False for most tokens that do not begin a number, such as "a" in "a soldier"."""
    token = tokens[at]
    if token.kind == "number":
        return True
    if token.lower in ARTICLES:
        return at + 1 < len(tokens) and tokens[at + 1].lower in AFTER_ARTICLE
    if token.lower in SCALES:  # another dozen
        return lexicon().qualifiers_before.ending(tokens, at - 1) is not None
    return token.lower in OPENERS


def may_state_number(text: str) -> bool:
    """Return False if a text has no digit and no word for a specific number."""
    return _VALUE.search(text) is not None
