"""A figure that another one is related to can be rejected."""

from kursk_tui.editing import Item, Step, decide_item
from kursk_tui.model.figure import FigureRelation
from tests.editing.drafted import draft, figure


def test_a_relation_to_a_rejected_figure_is_dropped_until_the_undo() -> None:
    part = {**figure("30", "wounded"), "relations": [{"kind": "part of", "words": "at least 40"}]}
    before = draft(figures=[figure("at least 40", "killed", "at least", 40), part])
    after = decide_item(before, 0, Item("figures"), "rejected")
    assert [one.relations for one in after.claims[0].figures] == [()]
    assert Step.between(before, after).taken_back(after) == before


def test_a_relation_from_another_claim_is_dropped_as_well() -> None:
    before = draft()
    first, second = before.claims
    relation = FigureRelation(kind="repeats", words="at least 40", claim="c1")
    repeats = second.figures[0].replace(relations=(relation,))
    before = before.replace(claims=(first, second.replace(figures=(repeats,))))
    after = decide_item(before, 0, Item("figures"), "rejected")
    assert after.claims[1].figures[0].relations == ()
    assert Step.between(before, after).taken_back(after) == before
