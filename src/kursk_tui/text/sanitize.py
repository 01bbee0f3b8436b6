"""Text that is safe to show: what may reach a terminal, and what stands in for the rest."""

import re
import unicodedata
from functools import lru_cache

UNSAFE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff"
)
"""Characters that must not reach a terminal, as the inside of a character class.

C0 but tab and newline, DEL, C1, everything with the Unicode property Bidi_Control (a mark can
turn a printed range around), line and paragraph separators, the byte order mark.
"""

_UNSAFE = re.compile(rf"[{UNSAFE}\ud800-\udfff]")  # lone surrogates cannot be written as UTF-8
_LINK = re.compile(r"https?://[^\s<>\"\\^`{|}“”‘’\x00-\x1f\x7f-\x9f]+")
_AFTER_LINK = ".,;:!?)]'"
_LAYOUT = str.maketrans("\t\n", "  ")


def find_unsafe(text: str) -> int | None:
    """Return the offset of the first character that must not reach a terminal, or None."""
    found = _UNSAFE.search(text)
    return found.start() if found else None


def visible(text: str) -> str:
    """Return `text` with one visible stand-in for each unsafe character.

    Length is kept, so code point offsets into the text still hold. Newlines and tabs become
    blanks: the result is one line.
    """
    if text.isprintable():
        return text
    return _UNSAFE.sub(_stand_in, text).translate(_LAYOUT)


def escaped(text: str) -> str:
    """Return JSON `text` with JSON's own escape for each unsafe character, layout apart."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def find_links(text: str) -> list[tuple[int, int]]:
    """Return where links to http and https stand in a text, the full stop after one left out."""
    found = ((one.start(), one.group()) for one in _LINK.finditer(text) if not find_unsafe(one[0]))
    return [(start, start + len(link.rstrip(_AFTER_LINK))) for start, link in found]


_DRAWN = {
    **dict.fromkeys("─━╌⎯", "-"),
    **dict.fromkeys("│┃╎", "|"),
    **dict.fromkeys("╭╮╰╯┌┐└┘┼├┤┬┴", "+"),
    **dict.fromkeys("█▊", "#"),
    **dict.fromkeys("▐▌", "|"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("–—−", "-"),
    **dict.fromkeys("→▶►", ">"),
    **dict.fromkeys("←◀◄", "<"),
    "▸": "+",
    "▾": "-",
    "◆": "*",
    "●": "o",
    "·": ".",
    "…": "~",
    "░": ":",
    "≈": "~",
    "↑": "^",
    "↓": "v",
    "\u00a0": " ",
    "\u202f": " ",
}
_NOT_ASCII = re.compile("[^\x00-\x7f]+")


def ascii_only(text: str) -> str:
    """Return `text` with as many ASCII characters as cells in place of every other character.

    Lines and marks become the nearest there is, letters lose their accents, and what is left is
    a question mark a cell.
    """
    return text if text.isascii() else _NOT_ASCII.sub(_in_ascii, text)


def _in_ascii(found: re.Match[str]) -> str:
    return "".join(map(_ascii_character, found.group()))


@lru_cache(maxsize=4096)
def _ascii_character(character: str) -> str:
    if character in _DRAWN:
        return _DRAWN[character]
    if unicodedata.east_asian_width(character) in "WF":
        return "??"
    plain = unicodedata.normalize("NFKD", character)[0]
    if plain.isascii() and plain.isprintable():
        return plain
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    return "?"


def _stand_in(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the Control Pictures block: ␛ for escape
    return "␡" if code == 0x7F else "\ufffd"
