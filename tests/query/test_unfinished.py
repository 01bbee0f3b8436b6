"""Queries that are being typed: which errors remain whatever follows."""

from kursk_tui.query import QueryError, View
from kursk_tui.query.unfinished import lasting_error
from tests.query.factory import builtin
from tests.tables import each_row

VIEW = View.of(builtin())

WHOLE = (
    "korean killed:>=1,000",
    "killed:100..20000",
    'likelihood:>="highly likely"',
    "date:2024-12-04..2024-12-31",
    "date:2024-12..2025-09",
    "(korean OR is:contested) -source:nis",
    "killed:(100 OR 1000)",
    '"north korean" kind:judgement',
    "text:“at least” confidence:high..high",
    "NOT (id:S1 OR country:KR)",
    "likelihood:(likely OR probable)",
    'likelihood:"almost no chance".."highly improbable"',
)


def error_in(text: str) -> QueryError | None:
    """Return the error to show while a text is typed, or None."""
    try:
        VIEW.ask(text)
    except QueryError as error:
        return lasting_error(text, error, VIEW.index)
    return None


@each_row("query", WHOLE)
def test_no_error_is_shown_on_the_way_to_a_valid_query(query: str) -> None:
    for end in range(len(query) + 1):
        assert error_in(query[:end]) is None, query[:end]


@each_row(
    ("text", "message"),
    [
        ("kille:", "no field “kille”; did you mean killed:?"),
        ("killed: ", "a value is missing after “killed:”"),
        ("killed:1x", "“1x” is not a whole number; write 1000, 1,000 or 1k"),
        ("killed: korean", "a value is missing after “killed:”"),
        ("date:2024-13", "date: there is no month 13; months run from 01 to 12"),
        ("confidence:medium", "confidence: cannot be “medium”; it can be low, moderate, high"),
        ("korean)", "this “)” has no “(” before it"),
        ("- korean", "a word or field is missing after “-”"),
    ],
)
def test_an_error_that_remains_is_shown_at_once(text: str, message: str) -> None:
    error = error_in(text)
    assert error is not None
    assert error.sentence == message
