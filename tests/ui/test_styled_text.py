"""Styled text: cutting, padding and wrapping lose no character and never exceed the width."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kursk_tui.text.sanitize import visible
from kursk_tui.ui.rows.styled_text import (
    Line,
    Span,
    fit,
    fit_end,
    fit_name,
    hang,
    line,
    slice_spans,
    spread,
    width_of,
    wrap,
)
from tests.tables import each_row

bounded = settings(max_examples=150, deadline=None, database=None)
TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab é한국🇺🇦👩‍🚀\u0301\u200d\x1b\t ـمرحبا"), st.characters(codec="utf-8")
    ),
    max_size=40,
)


def text(spans: Line) -> str:
    return "".join(span.text for span in spans)


@each_row(
    ("width", "shown"),
    [(5, "ab한국"[:2] + "한…"), (6, "ab한국"), (8, "ab한국  "), (4, "ab… "), (1, "…"), (0, "")],
)
def test_fit_cuts_with_an_ellipsis_or_pads(width: int, shown: str) -> None:
    assert text(fit(line("ab", "한국"), width)) == shown


@bounded
@given(st.lists(TEXTS, max_size=4), st.integers(0, 50))
def test_fit_gives_exactly_the_width(texts: list[str], width: int) -> None:
    assert width_of(fit([Span(one) for one in texts], width)) == width


@bounded
@given(TEXTS, TEXTS, st.integers(1, 60))
def test_spread_never_overflows_and_keeps_the_right_part(left: str, right: str, width: int) -> None:
    spans = spread((Span(left),), (Span(right),), width)
    assert width_of(spans) == width
    if 0 < cell_len(visible(right)) < width - 1:
        assert text(spans).endswith(right)


@bounded
@given(TEXTS, st.integers(4, 30))
def test_wrap_keeps_the_order_of_every_character_but_blanks(words: str, width: int) -> None:
    ranges = wrap(words, width)
    kept = "".join(words[start:end] for start, end in ranges)
    assert kept.replace(" ", "") == words.replace("\n", "").replace(" ", "")
    assert all(start <= end for start, end in ranges)
    assert all(cell_len(visible(words[start:end])) <= width for start, end in ranges)


def test_wrap_breaks_at_blanks_and_newlines() -> None:
    assert wrap("at least 100\nkilled", 8) == [(0, 8), (9, 12), (13, 19)]


def test_wrap_breaks_long_words_and_counts_wide_characters_twice() -> None:
    assert wrap("abcdefgh", 3) == [(0, 3), (3, 6), (6, 8)]
    assert wrap("한국어", 4) == [(0, 2), (2, 3)]


def test_slicing_keeps_roles() -> None:
    spans = line(Span("at least", "strong"), Span(" 100", "words"))
    assert slice_spans(spans, 3, 10) == (Span("least", "strong"), Span(" 1", "words"))


def test_a_hanging_label_is_on_the_first_line_only() -> None:
    rows = [text(row) for row in hang(Span("who"), 5, line("one two"), 9)]
    assert rows == ["who  one", "     two"]


def test_a_name_is_cut_in_the_middle_to_its_width() -> None:
    for name, width, cut in (
        ("Ministry of Defence", 19, "Ministry of Defence"),
        ("Ministry of Defence", 21, "Ministry of Defence  "),
        ("Ministry of Defence", 12, "Ministr…ence"),
        ("Ministry of Defence", 6, "Minis…"),
        ("新华社通讯社北京分社", 12, "新华社…分社 "),
        ("A" * 5000 + "Z", 11, "AAAAAA…AAAZ"),
    ):
        (*spans,) = fit_name(Span(name, "source", term="origin:x"), width)
        assert "".join(span.text for span in spans) == cut, name
        assert spans[0].term == "origin:x"


def test_an_id_is_cut_at_its_beginning() -> None:
    for width, expected in ((6, "…s/c12"), (9, "b-nis/c12"), (12, "b-nis/c12   "), (1, "…")):
        assert text(fit_end(Span("b-nis/c12"), width)) == expected
