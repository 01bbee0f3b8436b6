"""The span of words whose ends an analyst moves."""

from kursk_tui.ui.marking.word_span import (
    Words,
    WordSpan,
    first_word,
    phrases_of,
    second_part,
    sentences_of,
)

TEXT = "At least 45,646 fell; the army (and Kyiv) denied it."


def shown(span: WordSpan | None) -> str:
    assert span is not None
    return TEXT[span.start : span.end]


def span(words: str, low: int = 0, high: int = len(TEXT)) -> WordSpan:
    start = TEXT.index(words)
    return WordSpan(Words.of(TEXT, low, high), start, start + len(words))


def test_an_end_moves_from_word_to_word_and_stops_at_the_edges() -> None:
    marked = span("45,646")
    for steps, words in (
        (1, "45,646 fell"),
        (2, "45,646 fell;"),
        (3, "45,646 fell; the"),
        (99, TEXT[9:]),
    ):
        assert shown(marked.moved(steps)) == words
    front = marked.other_end()
    assert shown(front.moved(-1)) == "least 45,646"
    assert shown(front.moved(-99)) == "At least 45,646"
    assert shown(front.moved(-2).other_end().moved(1)) == "At least 45,646 fell"
    claim = TEXT.index(";")
    assert shown(span("45,646", 3, claim).moved(99)) == "45,646 fell"


def test_an_end_takes_the_other_along_so_that_a_word_remains() -> None:
    marked = span("45,646")
    assert shown(marked.moved(-1)) == "least"
    assert shown(marked.moved(-99)) == "At"
    assert shown(marked.other_end().moved(1)) == "fell"
    assert shown(marked.other_end().moved(99)) == "."


def test_an_end_within_a_word_moves_to_the_next_edge_of_a_word() -> None:
    inside = span("646 fell")
    assert shown(inside.other_end().moved(-1)) == "45,646 fell"
    assert shown(inside.moved(-1)) == "646"
    assert shown(span("least 45").moved(1)) == "least 45,646"


def test_a_second_part_keeps_its_end_and_leaves_a_word_before_it() -> None:
    part = second_part(TEXT, 0, len(TEXT))
    assert shown(part) == "and Kyiv) denied it."  # nearer the middle than what follows “;”
    assert part is not None
    assert shown(second_part(TEXT, 0, TEXT.index("(and"))) == "the army "
    assert shown(second_part(TEXT, 0, TEXT.index(";"))) == "45,646 fell"
    assert part.other_end() == part
    assert shown(part.moved(-99)) == "least 45,646 fell; the army (and Kyiv) denied it."
    assert shown(part.moved(99)) == "."
    assert second_part(TEXT, 3, 8) is None


def test_words_by_hand_begin_with_the_word_at_a_place() -> None:
    assert shown(first_word(TEXT, 0)) == "At"
    assert shown(first_word(TEXT, 11)) == "45,646"
    assert shown(first_word(TEXT, 15)) == "fell"
    assert shown(first_word(TEXT, 999)) == "."
    assert first_word(" \n", 0) is None


def test_an_end_moves_over_sentences() -> None:
    text = "Two fell. Kyiv denied\nit. A storm\n\nNotes\n\nThe end."
    sentences, words = sentences_of(text), Words.of(text, 0, len(text))
    fell = WordSpan(words, 4, 8)

    def moved(one: WordSpan, steps: int) -> str:
        found = one.moved(steps, sentences)
        return text[found.start : found.end]

    assert moved(fell, 1) == "fell."
    assert moved(fell, 2) == "fell. Kyiv denied\nit."
    assert moved(fell, -1) == "fell"  # no sentence ends before
    front = fell.other_end()
    assert moved(front, -1) == "Two fell"
    assert moved(front, 1) == "Kyiv"
    assert moved(front.moved(99), -1) == "The end."
    inside = WordSpan(Words.of(text, 10, 25), 15, 21, "start", fixed=True)  # a claim to split
    assert moved(inside, -1) == "Kyiv denied"
    assert moved(inside, 1) == "denied"


def test_the_phrases_of_a_text_begin_and_end_with_words() -> None:
    found = ["12", "12 (crew", "12 (crew) died", "crew", "crew) died", "died"]
    assert [*phrases_of("12 (crew) died.")] == found
