"""What replaces the characters that an encoding lacks."""

import json

from kursk_tui.text.encoding import ASCII_FORMS, JSON_ESCAPES, is_utf8
from tests.tables import each_row


@each_row(
    ("text", "encoding", "written"),
    [
        ("“é” → Л", "ascii", b'"e" > ?'),
        ("“é” → Л", "latin-1", b'"\xe9" > ?'),
        ("“é” → Л", "koi8-r", b'"e" > \xec'),
        ("1\ufe0f\u20e3x", "ascii", b"1 x"),  # a keycap is two columns wide
        ("a\u0301b국c", "ascii", b"ab??c"),
        ("\ud800\ufffd", "ascii", b"??"),
    ],
)
def test_similar_characters_replace_what_is_lacking(
    text: str, encoding: str, written: bytes
) -> None:
    assert text.encode(encoding, ASCII_FORMS) == written


def test_a_lone_surrogate_is_replaced_in_utf_8() -> None:
    assert "a\udc80b".encode("utf-8", ASCII_FORMS) == b"a?b"


def test_json_loses_nothing() -> None:
    text = json.dumps("“é” 😀 Л", ensure_ascii=False)
    written = text.encode("ascii", JSON_ESCAPES)
    assert written == rb'"\u201c\u00e9\u201d \ud83d\ude00 \u041b"'
    assert json.loads(written) == "“é” 😀 Л"


@each_row(
    ("name", "utf_8"),
    [("utf-8", True), ("UTF8", True), ("utf_8", True), ("ascii", False), (None, False)],
)
def test_utf_8_has_several_names(name: str | None, utf_8: bool) -> None:
    assert is_utf8(name) == utf_8
