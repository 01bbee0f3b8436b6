"""Numbers that drafting set aside: taken as a measure, or as no figure."""

import pytest

from kursk_tui.editing import EditError, Item, decide_item, items_of
from kursk_tui.editing.open_numbers import count_as, lettered, offered_measures
from kursk_tui.model import Briefing
from tests.editing.drafted import TEXT, draft

NUMBER = Item("open_numbers")


def with_open_number(words: str = "at least 40") -> Briefing:
    start = TEXT.index(words)
    number = {
        "start": start,
        "end": start + len(words),
        "words": words,
        "reason": "no word next to it says what is counted",
        "measures": ["rescued"],
    }
    return draft(figures=[], review={"open_numbers": [number]})


def test_an_open_number_becomes_a_figure_as_its_words_qualify_it() -> None:
    for words in ("at least 40", "40"):
        new = count_as(with_open_number(words), 0, NUMBER, "rescued").claims[0]
        [figure] = new.figures
        assert (figure.measure, figure.words, figure.qualifier, figure.values) == (
            *("rescued", "at least 40", "at least"),
            (40,),
        )
        assert NUMBER not in items_of(new)
        assert new.review is not None
        assert new.review.open_numbers[0].decision == "accepted"


def test_a_rejected_number_remains_in_the_file_as_no_figure() -> None:
    rejected = decide_item(with_open_number(), 0, NUMBER, "rejected")
    assert rejected.claims[0].figures == ()
    assert list(items_of(rejected.claims[0]))[-1] == NUMBER._replace(rejected=True)
    again = NUMBER._replace(rejected=True)
    assert len(count_as(rejected, 0, again, "rescued").claims[0].figures) == 1


def test_a_number_needs_a_measure_that_can_be_one() -> None:
    with pytest.raises(EditError, match="needs a measure"):
        decide_item(with_open_number(), 0, NUMBER, "accepted")
    with pytest.raises(EditError):
        count_as(with_open_number(), 0, NUMBER, "date")


def test_each_measure_has_a_letter_and_what_the_words_suggest_comes_first() -> None:
    assert list(offered_measures(with_open_number(), 0, NUMBER).items())[:3] == [
        ("r", "rescued"),
        ("k", "killed"),
        ("w", "wounded"),
    ]
    assert lettered(["killed", "kin", "ki", "k"]) == {
        "k": "killed",
        "i": "kin",
        "a": "ki",
        "b": "k",
    }
