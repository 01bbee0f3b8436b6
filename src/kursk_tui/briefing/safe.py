"""Text that is safe to show: what may reach a terminal, and what stands in for the rest."""

import re

# C0 but tab and newline, DEL, C1, bidi embeddings, overrides and isolates, line and paragraph
# separators, lone surrogates, the byte order mark.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufeff]"
)
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


def _stand_in(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the Control Pictures block: ␛ for escape
    return "␡" if code == 0x7F else "\ufffd"
