"""Similar ASCII characters for terminals that show no others."""

import re
import unicodedata
from functools import lru_cache

from kursk_tui.text.cells import graphemes

_SIMILAR = {
    **dict.fromkeys("⎯−", "-"),
    **dict.fromkeys("█▊", "#"),
    **dict.fromkeys("▐▌", "|"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‘’‚´ʼ′", "'"),
    **dict.fromkeys("▶►▷", ">"),
    **dict.fromkeys("◀◄", "<"),
    **dict.fromkeys("◆•‣▪◦", "*"),
    "▸": "+",
    "▾": "-",
    **dict(zip("▁▂▃▄▅▆▇", ".:-=+*%", strict=True)),
    "●": "@",
    "○": "o",
    "◇": "o",
    "■": "#",
    "□": "=",
    "▲": "^",
    "▼": "v",
    "∅": "-",
    "✗": "x",
    "╱": "/",
    "╌": "~",
    "·": ".",
    "…": "~",
    "░": ":",
    "≈": "~",
    "≠": "#",
    "×": "x",
}
_ARROWS = {"RIGHTWARDS": ">", "LEFTWARDS": "<", "UPWARDS": "^", "DOWNWARDS": "v"}
_LATIN = re.compile("LATIN (SMALL|CAPITAL) LETTER (?:DOTLESS )?([A-Z])(?: WITH .*)?")
_INVISIBLE = ("Mn", "Me", "Cf")

# These signs take two characters, and a blank before them has room for one: ">" alone for an arrow
# would read as “more than”. A mark on the sign may negate it.
_WITH_BLANK = re.compile(" ([≥≤→])(?![\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f])")
_TWO_SIGNS = {"≥": ">=", "≤": "<=", "→": "->"}

# An emoji variation selector makes the character before it two columns wide: “1” in a keycap.
_NOT_ASCII = re.compile("(?:[ -~](?=\ufe0f))?[^\x00-\x7f]+")


def ascii_only(text: str) -> str:
    """Return `text` in ASCII, as wide in terminal columns as before.

    Lines and symbols become similar characters, letters lose their accents, and each column of
    anything else becomes a question mark. A number never becomes another one: “½” has no form.
    """
    if text.isascii():
        return text
    text = _WITH_BLANK.sub(lambda found: _TWO_SIGNS[found[1]], text)
    return _NOT_ASCII.sub(_in_ascii, text)


def _in_ascii(found: re.Match[str]) -> str:
    return "".join(
        "".join(map(_form, grapheme))[:width].ljust(width)
        for grapheme, width in graphemes(found[0])
    )


@lru_cache(maxsize=4096)
def _form(character: str) -> str:
    if character.isascii():
        return character
    kind = unicodedata.category(character)
    if kind in _INVISIBLE:
        return ""
    found = _SIMILAR.get(character) or {"Pd": "-", "Zs": " "}.get(kind)
    found = found or _plain(character) or _by_name(unicodedata.name(character, ""))
    return found or ("??" if unicodedata.east_asian_width(character) in "WF" else "?")


def _plain(character: str) -> str | None:
    """Return the ASCII character that this one is with an accent, or is a variant of."""
    parts = unicodedata.normalize("NFKD", character)
    base = "".join(part for part in parts if not unicodedata.combining(part) or part == "\u0338")
    if len(base) != 1 or not "!" <= base <= "~":
        return None  # several letters, a blank below an accent, or a stroke that negates
    variant = unicodedata.decomposition(character).partition(">")[0]
    return None if base.isdigit() and variant in ("<super", "<sub", "<circle") else base


def _by_name(name: str) -> str | None:
    if found := _LATIN.fullmatch(name):
        return found[2] if found[1] == "CAPITAL" else found[2].lower()
    if "QUOTATION MARK" in name:
        return '"' if "DOUBLE" in name else "'"
    if name.startswith("BOX DRAWINGS"):
        plain = " AND " not in name
        return "-" if plain and "HORIZONTAL" in name else "|" if plain and "VERT" in name else "+"
    words = set(name.split())
    directions = _ARROWS.keys() & words
    return _ARROWS[directions.pop()] if "ARROW" in words and len(directions) == 1 else None
