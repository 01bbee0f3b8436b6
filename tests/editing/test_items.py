"""Decisions on single items of a drafted claim."""

import pytest

from kursk_tui.editing import EditError, Item, decide_item, items_of
from kursk_tui.editing.items import decision_on
from kursk_tui.formats.json import parse
from kursk_tui.formats.json import write as write_json
from kursk_tui.model import Attribution
from kursk_tui.query import View
from tests.editing.drafted import draft, proposal
from tests.tables import each_row

FORTY, THIRTY = Item("figures", 0), Item("figures", 1)


def test_the_items_of_a_claim_are_in_the_order_of_its_facts() -> None:
    assert list(items_of(draft().claims[0])) == [
        Item("attribution"),
        Item("when"),
        FORTY,
        THIRTY,
        Item("likelihoods"),
        Item("confidence"),
    ]


def test_a_rejected_figure_is_no_longer_stated_and_can_be_put_back() -> None:
    before = draft()
    after = decide_item(before, 0, FORTY, "rejected")
    claim = after.claims[0]
    assert [one.words for one in claim.figures] == ["30"]
    assert claim.review is not None
    assert [one.words for one in claim.review.rejected.figures] == ["at least 40"]
    assert claim.review_state == "unreviewed"
    assert decision_on(claim, Item("figures", 0, rejected=True)) == "rejected"
    assert decision_on(claim, FORTY) is None  # the thirty, which is now the first
    again = decide_item(after, 0, Item("figures", 0, rejected=True), None)
    assert again == before


@each_row(
    "item", [Item("attribution"), THIRTY, Item("likelihoods"), Item("confidence"), Item("when")]
)
def test_every_kind_of_item_can_be_taken_out_and_put_back(item: Item) -> None:
    before = draft()
    after = decide_item(before, 0, item, "rejected")
    taken = [one for one in items_of(after.claims[0]) if one.rejected]
    assert taken == [Item(item.field, 0, rejected=True)]
    assert item not in list(items_of(after.claims[0]))
    again = decide_item(after, 0, taken[0], "accepted").claims[0]
    assert list(items_of(again)) == list(items_of(before.claims[0]))
    assert decision_on(again, item) == "accepted"


def test_an_accepted_guess_needs_no_decision() -> None:
    briefing = draft()
    for item in (FORTY, THIRTY):
        assert briefing.claims[0].review is not None
        assert briefing.claims[0].review.needs_decision
        briefing = decide_item(briefing, 0, item, "accepted")
    assert briefing.claims[0].review is not None
    assert not briefing.claims[0].review.needs_decision


def test_a_source_is_not_put_back_over_another() -> None:
    after = decide_item(draft(), 0, Item("attribution"), "rejected")
    claim = after.claims[0].replace(attribution=Attribution(chain=("kyiv",), basis="inferred"))
    with pytest.raises(EditError, match="the claim has another source by now"):
        decide_item(
            after.replace(claims=(claim,)), 0, Item("attribution", rejected=True), "accepted"
        )


def test_a_claim_that_was_not_drafted_has_nothing_to_decide() -> None:
    with pytest.raises(EditError, match="was not drafted"):
        decide_item(draft(review=None), 0, FORTY, "accepted")


def test_decisions_on_items_are_in_the_file() -> None:
    after = decide_item(draft(), 0, FORTY, "rejected")
    written = write_json(View.of(after))
    assert parse(written.encode(), "") == after


def test_a_decision_on_the_source_is_one_on_every_proposal_of_a_source() -> None:
    items = [
        proposal("attribution", "Kyiv"),
        proposal("attribution", "it"),
        proposal("figure", "30"),
    ]
    after = decide_item(draft(review={"items": items}), 0, Item("attribution"), "accepted")
    assert after.claims[0].review is not None
    assert [one.decision for one in after.claims[0].review.items] == ["accepted", "accepted", None]
