"""Widths in terminal columns, worked out by hand, and layout by them."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kursk_tui.text.ascii import ascii_only
from kursk_tui.text.cells import carets, cut, graphemes, padded, width_in_cells, wrapped
from tests.model.factory import property_test
from tests.tables import each_row

WIDTHS = {
    "": 0,
    "plain": 5,
    "“at least 100” → 1…": 19,
    "Łódź, Київ, Ωmega": 17,
    "국정원": 6,
    "漢字": 4,
    "e\u0301": 1,  # a combining accent
    "👩\u200d🚀": 2,  # woman, joiner, rocket: an astronaut
    "👨\u200d👩\u200d👧": 2,  # a family of three
    "👍🏽": 2,  # a thumb with a skin tone
    "❤\ufe0f": 2,  # a heart, drawn as emoji
    "1\ufe0f\u20e3": 2,  # a keycap
    "🇰🇷": 2,  # two regional indicators: a flag
    "🇰🇷🇺🇦": 4,
    "🏳\ufe0f\u200d🌈": 2,
    "हि": 1,  # a consonant with a vowel sign
    "हिन्दी": 3,  # three consonants; two vowel signs and a virama
    "நி": 1,
    "กำ": 2,
    "a\u200bb": 2,  # a zero-width space
    "زن\u200cها": 4,  # a zero-width non-joiner
    "\u1112\u1161\u11ab": 2,  # one Korean syllable in three letters
}
MIXED = st.text(st.sampled_from("ab 한é→\u0301\u200b\u200d\ufe0f👩🚀🏽🇰🇷हि१"), max_size=30)


@each_row("text", WIDTHS)
def test_a_text_has_the_width_that_a_terminal_gives_it(text: str) -> None:
    assert width_in_cells(text) == WIDTHS[text]
    assert sum(width for _, width in graphemes(text)) == WIDTHS[text]


@property_test
@given(st.text(max_size=30) | MIXED)
def test_widths_are_those_of_the_dashboard(text: str) -> None:
    shown = "".join(one for one in text if one.isprintable())
    assert width_in_cells(shown) == cell_len(shown)


@property_test
# A joiner at an end of the text joins what is added there.
@given(MIXED.filter(lambda text: text == text.strip("\u200d")), st.integers(0, 20))
def test_padded_and_cut_texts_have_the_requested_width(text: str, width: int) -> None:
    assert width_in_cells(cut(text, width)) <= width
    assert text.startswith(cut(text, width))
    if width_in_cells(text) <= width:
        assert cut(text, width) == text
        assert width_in_cells(padded(text, width)) == width


def test_a_cut_does_not_divide_a_character() -> None:
    assert cut("ab👩\u200d🚀c", 3) == "ab"
    assert cut("ab👩\u200d🚀c", 4) == "ab👩\u200d🚀"
    assert cut("한국", 3) == "한"
    assert cut("हिन्दी", 1) == "हि"


@each_row(
    ("text", "start", "end", "line"),
    [
        ("killed:x", 7, 8, "       ^"),
        ("한국:x", 3, 4, "     ^"),
        ("👩\u200d🚀:x", 4, 5, "   ^"),
        ("👍🏽 x", 3, 4, "   ^"),
        ("हि:x", 0, 2, "^"),
        ("a\u200b:x", 3, 4, "  ^"),
        ("🇰🇷:x", 0, 2, "^^"),
        ("ab", 2, 2, "  ^"),
        ("ab", 0, 2, "^^"),
    ],
)
def test_carets_are_below_their_characters(text: str, start: int, end: int, line: str) -> None:
    assert carets(text, start, end) == line


def test_lines_are_broken_at_spaces_by_their_width() -> None:
    assert wrapped("", 10) == []
    assert wrapped("one two  three", 9) == ["one two", "three"]
    assert wrapped("one two  three", 14) == ["one two  three"]
    assert wrapped("one two", 5, "- ", "  ") == ["- one", "  two"]
    assert wrapped("a-long-word is whole", 6) == ["a-long-word", "is", "whole"]
    # Three syllables are six columns: two such words and a space are thirteen.
    assert wrapped("북한군 병력이 왔다", 13) == ["북한군 병력이", "왔다"]
    assert wrapped("북한군 병력이 왔다", 12) == ["북한군", "병력이 왔다"]


@property_test
@given(MIXED, st.integers(1, 20))
def test_no_word_is_lost_and_no_line_too_wide(text: str, width: int) -> None:
    lines = wrapped(text, width, "- ", "  ")
    assert "".join(lines).replace("- ", "", 1).split() == [] or [
        word for line in lines for word in line[2:].split(" ") if word
    ] == [word for word in text.split(" ") if word]
    for line in lines:
        assert width_in_cells(line) <= width or " " not in line[2:].strip(" ")


@each_row("text", [one for one in WIDTHS if one])
def test_ascii_is_as_wide_as_the_original(text: str) -> None:
    assert len(ascii_only(text)) == WIDTHS[text]


def test_latin_text_does_not_import_rich() -> None:
    code = (
        "import sys\nfrom kursk_tui.text.cells import width_in_cells\n"
        "assert width_in_cells('“at least 100” → Łódź, Київ ≈80% €5') == 35\n"
        "print('rich' in sys.modules)\n"
        "width_in_cells('한')\nprint('rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
