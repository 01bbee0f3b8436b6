"""Text for terminals limited to ASCII."""

import unicodedata

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kursk_tui.text.ascii import ascii_only
from kursk_tui.text.sanitize import ascii_link, escaped, find_links, visible
from tests.tables import each_row


@each_row(
    ("text", "plain"),
    [
        ("plain", "plain"),
        ("“at least 100” – Russia’s", '"at least 100" - Russia\'s'),
        ("╭─ 2 Figures ─╮", "+- 2 Figures -+"),
        ("├──► ◆ ● █ ▐ ░", "+--> * @ # | :"),
        ("▸ NIS → Lee…", "+ NIS-> Lee~"),
        ("≈80% – ≈90%", "~80% - ~90%"),
        ("Łódź café", "Lodz cafe"),
        ("Øresund, Đakovo, ırk", "Oresund, Dakovo, irk"),
        ("‹a› „b“ 5′ 3″ T‑72", "'a' \"b\" 5' 3\" T-72"),
        ("═╬║ ↑↓ • × ＝ Ａ", "-+| ^v * x =  A "),
        # A sign that would become another number, or the opposite, has no form.
        ("½ of 40, 3½, 10², ①, Ⅳ, a ≠ b, (≥4)", "? of 40, 3?, 10?, ?, ?, a # b, (?4)"),
        (" ≥95 %, at ≤\u03385", ">=95 %, at ?5"),
        ("e\u0301", "e"),
        ("국정원", "??????"),
        ("Київ", "????"),
        ("\x1b[31m", "\x1b[31m"),
    ],
)
def test_the_nearest_ascii_character_is_used(text: str, plain: str) -> None:
    assert ascii_only(text) == plain


@settings(max_examples=250, deadline=None, database=None)
@given(st.text())
def test_only_ascii_is_left(text: str) -> None:
    assert ascii_only(text).isascii()


DRAWN = st.characters(
    codec="utf-8", categories=["L", "N", "P", "Sm", "So", "Zs"], max_codepoint=0xFFFF
)


@settings(max_examples=250, deadline=None, database=None)
@given(st.text(DRAWN.filter(lambda one: unicodedata.east_asian_width(one) != "A")))
def test_columns_keep_their_width(text: str) -> None:
    shown = visible(text)
    assume(
        all(
            cell_len(one) == (2 if unicodedata.east_asian_width(one) in "WF" else 1)
            for one in shown
        )
    )
    assert len(ascii_only(shown)) == cell_len(shown)


@each_row(
    ("text", "links"),
    [
        ("see https://a.example/x.", ["https://a.example/x"]),
        ("(http://b.example), “https://c.example”", ["http://b.example", "https://c.example"]),
        ("javascript:alert(1) ftp://x file:///etc", []),
        ("https://a.example/\x1b]8;;x", ["https://a.example/"]),
        ("https://a.example/\u202eevil", []),
        ("none", []),
    ],
)
def test_only_links_to_the_web_are_links(text: str, links: list[str]) -> None:
    assert [text[start:end] for start, end in find_links(text)] == links


def test_json_escapes_unsafe_characters() -> None:
    assert escaped('"a\u202eb\x9b"') == '"a\\u202eb\\u009b"'


def test_a_link_is_percent_encoded_outside_ascii() -> None:
    assert ascii_link("https://x.example/Łódź?q=1&r=\u200b") == (
        "https://x.example/%C5%81%C3%B3d%C5%BA?q=1&r=%E2%80%8B"
    )
