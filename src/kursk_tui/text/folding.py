"""Folding of text for comparison in searches, by the classes of Unicode.

Two texts that a reader takes for the same fold to the same: case, width, ligatures, the shape of
dashes, apostrophes, quotation marks, digits and blanks make no difference, nor do invisible
characters. Marks on letters are kept, as characters of their own, so that a search can ignore them
on the letters that were typed without.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from kursk_tui.text.invisible import is_invisible

_NOT_ASCII = re.compile(r"[!-~]?[^\x00-\x7f]+")
"""Runs of characters, each with the letter of ASCII that a mark may follow."""
_CACHED = 32
"""The longest run of characters whose folded form is remembered: a word."""
_PIECE = 64
"""The longest run that is normalized at once, for which the time grows with the square."""

# Unicode has no properties for these.
_APOSTROPHES = "`´‘’‚‛‹›′‵ʹʻʼʽʾʿˊˋ՚׳ߴߵꞋꞌ΄᾽᾿῾❛❜❟＇"  # also the marks that transcribe ayn and hamza
_QUOTES = "«»“”„‟″‶‷‴ʺˮ״「」『』〝〞〟﹁﹂﹃﹄｢｣⹂❝❞❠❮❯＂🙶🙷🙸"
_DASHES = "⁓⁻₋−˗⁃➖"  # besides the category Pd
_SLASHES = "⁄∕⧸"
_LETTERS = {
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d\u0335",
    # The same letter in Arabic, Persian and Urdu; forms that are often written for another.
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ہ": "ه",
    "ە": "ه",
    "ة": "ه\u0308",
    "ٱ": "ا\u0306",
    "ـ": "",
    # Marks that are typed for each other: a comma for a cedilla, as in Romanian, and strokes.
    "\u0326": "\u0327",
    **dict.fromkeys(("\u0336", "\u0337", "\u0338"), "\u0335"),
}
_NO_MARKS = "йїў"
"""Letters of their own, although Unicode decomposes them."""
_NAMED_MARKS = {
    "STROKE": "\u0335",
    "UPTURN": "\u031a",
    "DESCENDER": "\u0329",
    "HOOK": "\u0321",
}
"""The marks that Unicode does not decompose letters into, by name, as in “L WITH STROKE”."""


def fold(text: str) -> str:
    """Return `text` for comparison; texts that differ only in marks on letters stay different."""
    return _join(text if text.isascii() else _NOT_ASCII.sub(_folded, text))


def plain(text: str) -> str:
    """Return `text` folded, without the marks on its letters."""
    return _join(text if text.isascii() else _NOT_ASCII.sub(_unmarked, text))


def _join(text: str) -> str:
    return " ".join(text.lower().replace("`", "'").split())


def pattern_of(folded: str) -> re.Pattern[str]:
    """Return a pattern that finds a folded text in folded texts.

    A letter without marks is found with and without; a letter with marks only with the same.
    """
    marks = _marks()
    letters = re.findall(f"([^{marks}]?)([{marks}]*)", folded, re.DOTALL)
    return re.compile(
        "".join(
            f"{re.escape(letter)}{own}(?![{marks}])" if own else f"{re.escape(letter)}[{marks}]*"
            for letter, own in letters
            if letter or own
        )
    )


class Folded(NamedTuple):
    """Texts, one a line, in the two forms that searches compare."""

    marked: str
    plain: str

    @classmethod
    def of(cls, *texts: str) -> "Folded":
        """Return texts folded, with the marks on their letters and without."""
        return cls("\n".join(map(fold, texts)), "\n".join(map(plain, texts)))


def search_for(text: str) -> Callable[[str], bool]:
    """Return a test of whether a text contains this one, as searches compare them."""
    is_in = search_folded(text)
    return lambda one: is_in(Folded.of(one))


def search_folded(text: str) -> Callable[[Folded], bool]:
    """Return a test of whether one of some texts contains this one, as searches compare them."""
    wanted = fold(text)
    if wanted == plain(wanted):
        return lambda texts: wanted in texts.plain
    pattern = pattern_of(wanted)
    return lambda texts: pattern.search(texts.marked) is not None


def _folded(run: re.Match[str]) -> str:
    text = run[0]
    return _fold_word(text) if len(text) <= _CACHED else "".join(map(_fold, _pieces(text)))


def _unmarked(run: re.Match[str]) -> str:
    text = run[0]
    return (
        _unmark_word(text) if len(text) <= _CACHED else _unmark("".join(map(_fold, _pieces(text))))
    )


def _pieces(run: str) -> list[str]:
    """Return a run in pieces, each of which begins with a letter of its own where possible."""
    pieces = []
    start = 0
    for at in range(len(run)):
        long = at - start
        if long >= 2 * _PIECE or (long >= _PIECE and _begins_letter(run[at])):
            pieces.append(run[start:at])
            start = at
    return [*pieces, run[start:]]


def _begins_letter(character: str) -> bool:
    first = unicodedata.normalize("NFKD", character)[0]
    return unicodedata.category(first)[0] != "M" and not "\u1160" <= first <= "\u11ff"


def _fold(run: str) -> str:
    """Return a run of characters in its folded form, which folds to itself."""
    before = None
    while run != before:
        before = run
        composed = unicodedata.normalize("NFKC", run.translate(_SIGNS)).casefold()
        composed = unicodedata.normalize("NFKC", composed)
        run = composed.translate(_DECOMPOSED).replace("i\u0307", "i")  # the capital İ
    return run


def _unmark(folded: str) -> str:
    return "".join(one for one in folded if not _is_mark(one))


_fold_word = lru_cache(maxsize=8192)(_fold)
_unmark_word = lru_cache(maxsize=8192)(lambda run: _unmark(_fold(run)))


def _is_mark(character: str) -> bool:
    """Return whether a character is a mark that a search can ignore.

    By their combining classes, these are marks through, above and below letters, and the points of
    Hebrew and Arabic; but not vowel signs, tones and voicing, without which a word is another.
    """
    place = unicodedata.combining(character)
    return place == 1 or 10 <= place <= 36 or 200 <= place <= 240


@cache
def _marks() -> str:
    """Return the marks that a search can ignore, as the content of a character class."""
    found = list(filter(_is_mark, map(chr, range(0x300, 0x1F000))))
    first = [one for one in found if not _is_mark(chr(ord(one) - 1))]
    last = [one for one in found if not _is_mark(chr(ord(one) + 1))]
    return "".join(f"{low}-{high}" for low, high in zip(first, last, strict=True))


class _Signs(dict[int, str]):
    """What each sign is compared as; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _sign(unicodedata.normalize("NFC", chr(code)))
        return found


def _sign(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    if character in _QUOTES:
        return '"'
    if character in _SLASHES:
        return "/"
    if character == "\u2800":
        return " "
    if is_invisible(character):
        return ""
    match unicodedata.category(character[0]):
        case "Pd":
            return "-"
        case "Nd":
            return str(unicodedata.decimal(character))
    return "-" if character in _DASHES else character


class _Decomposed(dict[int, str]):
    """Each letter with its marks as characters of their own; filled as letters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _decomposed(chr(code))
        return found


def _decomposed(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    base, marks = (whole := unicodedata.normalize("NFD", letter))[0], whole[1:]
    if marks:
        is_letter = letter in _NO_MARKS or not all(map(_is_mark, marks))
        return letter if is_letter else "".join(map(_decomposed, (base, *marks)))
    name, _, mark = unicodedata.name(letter, "").partition(" WITH ")
    if mark in _NAMED_MARKS and name.startswith(("LATIN ", "CYRILLIC ")):
        try:
            return unicodedata.lookup(name) + _NAMED_MARKS[mark]
        except KeyError:
            pass
    return letter


_SIGNS = _Signs()
_DECOMPOSED = _Decomposed()
