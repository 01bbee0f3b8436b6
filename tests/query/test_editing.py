"""Add a term to the text of a query."""

from kursk_tui.query.editing import with_term
from tests.tables import each_row


@each_row(
    ("text", "term", "expected"),
    [
        ("", "source:nis", "source:nis"),
        ("killed:*", "source:nis", "killed:* source:nis"),
        ("a OR b", "-source:nis", "(a OR b) -source:nis"),
        ("a b", "b", "a b"),
        ("a  SOURCE:nis", "source:nis", "a  SOURCE:nis"),
        ("a -b", "b", "a -b b"),
        ("(a b) OR c", "c", "((a b) OR c) c"),
    ],
)
def test_a_term_is_added_unless_the_query_contains_it(text: str, term: str, expected: str) -> None:
    assert with_term(text, term) == expected
