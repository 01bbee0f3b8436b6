"""Where sentences end."""

from kursk_tui.english.sentences import LONGEST, sentences
from tests.tables import each_row


def split(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in sentences(text, 0, len(text))]


@each_row(
    "text",
    [
        "It fell. | They left.",
        "It fell! | They left? | Yes.",
        "It fell... | They left.",
        "“It fell.” | They left.",
        "It fell (at last). | They left.",
        "The U.S. Army left. | It fell.",
        "They left the U.S. | The army stayed.",
        "Gen. Smith left. | It fell.",
        "It fell at 3 p.m. | They left.",
        "On Dec. 3 it fell. | They left.",
        "In Dec. | The army left.",
        "He said no. | Then it fell.",
        "It has No. 5 on it. | They left.",
        "J. Smith left. | It fell.",
        "He and I. | They left.",
        "Guns, tanks, etc. | Nothing is left.",
        "Smith Inc. said it fell. | They left.",
        "“Is it over?” Smith asked. | They left.",
        "It costs 3.5 million. | They left.",
        "It fell.² | They left.",
        "“It fell.”¹² | They left.",
        "It fell.[2][13] | They left.",
        "It fell. but no capital follows.",
        "On Sat. | The army left.",
    ],
)
def test_sentences(text: str) -> None:
    assert split(text.replace(" | ", " ")) == text.split(" | ")


def test_the_longest_sentence_is_not_cut() -> None:
    assert list(sentences("x" * LONGEST, 0, LONGEST)) == [(0, LONGEST, False)]


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    text = "word " * LONGEST
    found = list(sentences(text, 0, len(text)))
    assert all(cut and end - start <= LONGEST for start, end, cut in found)
    assert all(end - start > LONGEST - 10 for start, end, _ in found[:-1])
    assert " ".join(text[start:end] for start, end, _ in found) == text.rstrip()
    assert "".join(text[start:end] for start, end, _ in found).count("word") == LONGEST
