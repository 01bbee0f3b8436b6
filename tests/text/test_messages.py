"""Counts, shortened quotes and suggestions in messages."""

import pytest

from kursk_tui.text.messages import closest, plural, shortened, suggestion
from tests.tables import each_row


@each_row(
    ("number", "words"),
    [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (1200, "1,200 claims")],
)
def test_a_count_agrees_with_its_noun(number: int, words: str) -> None:
    assert plural(number, "claim") == words


def test_a_noun_may_have_an_irregular_plural() -> None:
    assert plural(1, "entry", "entries") == "1 entry"
    assert plural(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(("text", "short"), [("", ""), ("abcde", "abcde"), ("abcdef", "abcd…")])
def test_a_longer_text_ends_in_an_ellipsis(text: str, short: str) -> None:
    assert shortened(text, 5) == short


def test_the_most_similar_choice_is_suggested() -> None:
    choices = ("killed", "wounded", "missing")
    assert closest("kiled", choices) == "killed"
    assert closest("date", choices) is None
    assert suggestion("kiled", choices) == "; did you mean “killed”?"
    assert suggestion("kiled", choices, "''") == "; did you mean 'killed'?"
    assert suggestion("date", choices) == ""


def test_a_long_word_is_not_compared() -> None:
    assert closest("k" * 101, ["k" * 101]) is None


def test_of_many_choices_those_with_the_same_first_letter_are_compared() -> None:
    choices = [*(f"x{number}" for number in range(1_000)), "killed", "filed"]
    assert closest("kiled", choices) == "killed"
    assert closest("tilled", choices) is None
