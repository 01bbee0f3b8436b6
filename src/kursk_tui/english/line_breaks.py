"""Words before the end of a line that belong to a number after it."""

import re

from kursk_tui.english.lexicon import lexicon
from kursk_tui.english.number_words import OPENERS
from kursk_tui.english.tokens import tokenize

_LAST = 48
"""How many characters before a break are read."""

_BREAK = re.compile(r"[-‐‑\u00ad]$|\d$")
_BEGINS = re.compile(r"(?:>\s*)*(?P<word>\d|[^\W\d_]+)")


def leads_on(text: str, end: int, start: int) -> bool:
    """Return whether the words that end at `end` belong to a number that begins at `start`.

    They do if they qualify one ("at least"), end in digits, or are cut by a hyphen.
    """
    before = text[max(0, end - _LAST) : end]
    after = _BEGINS.match(text, start)
    if after is None:
        return False
    word = after["word"]
    if _BREAK.search(before):
        digits = before[-1].isdecimal()
        return word[0].isdecimal() if digits else word[0].isdecimal() or word[0].islower()
    if not (word[0].isdecimal() or word.lower() in OPENERS):
        return False
    tokens = tokenize(before, 0, len(before))
    return lexicon().qualifiers_before.ending(tokens, len(tokens) - 1) is not None
