"""Numbers without a value: shares ("two thirds", "½ of") and crowds ("several hundred").

Each function reads the first words of `row`, in lower case.
"""

from collections.abc import Sequence

from kursk_tui.english.number_words import (
    ARTICLES,
    CROWDS,
    FRACTION_SIGNS,
    FRACTIONS,
    SCALES,
    SEVERAL,
    UNITS,
    WORDS,
)
from kursk_tui.english.tokens import DASHES

LONGEST = 6
"""The most words that these functions read."""

_OF_ARTICLE = frozenset({"third", "quarter", "fifth"})


def share_length(row: Sequence[str]) -> int:
    """Return the length of "half", "½", "1/2 of", "a third", "two-thirds", "one in five", or 0."""
    start = row[0]
    if start == "half" or start in FRACTION_SIGNS:
        return 1
    counted = start in UNITS or start.isdecimal()
    if counted and row[1] in ("/", "⁄") and row[2].isdecimal() and row[3] == "of":
        return 3
    ahead = 2 if row[1] in DASHES else 1
    part = row[ahead]
    if part in FRACTIONS and part not in FRACTION_SIGNS:
        plain = part in _OF_ARTICLE or row[ahead + 1] == "of"
        if counted or (start in ARTICLES and plain):
            return ahead + 1
    if start == "one" and row[1] == "in":
        every = row[2] in ("every", "each")
        return 3 + every if row[2 + every] in WORDS else 0
    return 0


def crowd(row: Sequence[str]) -> tuple[int, int] | None:
    """Return the length and the unit of "dozens", "several hundred", "tens of thousands"."""
    if row[0] in ("tens", "hundreds") and row[1] == "of" and row[2] in CROWDS:
        return 3, (10 if row[0] == "tens" else 100) * CROWDS[row[2]]
    at = 1 if row[0] == "a" and row[1] in ("few", "couple") else 0
    several = row[at] in SEVERAL and row[at] != "some"
    if several:
        at += 1
        if row[at] == "of" or row[at] == "more":
            at += 1
    if several and row[at] in SCALES:
        unit = SCALES[row[at]]
        at += 1
        if row[at] in SCALES:  # several hundred thousand
            return at + 1, unit * SCALES[row[at]]
        return at, unit
    return (at + 1, CROWDS[row[at]]) if row[at] in CROWDS else None
