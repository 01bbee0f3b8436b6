"""Numbers in digits as texts of many countries print them, and the values they state."""

import re
import unicodedata
from fractions import Fraction

INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufe0f\ufeff"
"""Characters that are not seen, as the inside of a character class."""

GROUPING = frozenset(",.'’‘ʼ＇′`´·_٫٬،，．")
"""Marks that countries print between groups of digits, or before decimals."""

_INSIDE = "".join(map(re.escape, sorted(GROUPING)))
PATTERN = rf"\d+(?:[{_INSIDE}{INVISIBLE}]+\d+)*"
"""Digits with everything that joins them, so that no part of them is read alone."""

SUPERSCRIPTS = "¹²³⁰⁴-⁹"
"""Raised digits, as the inside of a character class."""

_UNSEEN = re.compile(f"[{INVISIBLE}]+")
_SAME = str.maketrans(
    {"٫": ".", "．": ".", "٬": ",", "،": ",", "，": ",", **dict.fromkeys("’‘ʼ＇′`´", "'")}
)
_GROUPED = re.compile(
    r"[1-9]\d{0,2}(?P<mark>[,'])\d{3}(?:(?P=mark)\d{3})*(?:\.\d+)?"
    r"|[1-9]\d?(?:,\d\d)+,\d{3}"  # 4,56,460: India groups by two
    r"|[1-9]\d{0,2}\.\d{3}\.\d{3}"
)
_DECIMAL = re.compile(r"\d+\.\d+")
_LIKE_A_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def value_of(digits: str) -> int | Fraction | None:
    """Return the value of digits that `PATTERN` matches, or None if countries differ about it."""
    if digits.isdecimal():
        return int(digits)
    plain = _plain(digits)
    if plain.isdecimal():
        return int(plain)
    if _DECIMAL.fullmatch(plain):
        return Fraction(plain)
    if _GROUPED.fullmatch(plain):
        whole = plain.replace(",", "").replace("'", "")
        return Fraction(whole) if whole.count(".") == 1 else int(whole.replace(".", ""))
    return None


def is_like_a_group(digits: str) -> bool:
    """Return whether a point can group digits or begin decimals: "45.646", "1.000"."""
    return _LIKE_A_GROUP.fullmatch(_plain(digits)) is not None


def _plain(digits: str) -> str:
    """Return digits in ASCII, without invisible characters, with one form of each mark."""
    if digits.isascii():
        return digits.replace("`", "'")
    seen = _UNSEEN.sub("", digits).translate(_SAME)
    return "".join(str(unicodedata.decimal(one, one)) for one in seen)
