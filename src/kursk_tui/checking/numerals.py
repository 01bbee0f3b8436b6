"""Numbers as they are written, in digits and in words, and what each is worth."""

import re
from decimal import Decimal

from kursk_tui.english.number_words import TENS, UNITS

_SCALES = {
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "mln", "mn"), 10**6),
    **dict.fromkeys(("billion", "bn"), 10**9),
    "trillion": 10**12,
}
_HUNDREDS = {"hundred": 100, "dozen": 12}
_WORTH = {**_SCALES, **_HUNDREDS}
_LONG = "thousand|million|billion|trillion"

_TO_99 = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(list(UNITS)[1:10])}))?|{'|'.join(UNITS)})\b"
# "between two hundred and three hundred" has two numbers: what follows "and" ends there.
_TO_999 = (
    rf"(?:(?:{_TO_99}|a)[ -](?:hundred|dozen)\b"
    rf"(?:[ -]{_TO_99}(?![ -](?:hundred|dozen))| and {_TO_99}(?![ -](?:hundred|dozen)))?|{_TO_99})"
)
_WORDS = (
    rf"(?:(?:half|(?:a )?quarter of) a (?:{_LONG}|hundred|dozen)|"
    rf"(?:{_TO_999}|a)[ -](?:{_LONG})\b(?:[ -]{_TO_999}[ -](?:{_LONG})\b)*"
    rf"(?:(?: and)? {_TO_999}(?![ -](?:{_LONG}|hundred)))?"
    # "one" alone is a pronoun more often than a number.
    rf"|(?!one\b(?! hundred| dozen)){_TO_999})"
)
_DIGITS = (
    r"(?<![\w,:/])(?:(?<!\.)|(?<=\bc\.)|(?<=\bca\.))(?:(?<![^\d][-–])|(?<=\d[kK][-–]))"
    r"(?P<digits>\d{1,3}(?:[,'’\u00a0\u2009\u202f ]\d{3}){1,5}(?!\d)|\d{1,18}(?!\d))"
    r"(?P<part>\.\d+)?"
    rf"(?:[ -](?P<scale>{_LONG}|hundred|dozen)\b|(?P<short>k| ?mln| ?mn| ?bn)\b)?"
)
NUMERAL = re.compile(rf"{_DIGITS}|(?<![\w-])(?P<words>{_WORDS})(?![\w])", re.IGNORECASE)
"""A number; one in words is the group `words`."""

_SEPARATORS = str.maketrans("", "", ",'’\u00a0\u2009\u202f ")


def value_of(numeral: re.Match[str]) -> int:
    """Return what a match of NUMERAL is worth, rounded."""
    if numeral["words"]:
        return _worth(numeral["words"].lower())
    digits = numeral["digits"].translate(_SEPARATORS) + (numeral["part"] or "")
    return round(Decimal(digits) * scale_of(numeral))


def scale_of(numeral: re.Match[str]) -> int:
    """Return what the last word of a number multiplies by: 1,000 for "3k" and "two thousand"."""
    last = re.search("[a-z]+$", numeral.group().lower())
    return _WORTH.get(last.group(), 1) if last else 1


def _worth(words: str) -> int:
    whole = part = 0
    for word in re.findall(r"[a-z]+", words):
        if word in _SCALES:
            whole += (part or 1) * _SCALES[word]
            part = 0
        elif word in _HUNDREDS:
            part = (part or 1) * _HUNDREDS[word]
        else:
            part += UNITS.get(word) or TENS.get(word, 0)
    parts = 2 if words.startswith("half") else 4 if "quarter" in words else 1
    return (whole + part) // parts
