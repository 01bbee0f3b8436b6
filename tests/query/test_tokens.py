"""Tokens: the meaning of a character depends on whether it is in the value of a field."""

from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.query.syntax import TokenKind, tokenize
from tests.tables import each_row


def kinds(text: str) -> str:
    """Return the tokens of a query as `kind(text)`, without the end."""
    return " ".join(f"{token.kind}({token.text})" for token in tokenize(text)[:-1])


@each_row(
    ("text", "expected"),
    [
        ("", ""),
        ("  ", ""),
        ("a OR b", "word(a) or(OR) word(b)"),
        ("a ORb", "word(a) word(ORb)"),
        ("NOT(a)", "not(NOT) open(() word(a) close())"),
        ("-a - b", "minus(-) word(a) stray(-) word(b)"),
        ("a-b", "word(a-b)"),
        ('"a \\" b"c', 'phrase("a \\" b") word(c)'),
        ('a "b c', 'word(a) unclosed("b c)'),
        ("1..2", "word(1..2)"),
        ("..2", "stray(.) word(.2)"),
        (">5 *", "word(>5) word(*)"),
        ("x:1..2", "field(x:) atom(1) range(..) atom(2)"),
        ("x:1.. 2", "field(x:) atom(1) range(..) word(2)"),
        ("x:1 ..2", "field(x:) atom(1) stray(.) word(.2)"),
        ("x:..2", "field(x:) range(..) atom(2)"),
        ("x:>= 5", "field(x:) operator(>=) atom(5)"),
        ("x:>>5", "field(x:) operator(>) atom(>5)"),
        ("x:>5..6", "field(x:) operator(>) atom(5) stray(.) word(.6)"),
        ("x:*", "field(x:) star(*)"),
        ("x:*a", "field(x:) atom(*a)"),
        ("x:OR", "field(x:) atom(OR)"),
        ("x:-5", "field(x:) atom(-5)"),
        ("x: OR", "field(x:) or(OR)"),
        ('x:a"b"', 'field(x:) atom(a) phrase("b")'),
        ("x:y:z", "field(x:) atom(y:z)"),
        ("x:(-1 OR OR)", "field(x:) open(() atom(-1) or(OR) atom(OR) close())"),
        ("x:((1) OR 2)", "field(x:) open(() open(() atom(1) close()) or(OR) atom(2) close())"),
        ("x:(a) -1", "field(x:) open(() atom(a) close()) minus(-) word(1)"),
    ],
)
def test_kinds(text: str, expected: str) -> None:
    assert kinds(text) == expected


@each_row(
    ("text", "fields"),
    [
        ("a", [None, None]),
        ("x:", [None, "x"]),  # the value is still to come
        ("x: ", [None, None]),
        ("x:)", [None, None, None]),
        ("X:1 b", [None, "X", None, None]),
        ("x:>", [None, "x", "x"]),
        ("x:1..", [None, "x", "x", None]),
        ("x:1..2 b", [None, "x", "x", "x", None, None]),
        ("x:(1 OR", [None, "x", "x", "x", "x"]),
        ("x:(1 b", [None, "x", "x", "x", "x"]),
        ("x:(1) y:(2", [None, "x", "x", "x", None, "y", "y", "y"]),
    ],
)
def test_the_field_whose_value_a_token_belongs_to(text: str, fields: list[str | None]) -> None:
    assert [token.field for token in tokenize(text)] == fields


@given(st.text(alphabet='ab:.-><=*()"\\ \nORANDT', max_size=30))
def test_tokens_cover_everything_but_white_space(text: str) -> None:
    *tokens, end = tokenize(text)
    assert end.kind is TokenKind.END
    assert end.start == end.end
    at = 0
    for token in tokens:
        assert text[at : token.start].strip() == ""
        assert text[token.start : token.end] == token.text != ""
        at = token.end
    assert end.start == at
    assert text[at:].strip() == ""
