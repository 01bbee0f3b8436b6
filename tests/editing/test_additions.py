"""Items that drafting missed: dates, likelihoods and numbers in words that the analyst marks."""

from hashlib import sha256
from typing import Any

import pytest

from kursk_tui.editing import EditError, Item, items_of
from kursk_tui.editing.additions import add_date, add_likelihood, add_number
from kursk_tui.editing.items import decision_on
from kursk_tui.editing.open_numbers import count_as
from kursk_tui.editing.unread import first_unread
from kursk_tui.model import Briefing
from tests.model.factory import built

TEXT = (
    "Since 3 May, 40 have died, and it is likely that floods, which began on Monday, "
    "last until the harvest. In the past week, 9 fled."
)


def drafted(text: str = TEXT, **more: Any) -> Briefing:
    """Return a draft of one claim, whose document is of Wednesday, 14 May 2031."""
    claim = {
        "id": "c1",
        "document": "doc",
        "kind": "reported",
        "summary": "Floods",
        "evidence": {"start": 0, "end": len(text), "exact": text},
        "review": {},
        **more,
    }
    document = {"id": "doc", "text": text, "date": "2031-05-14"}
    document["sha256"] = sha256(text.encode()).hexdigest()
    return built(
        {
            "format": "kursk-tui/1",
            "status": "draft",
            "title": "Floods",
            "documents": [document],
            "sources": [],
            "claims": [claim],
        }
    )


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_an_added_date_is_read_as_the_document_means_it() -> None:
    for words, expected in (
        ("Since 3 May", ("Since 3 May", "in effect", "2031-05-03/..")),
        ("3 May", ("Since 3 May", "in effect", "2031-05-03/..")),  # “since” belongs to it
        ("Monday", ("Monday", "event", "2031-05-12")),
        ("until the harvest", ("until the harvest", "event", None)),  # its days are not known
    ):
        after = add_date(drafted(), 0, *at(words)).claims[0]
        (when,) = after.when
        assert (when.words, when.role, when.placed) == expected
        assert decision_on(after, Item("when")) == "accepted"


def test_a_date_is_stated_once_and_in_words() -> None:
    once = add_date(drafted(), 0, *at("Monday"))
    with pytest.raises(EditError, match="“Monday” is stated already"):
        add_date(once, 0, *at("on Monday"))
    with pytest.raises(EditError, match="several dates"):
        add_date(drafted(), 0, 0, TEXT.index(", last"))
    with pytest.raises(EditError, match="marks, not words"):
        add_date(drafted(), 0, TEXT.index(","), TEXT.index(",") + 1)


def test_an_added_likelihood_is_of_the_scale_and_has_its_reach() -> None:
    (read,) = add_likelihood(drafted(), 0, "", *at("likely")).claims[0].likelihoods
    assert (read.term, read.scale, read.words) == ("likely", "phia-2025", "likely")
    assert read.scope is not None
    assert read.scope.exact.startswith("floods, which began")
    with pytest.raises(EditError, match="choose the term in the list"):
        add_likelihood(drafted(), 0, "", *at("floods"))
    (chosen,) = add_likelihood(drafted(), 0, "unlikely", *at("floods")).claims[0].likelihoods
    assert (chosen.term, chosen.scope) == ("unlikely", None)
    negated = drafted(text := "It is not likely that it rains.")
    with pytest.raises(EditError, match="negated"):
        add_likelihood(negated, 0, "", *at("likely", text))


def test_an_added_number_waits_for_its_measure_and_has_its_period_then() -> None:
    after = add_number(drafted(), 0, *at("9 fled"))
    assert list(items_of(after.claims[0])) == [Item("open_numbers")]
    (figure,) = count_as(after, 0, Item("open_numbers"), "displaced").claims[0].figures
    assert (figure.words, figure.values, figure.measure) == ("9", (9,), "displaced")
    assert (figure.period, figure.tally) == ("In the past week", "in")
    assert figure.covers == "2031-05-07/2031-05-14"
    with pytest.raises(EditError, match="state no number"):
        add_number(drafted(), 0, *at("have died"))


def test_what_is_added_begins_at_the_first_words_that_are_no_item() -> None:
    before = drafted()
    assert first_unread(before, 0, "figures") == at("40")
    assert first_unread(before, 0, "likelihoods") == at("likely")
    assert first_unread(before, 0, "when") == at("3 May")
    once = add_date(before, 0, *at("3 May"))
    assert first_unread(once, 0, "when") == at("Monday")
