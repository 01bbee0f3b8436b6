"""The words before or after a number that qualify it."""

import re

from kursk_tui.model.figure import Qualifier

_BEFORE: dict[Qualifier, str] = {
    "at least": (
        "at (?:the )?(?:very )?least|(?:no|not) (?:fewer|less|lower|under|below)(?: than)?"
        "|(?:at |a )?minimum(?: of)?|≥|>="
    ),
    "at most": (
        "up to|as (?:many|much) as|at (?:the )?(?:very )?most|(?:a )?maximum(?: of)?|≤|<="
        "|(?:no|not) (?:more|greater|higher)(?: than)?|not (?:over|above|exceed(?:ed|ing)?)"
    ),
    "nearly": "nearly|almost|approaching|nearing|virtually|not quite|close to|just under",
    "more than": (
        "(?:more|greater|higher) than|upwards? of|exceed(?:s|ed|ing)?|above|in excess of|north of|>"
        "|topped|surpass(?:es|ed|ing)?|passed|crossed"
        # "handed over 100" is no more than 100.
        "|(?<!handed )(?<!turned )over"
    ),
    "less than": "(?:fewer|less|lower) than|under|below|<",
    "about": (
        "about|around|approximately|approx\\.?|roughly|some|(?:an )?estimated|circa|ca\\.?|c\\.|~|≈"
        "|(?:in|on) the (?:order|region|neighbou?rhood) of"
    ),
}
"""The longer phrase is looked for first: "no more than" ends in "more than"."""

_FILLED = (
    r"(?:\s*\b(?:a total of|(?:yet )?another|an? (?:additional|further|estimated|reported)"
    r"|additional|further|estimated|some|about|around|approximately|roughly|all|other))?"
    r"\s*(?:[A-Z]{0,3}[$€£¥₩₽₴])?$"
)
_PHRASES = [
    (one, re.compile(rf"(?:^|[^\w.])(?:{words}){_FILLED}", re.IGNORECASE))
    for one, words in _BEFORE.items()
]
_BEHIND: dict[Qualifier, str] = {
    "at least": (
        r"\+|-?plus|(?:or|and) (?:more|above|over|up)|and counting"
        r"|at (?:the )?(?:very )?least|at minimum"
    ),
    "at most": r"(?:or|and) (?:fewer|less|under|below)|at (?:the )?(?:very )?most",
    "about": r"-odd|or so|or thereabouts|,? give or take|,? approximately",
}
_AFTER = [
    (one, re.compile(rf"\s*(?:{words})(?!\w|\s+(?:than|to)\b)", re.IGNORECASE))
    for one, words in _BEHIND.items()
]
_LONGEST = 48


def qualifier_before(text: str, start: int) -> Qualifier | None:
    """Return how the words right before a number qualify it, if they do."""
    ahead = text[max(0, start - _LONGEST) : start]
    return next((one for one, pattern in _PHRASES if pattern.search(ahead)), None)


def qualifier_after(text: str, end: int, numbers: set[int]) -> Qualifier | None:
    """Return how the words right after a number qualify it, if they do.

    Words before another number are that number's own; `numbers` is where these start.
    """
    for one, pattern in _AFTER:
        found = pattern.match(text, end)
        if found and _after_blanks(text, found.end()) not in numbers:
            return one
    return None


def _after_blanks(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at
