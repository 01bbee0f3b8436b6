"""Changes of what a claim states about its items."""

import pytest

from kursk_tui.editing import EditError, Item
from kursk_tui.editing.fields import change_claim, change_item, move_words, set_reach
from tests.editing.drafted import FIRST, TEXT, draft
from tests.tables import each_row

FORTY = Item("figures", 0)


def test_fields_of_every_kind_of_item_can_be_changed() -> None:
    after = change_item(draft(), 0, FORTY, measure="casualties", population="soldiers")
    figure = after.claims[0].figures[0]
    assert (figure.measure, figure.population, figure.values) == ("casualties", "soldiers", (40,))
    after = change_item(draft(), 0, Item("when"), role="reported")
    assert after.claims[0].when[0].role == "reported"
    after = change_item(draft(), 0, Item("attribution"), stance="denies")
    assert after.claims[0].attribution.stance == "denies"
    after = change_item(draft(), 0, Item("likelihoods"), term="highly likely")
    assert after.claims[0].likelihoods[0].term == "highly likely"
    assert change_claim(draft(), 0, kind="judgement").claims[0].kind == "judgement"


def test_a_source_is_stated_once_its_words_are_marked() -> None:
    inferred = draft(attribution={"chain": ["kyiv"], "basis": "inferred", "stance": "asserts"})
    after = move_words(inferred, 0, Item("attribution"), 0, 4).claims[0].attribution
    assert (after.words, after.basis) == ("Kyiv", "stated")


@each_row(
    ("item", "changes", "message"),
    [
        (FORTY, {"measure": "Killed!"}, "“measure” is “Killed!”"),
        (FORTY, {"measure": "source"}, "is a word of the query language"),
        (FORTY, {"qualifier": "between"}, "takes two numbers"),
        (FORTY, {"values": (-1,)}, "must be at least 0"),
        (Item("likelihoods"), {"term": "certain"}, "“certain” is not a term"),
        (Item("when"), {"edtf": "May"}, "“May” is not a date"),
        (Item("attribution"), {"chain": ("bob",)}, "there is no source “bob”"),
        (Item("figures", 0, rejected=True), {"measure": "killed"}, "this item was rejected"),
    ],
)
def test_a_wrong_change_is_refused_with_its_reason(
    item: Item, changes: dict[str, object], message: str
) -> None:
    with pytest.raises(EditError, match=message):
        change_item(draft(), 0, item, **changes)


def test_the_number_of_a_figure_is_read_from_its_new_words() -> None:
    start = FIRST.index("40")
    after = move_words(draft(), 0, FORTY, start, start + 2)
    assert after.claims[0].figures[0].words == "40"
    # “at least” is still beside the number: leaving it out would state more than the document
    assert after.claims[0].figures[0].qualifier == "at least"
    start = FIRST.index("30")
    after = move_words(draft(), 0, FORTY, start, start + 2)
    assert (after.claims[0].figures[0].qualifier, after.claims[0].figures[0].values) == (
        "exactly",
        (30,),
    )
    for words in ("Kyiv", "at least"):
        start = FIRST.index(words)
        with pytest.raises(EditError, match="these words state no number"):
            move_words(draft(), 0, FORTY, start, start + len(words))
    with pytest.raises(EditError, match="not in the claim's quote"):
        move_words(draft(), 0, FORTY, len(FIRST) + 1, len(TEXT))


def test_the_reach_of_a_likelihood_can_end_elsewhere() -> None:
    start = FIRST.index("at least 40 were killed")
    after = set_reach(
        draft(), 0, Item("likelihoods"), start, start + len("at least 40 were killed")
    )
    scope = after.claims[0].likelihoods[0].scope
    assert scope is not None
    assert scope.exact == "at least 40 were killed"
    claim = after.claims[0]
    assert [len(claim.likelihoods_of(one)) for one in claim.figures] == [1, 0]
    with pytest.raises(EditError, match="only a likelihood has a reach"):
        set_reach(draft(), 0, FORTY, 0, 4)


def test_a_best_value_and_categories_go_with_the_number_and_the_measure() -> None:
    briefing = draft()
    claim = briefing.claims[0]
    ranged = {"qualifier": "between", "values": (30, 50), "best": 40, "measure": "casualties"}
    figure = claim.figures[0].replace(**ranged, categories=("killed", "wounded"))
    briefing = briefing.replace(
        claims=(claim.replace(figures=(figure, *claim.figures[1:])), *briefing.claims[1:])
    )
    item = Item("figures")
    (after, _) = change_item(briefing, 0, item, values=(30, 60)).claims[0].figures
    assert (after.best, after.categories) == (None, ("killed", "wounded"))
    (after, _) = change_item(briefing, 0, item, measure="killed").claims[0].figures
    assert (after.best, after.categories) == (40, ())
