"""Invisible characters, by the properties of Unicode."""

import sys
import unicodedata

from kursk_tui.text.invisible import is_blank, is_invisible
from tests.tables import each_row

# DerivedCoreProperties.txt: Default_Ignorable_Code_Point.
_IGNORABLE = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8)),
    *((0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
# PropList.txt: Prepended_Concatenation_Mark, which are format characters with a shape.
_SHOWN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}


def test_invisible_characters_are_those_of_the_properties() -> None:
    expected = {code for first, last in _IGNORABLE for code in range(first, last + 1)} | {0x2800}
    expected |= {
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) == "Cf" and code not in _SHOWN
    }
    unassigned = set(range(0x13439, 0x13440))  # format characters of a later version of Unicode
    found = {code for code in range(sys.maxunicode + 1) if is_invisible(chr(code))}
    assert found - unassigned == expected - unassigned


@each_row("text", ["", " ", "\u200b", "\u3164 \u2800", "\u00a0\u3000\n", "\U000e0041"])
def test_blank(text: str) -> None:
    assert is_blank(text)


@each_row("text", [".", "\u200ba", "가", "\u0301", "\u2801", "👩\u200d🚀"])
def test_not_blank(text: str) -> None:
    assert not is_blank(text)
