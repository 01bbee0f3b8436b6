"""Make text safe for terminals: replace or escape control characters."""

import re

UNSAFE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff"
)
"""Characters that must not reach a terminal, as the content of a character class.

C0 except tab and newline, DEL, C1, everything with the Unicode property Bidi_Control (which can
reverse a printed range), line and paragraph separators, the byte order mark.
"""

# Lone surrogates cannot be written as UTF-8, and XML has no noncharacters.
_NO_CHARACTERS = r"\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_UNSAFE = re.compile(f"[{UNSAFE}{_NO_CHARACTERS}]")
_SAFE = re.compile(f"[^{UNSAFE}{_NO_CHARACTERS}]*")
_PLAIN = bytes([*range(0x20, 0x7F), *b"\n\t"])
"""The ASCII characters that are safe."""

_UNSEEN = re.compile("[\u061c\u200e\u200f\u2066-\u2069\ufeff]")
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


NO_GLYPH = "\ufffd"
"""The visible substitute for a character without a glyph, control characters apart."""


def typed(text: str) -> str:
    """Return typed or pasted text on one line, with visible substitutes for unsafe characters.

    Those that copied text has around words, marks of direction and of byte order, are left out.
    """
    return visible(_UNSEEN.sub("", text))


def escaped(text: str) -> str:
    """Return JSON `text` with a JSON escape for each unsafe character except newline and tab."""
    # Without ASCII, few characters are left to search, which takes a tenth of the time.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    if _SAFE.fullmatch(rest.decode("utf-8", "surrogatepass")):
        return text
    return _UNSAFE.sub(lambda found: json_escape(found.group()), text)


def json_escape(text: str) -> str:
    """Return a text as JSON escapes; a character above U+FFFF becomes a pair of them."""
    units = text.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def find_links(text: str) -> list[tuple[int, int]]:
    """Return the spans of http and https links in a text, without punctuation after them."""
    found = (
        (link.start(), link.group()) for link in _LINK.finditer(text) if not find_unsafe(link[0])
    )
    return [(start, start + len(link.rstrip(_AFTER_LINK))) for start, link in found]


def ascii_link(link: str) -> str:
    """Return a link in ASCII, as OSC 8 requires: other characters are percent-encoded."""
    return "".join(
        one if one.isascii() else "".join(f"%{byte:02X}" for byte in one.encode("utf-8", "replace"))
        for one in link
    )


def _substitute(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the Control Pictures block: ␛ for escape
    return "␡" if code == 0x7F else NO_GLYPH
