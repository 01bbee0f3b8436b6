"""The characters of a page of a PDF, as pdfium reports them, each with its place and size."""

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

from pypdfium2 import PdfPage, PdfTextPage, raw

from kursk_tui.documents.marks import UNKNOWN

_LIGATURES = {
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    0xF0B7: "•",  # the bullet of the font Symbol
}
_HYPHENS = frozenset("\x02\ufffe\u00ad")
"""What pdfium reports for a hyphen that cuts a word at the end of a line, and the soft hyphen."""

HYPHEN = "\u00ad"
"""The form of such a hyphen in a `Glyph`."""

_SLOPE = math.radians(5)
"""A steeper line does not run from left to right."""


class Glyph(NamedTuple):
    """A character: the place of its left end on the base line, its right end, and its size.

    `spaced` means that a blank comes before it. Places are in points from the lower left corner.
    """

    char: str
    x: float
    y: float
    right: float
    size: float
    bold: bool
    spaced: bool


class Glyphs(NamedTuple):
    """The characters of a page, and how many run sideways, are outside it, or have no name.

    Those that run sideways or are outside are left out.
    """

    glyphs: list[Glyph]
    sideways: int
    outside: int
    unknown: int


class _Font(NamedTuple):
    size: float
    bold: bool
    level: bool


def glyphs_of(page: PdfPage, text: PdfTextPage) -> Glyphs:
    """Return the characters of a page in the order of its content."""
    width, height = page.get_size()
    found: list[Glyph] = []
    sideways = outside = unknown = 0
    spaced = False
    for char, place, font in _Reader(page, text).characters():
        if char.isspace():
            spaced = True
        elif place is None or not font.level:
            sideways += 1
        elif not (-1 <= place[0] <= width + 1 and -1 <= place[1] <= height + 1):
            outside += 1
        else:
            unknown += char == UNKNOWN
            found.append(Glyph(char, *place, font.size, font.bold, spaced))
            spaced = False
    return Glyphs(found, sideways, outside, unknown)


class _Reader:
    """Reads the characters of a page, turned the way the page is shown."""

    def __init__(self, page: PdfPage, text: PdfTextPage) -> None:
        self._text = text.raw
        self._count = text.count_chars()
        self._turn = page.get_rotation()
        left, bottom, right, top = page.get_cropbox()
        self._box = (left, bottom, right, top)
        self._fonts: dict[int, _Font] = {}

    def characters(self) -> Iterator[tuple[str, tuple[float, float, float] | None, _Font]]:
        """Yield each character with its place (left, base line, right) and its font."""
        text = self._text
        x, y = ctypes.c_double(), ctypes.c_double()
        box = raw.FS_RECTF()
        blank = _Font(0, False, True)
        for nth in range(self._count):
            code = raw.FPDFText_GetUnicode(text, nth)
            char = _character(code)
            if char.isspace():
                yield " ", None, blank
                continue
            if raw.FPDFText_HasUnicodeMapError(text, nth) == 1:
                char = UNKNOWN
            raw.FPDFText_GetCharOrigin(text, nth, x, y)
            raw.FPDFText_GetLooseCharBox(text, nth, box)
            place = self._place(x.value, y.value, (box.left, box.bottom, box.right, box.top))
            yield char, place, self._font(nth)

    def _font(self, nth: int) -> _Font:
        """Return the font of a character; it is that of the whole text object."""
        text_object = raw.FPDFText_GetTextObject(self._text, nth)
        key = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        if key not in self._fonts or not key:
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(self._text, nth, matrix)
            scale = math.hypot(matrix.c, matrix.d)
            size = raw.FPDFText_GetFontSize(self._text, nth) * scale
            angle = math.atan2(matrix.b, matrix.a) - self._turn * math.pi / 180
            level = abs(math.remainder(angle, 2 * math.pi)) < _SLOPE
            bold = raw.FPDFText_GetFontWeight(self._text, nth) >= 600
            self._fonts[key] = _Font(abs(size), bold, level)
        return self._fonts[key]

    def _place(
        self, x: float, y: float, box: tuple[float, float, float, float]
    ) -> tuple[float, float, float]:
        """Return the left end, the base line and the right end on the page as it is shown."""
        left, bottom, right, top = self._box
        match self._turn:
            case 90:
                return y - bottom, right - x, box[3] - bottom
            case 180:
                return right - x, top - y, right - box[0]
            case 270:
                return top - y, x - left, top - box[1]
        return x - left, y - bottom, box[2] - left


def _character(code: int) -> str:
    char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else UNKNOWN
    if char in _HYPHENS:
        return HYPHEN
    return _LIGATURES.get(code, char if char.isprintable() else " ")
