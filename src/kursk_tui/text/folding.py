"""Text as searches compare it."""

import unicodedata

_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " ", "\u202f": " "}
)


def fold(text: str) -> str:
    """Return `text` as searches compare it: no case, plain quotes, single blanks."""
    if text.isascii():  # most texts: what follows would change nothing else of them
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return " ".join(plain.casefold().split())
