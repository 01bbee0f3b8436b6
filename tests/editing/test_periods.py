"""The period of a figure: its words in the document, and the days that they mean."""

import pytest

from kursk_tui.editing import EditError, Item, decide_item
from kursk_tui.editing.periods import change_period, period_at
from kursk_tui.editing.words_beside import change_words_beside
from tests.editing.test_additions import at, drafted

TEXT = (
    "On Sunday, 40 soldiers fell, 12 of them since 3 May and 9 over the weekend, in the south;\n"
    "so far this year, it was 300, after the storm."
)
FIGURE = {"measure": "killed", "words": "40", "qualifier": "exactly", "values": [40]}
FORTY = Item("figures")


def test_the_days_of_a_period_are_read_as_drafting_reads_them() -> None:
    """The document is of Wednesday, 14 May 2031."""
    before = drafted(TEXT, figures=[FIGURE])
    for words, expected in (
        ("since 3 May", ("since 3 May", "2031-05-03/..", "so far")),
        ("SINCE  3 may", ("since 3 May", "2031-05-03/..", "so far")),
        ("over the weekend", ("over the weekend", "2031-05-10/2031-05-11", "in")),
        ("so far this year", ("so far this year", "2031-01-01/2031-05-14", "so far")),
        ("On Sunday", ("On Sunday", "2031-05-11", "in")),
        ("after the storm", ("after the storm", None, None)),  # it is not known when
        ("over the weekend, in", ("over the weekend, in", "2031-05-10/2031-05-11", "in")),
        ("this year", ("this year", "2031", "in")),  # without “so far”
        ("3", ("3", None, None)),  # no words for 3 May
        ("", (None, None, None)),
    ):
        figure = change_period(before, 0, FORTY, words).claims[0].figures[0]
        assert (figure.period, figure.covers, figure.tally) == expected
    marked = period_at(before, 0, FORTY, at("so far this year", TEXT)).claims[0].figures[0]
    assert marked.covers == "2031-01-01/2031-05-14"


def test_words_beside_a_figure_are_those_of_the_document() -> None:
    before = drafted(TEXT, figures=[FIGURE])
    for field, words, expected in (
        ("population", "soldiers", "soldiers"),
        ("place", "the SOUTH; so", "the south; so"),  # over the end of a line
        ("population", "", None),
    ):
        figure = change_words_beside(before, 0, FORTY, field, words).claims[0].figures[0]
        assert getattr(figure, field) == expected
    for words in ("civilians", "soldier", "sold"):
        with pytest.raises(EditError, match="is not in the document"):
            change_words_beside(before, 0, FORTY, "population", words)
    with pytest.raises(EditError, match="is not in the document"):
        change_period(before, 0, FORTY, "in March")


def test_the_days_of_a_period_are_those_of_a_date_that_is_accepted() -> None:
    date = {"role": "in effect", "words": "since 3 May", "resolved": "2030-05-03/.."}
    before = drafted(TEXT, figures=[FIGURE], when=[date])
    for decide, days in ((False, "2031-05-03/.."), (True, "2030-05-03/..")):
        given = decide_item(before, 0, Item("when"), "accepted") if decide else before
        figure = change_period(given, 0, FORTY, "since 3 May").claims[0].figures[0]
        assert (figure.covers, figure.tally) == (days, "so far")
