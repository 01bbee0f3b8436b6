"""Characters that show nothing, and text that is blank because it has no others."""

import re
import unicodedata

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that show nothing and are not blanks, as the content of a character class.

Everything with the Unicode property Default_Ignorable_Code_Point, format characters (category Cf)
except those that show a sign around digits, and the empty Braille pattern.
"""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")


def is_invisible(character: str) -> bool:
    """Return whether a character shows nothing and is not a blank."""
    return _INVISIBLE.match(character) is not None


def is_visible(character: str) -> bool:
    """Return whether a character has a glyph of its own: no blank, control, format or mark."""
    return unicodedata.category(character)[0] not in "ZMC" and not is_invisible(character)


def is_blank(text: str) -> bool:
    """Return whether a text shows nothing: it has only blanks and invisible characters."""
    return _VISIBLE.search(text) is None
