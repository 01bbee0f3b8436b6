"""Words and phrases that no claim contains, and how the document may write them."""

import re
from collections.abc import Callable, Iterator

from kursk_tui.query.syntax.tree import Word

_NUMBER = re.compile(r"([0-9]{1,3}(?:[,.'’ _][0-9]{3})+|[0-9]{1,15})([kKmM]?)")
_MULTIPLES = {"": 1, "k": 1_000, "m": 1_000_000}
_JOINTS = re.compile(r"[\W_]+")
_LONGEST = 64
"""Of longer words, other ways to write them are not searched for."""
_SHORTEST = 3
_MOST_CUT = 3
"""How many characters a word may have more than a beginning that is found."""


def written_otherwise(text: str, found: Callable[[str], bool]) -> str | None:
    """Return advice on a word or phrase that no claim contains, or None.

    `found` returns whether a text occurs in any claim.
    """
    if len(text) > _LONGEST:
        return None
    for other in dict.fromkeys(_written(text)):
        if other != text and found(other):
            return f"did you mean {Word(other)}?"
    words = [one for one in _JOINTS.split(text) if one]
    if len(words) > 1 and all(one.isalpha() and len(one) > 1 and found(one) for one in words):
        return f"{' '.join(map(str, map(Word, words)))} finds the words apart"
    for length in range(len(text) - 1, max(_SHORTEST, len(text) - _MOST_CUT) - 1, -1):
        if text[:length].isalpha() and found(text[:length]):
            return f"{Word(text[:length])} also finds longer words"
    return None


def _written(text: str) -> Iterator[str]:
    """Yield other ways to write a number, or a word with signs or blanks in it."""
    if number := _NUMBER.fullmatch(text):
        value = int(re.sub(r"\D", "", number[1])) * _MULTIPLES[number[2].lower()]
        yield from (f"{value:,}", str(value))
    words = [one for one in _JOINTS.split(text) if one]
    for joint in (" ", "-", ""):
        yield joint.join(words)
