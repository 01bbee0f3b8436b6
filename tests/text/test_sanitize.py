"""The characters that may reach a terminal, and the replacements for the others."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.text.sanitize import find_unsafe, typed, visible
from tests.model.factory import property_test
from tests.tables import each_row

C0 = [code for code in range(0x20) if chr(code) not in "\n\t"]
C1 = list(range(0x80, 0xA0))
BIDI = [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069]
SURROGATES = [0xD800, 0xDBFF, 0xDC00, 0xDFFF]
SEPARATORS_AND_BOM = [0x2028, 0x2029, 0xFEFF]
NONCHARACTERS = [
    *range(0xFDD0, 0xFDF0),
    *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
]
UNSAFE = [*C0, 0x7F, *C1, *BIDI, *SURROGATES, *SEPARATORS_AND_BOM, *NONCHARACTERS]

anything = st.text(st.characters(categories=None), max_size=40) | st.text(
    st.sampled_from([chr(code) for code in UNSAFE] + list("ab\n\té한")), max_size=20
)


def test_an_unsafe_character_is_found_and_replaced_by_a_visible_one() -> None:
    for code in UNSAFE:
        text = f"a{chr(code)}b"
        assert find_unsafe(text) == 1, hex(code)
        shown = visible(text)
        assert len(shown) == 3, hex(code)
        assert (shown[0], shown[2]) == ("a", "b"), hex(code)
        assert shown[1] != chr(code), hex(code)
        assert shown[1].isprintable(), hex(code)
        assert not shown[1].isspace(), hex(code)


@each_row(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b", "a␀b"),
        ("over\rwritten", "over␍written"),
        ("ring\x07", "ring␇"),
        ("rub\x7f", "rub␡"),
        ("\x9b2J", "\ufffd2J"),
        ("user\u202eexe.txt", "user\ufffdexe.txt"),
        ("100\u200f-\u200f200", "100\ufffd-\ufffd200"),
        ("two\ud83d\ude00", "two\ufffd\ufffd"),
    ],
)
def test_a_replacement_identifies_its_control_character(text: str, shown: str) -> None:
    assert visible(text) == shown


@each_row(
    "text",
    [
        "plain ASCII, with [/] and [bold] and ~!@#$%^&*()",
        "북한군 병력",
        "Курская область",
        "قوات كوريا الشمالية",
        "שלום",
        "e\u0301 n\u0303 a\u0308\u0304",
        "Russia’s “command” – 50 %",
        "≈80% – <100%",
        "👍🏽",
        "\U0001f1f0\U0001f1f7",
        "漢字",
        "",
    ],
)
def test_ordinary_text_of_any_script_is_kept(text: str) -> None:
    assert find_unsafe(text) is None
    assert visible(text) == text


@pytest.mark.parametrize("text", ["زن\u200cها", "a\u200db", "a\u00adb"])
def test_joiners_that_scripts_need_are_kept(text: str) -> None:
    assert find_unsafe(text) is None
    assert visible(text) == text


def test_newline_and_tab_are_safe_and_shown_as_blanks() -> None:
    assert find_unsafe("one\n\ttwo") is None
    assert visible("one\n\ttwo") == "one  two"


def test_the_first_unsafe_character_is_the_one_found() -> None:
    assert find_unsafe("한국\x07\x1b") == 2
    assert find_unsafe("\x1b한국\x07") == 0


@property_test
@given(anything)
def test_visible_text_keeps_its_length_and_is_safe(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert find_unsafe(shown) is None
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {ord(char) for char in shown} & set(UNSAFE)


@property_test
@given(anything)
def test_visible_changes_only_unsafe_characters_and_layout(text: str) -> None:
    for before, after in zip(text, visible(text), strict=True):
        if ord(before) not in UNSAFE and unicodedata.category(before) != "Cs":
            assert after == (" " if before in "\n\t" else before)


@property_test
@given(anything)
def test_visible_text_is_left_unchanged(text: str) -> None:
    assert visible(visible(text)) == visible(text)


def test_typed_text_leaves_out_what_copied_text_brings_along() -> None:
    assert typed("\ufeff\u2068id:\u200eS10\u2069\u061c\u200f") == "id:S10"
    assert typed("a\x1b\u202eb\n") == "a␛\ufffdb "
