"""Folding of text for comparison in searches."""

import unicodedata

_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " ", "\u202f": " "}
)


def fold(text: str) -> str:
    """Return `text` in lower case, with plain quotes, hyphens and single blanks.

    Unicode text is normalized to NFKC and case-folded.
    """
    if text.isascii():  # faster, with the same result
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return " ".join(plain.casefold().split())
