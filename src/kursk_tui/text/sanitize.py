"""Make text safe for terminals: replace or escape control characters, reduce to ASCII."""

import re
import unicodedata
from functools import lru_cache

from kursk_tui.text.cells import graphemes

UNSAFE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff"
)
"""Characters that must not reach a terminal, as the content of a character class.

C0 except tab and newline, DEL, C1, everything with the Unicode property Bidi_Control (which can
reverse a printed range), line and paragraph separators, the byte order mark.
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
    """Return `text` with a visible substitute for each unsafe character, on one line.

    Newlines and tabs become spaces. The length is the same, so code point offsets stay valid.
    """
    if text.isprintable():
        return text
    return _UNSAFE.sub(_substitute, text).translate(_LAYOUT)


def escaped(text: str) -> str:
    """Return JSON `text` with a JSON escape for each unsafe character except newline and tab."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def find_links(text: str) -> list[tuple[int, int]]:
    """Return the spans of http and https links in a text, without punctuation after them."""
    found = (
        (link.start(), link.group()) for link in _LINK.finditer(text) if not find_unsafe(link[0])
    )
    return [(start, start + len(link.rstrip(_AFTER_LINK))) for start, link in found]


_SIMILAR = {
    **dict.fromkeys("─━⎯", "-"),
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
    "○": "o",
    "■": "#",
    "▼": "v",
    "╱": "/",
    "╌": "~",
    **dict(zip("▁▂▃▄▅▆▇", ".:-=+*%", strict=True)),
    "·": ".",
    "…": "~",
    "░": ":",
    "≈": "~",
    "↑": "^",
    "↓": "v",
    "\u00a0": " ",
    "\u202f": " ",
}
# An emoji variation selector makes the character before it two columns wide: “1” in a keycap.
_NOT_ASCII = re.compile("(?:[ -~](?=\ufe0f))?[^\x00-\x7f]+")


def ascii_only(text: str) -> str:
    """Return `text` in ASCII, as wide in terminal columns as before.

    Lines and symbols become similar characters, letters lose their accents, and each column of
    anything else becomes a question mark.
    """
    return text if text.isascii() else _NOT_ASCII.sub(_in_ascii, text)


def _in_ascii(found: re.Match[str]) -> str:
    return "".join(
        "".join(map(_ascii_character, grapheme))[:width].ljust(width)
        for grapheme, width in graphemes(found[0])
    )


@lru_cache(maxsize=4096)
def _ascii_character(character: str) -> str:
    if character in _SIMILAR:
        return _SIMILAR[character]
    if unicodedata.east_asian_width(character) in "WF":
        return "??"
    plain = unicodedata.normalize("NFKD", character)[0]
    if plain.isascii() and plain.isprintable():
        return plain
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    return "?"


def _substitute(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the Control Pictures block: ␛ for escape
    return "␡" if code == 0x7F else "\ufffd"
