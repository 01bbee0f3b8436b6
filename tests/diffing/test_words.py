"""Which words differ: pieces that rebuild both texts, in bounded time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.diffing.words import word_changes
from kursk_tui.text.similarity import similarity
from tests.model.factory import property_test
from tests.tables import each_row


def marked(old: str, new: str) -> str:
    """Return the pieces as one text: [-removed-] and {+added+}."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in word_changes(old, new))


@each_row(
    ("old", "new", "expected"),
    [
        ("at least 38", "38", "[-at least -]38"),
        ("38", "at least 38", "{+at least +}38"),
        ("Rain is likely.", "Rain is highly likely.", "Rain is{+ highly+} likely."),
        ("1,000 men, he says", "1,100 men, he said", "[-1,000-]{+1,100+} men, he [-says-]{+said+}"),
        ("killed 38.", "killed 38", "killed 38[-.-]"),
        ("a b", "a  b", "a[- -]{+  +}b"),
        ("one two", "three", "[-one two-]{+three+}"),
        ("", "new", "{+new+}"),
        ("gone", "", "[-gone-]"),
        ("", "", ""),
        ("same words", "same words", "same words"),
    ],
)
def test_words_are_marked(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


texts = st.text(alphabet="ab ,.1\n“́", max_size=30)


@property_test
@given(texts, texts)
def test_the_pieces_rebuild_both_texts(old: str, new: str) -> None:
    pieces = word_changes(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new
    assert all(piece.text for piece in pieces)
    kinds = [piece.kind for piece in pieces]
    assert ("same", "same") not in pairwise(kinds)
    assert ("added", "removed") not in pairwise(kinds)


@pytest.mark.parametrize("times", [900, 30_000])
def test_words_that_repeat_take_little_time(times: int) -> None:
    old, new = "a b " * times, "b a a " * times
    start = time.thread_time()
    pieces = word_changes(old, new)
    assert time.thread_time() - start < 2  # difflib takes minutes
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old


def test_similarity_is_what_is_common_in_order() -> None:
    assert similarity("abcd", "acde") == 0.75  # a, c and d: twice 3 of 8
    assert similarity("ab", "ba") == 0.5
    assert similarity([], []) == 0
