"""Queries as typed: signs of other keyboards, and characters that a copied text brings along."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kursk_tui.text.invisible import is_invisible

_SIGNS = {
    **dict.fromkeys("≥⩾≧", ">="),
    **dict.fromkeys("≤⩽≦", "<="),
    **dict.fromkeys("∶꞉", ":"),
    **dict.fromkeys("‐‑–−", "-"),
    "‥": "..",
    "｢": "「",
    "｣": "」",
    "﹁": "「",
    "﹂": "」",
    "﹃": "『",
    "﹄": "』",
}


class Typed(NamedTuple):
    """The text of a query in ASCII where possible.

    `offsets` has the place of each of its characters in the query as typed, and of its end.
    """

    text: str
    offsets: Sequence[int]


def in_ascii(text: str) -> Typed:
    """Return a query with the signs and digits of ASCII, and without invisible characters."""
    pieces = [one if one.isascii() else _in_ascii(one) for one in text]
    offsets = [at for at, piece in enumerate(pieces) for _ in piece]
    return Typed("".join(pieces), (*offsets, len(text)))


@lru_cache(maxsize=1024)
def _in_ascii(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if is_invisible(character):
        return ""
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    # Full-width and small forms, but not ², which is another number.
    if unicodedata.decomposition(character).startswith(("<wide>", "<small>")):
        return unicodedata.normalize("NFKC", character)
    return character
