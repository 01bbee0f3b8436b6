"""Relations between figures: given, and out and back with a rejected figure."""

import pytest

from kursk_tui.editing import EditError, Item, Step, decide_item
from kursk_tui.editing.division import split
from kursk_tui.editing.related import relate, unrelate
from kursk_tui.formats.json import parse, write
from kursk_tui.model import Briefing
from kursk_tui.model.figure import FigureRelation
from kursk_tui.query import View
from tests.editing.drafted import SPLIT, draft, figure


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


def linked() -> Briefing:
    """Return a draft in which “30” of both claims is a part of “at least 40” of the first."""
    part = {"kind": "part of", "words": "at least 40"}
    wounded = {**figure("30", "wounded"), "relations": [part]}
    before = draft(figures=[figure("at least 40", "killed", "at least", 40), wounded])
    return relate(before, 1, Item("figures"), "repeats", (0, 0))


def relations(briefing: Briefing) -> list[tuple[str, str | None]]:
    """Return the relations of the figures “30” of both claims."""
    figures = (claim.figures[-1] for claim in briefing.claims)
    return [(one.kind, one.claim) for figure in figures for one in figure.relations]


REJECTED = Item("figures", 0, rejected=True)


def test_an_accepted_figure_has_its_relations_again() -> None:
    before = linked()
    assert relations(before) == [("part of", None), ("repeats", "c1")]
    after = decide_item(before, 0, Item("figures"), "rejected")
    assert relations(after) == []
    again = parse(write(View.of(after)).encode(), "")  # a later session, from the file
    again = decide_item(again, 0, REJECTED, "accepted")
    assert relations(again) == relations(before)
    assert again.claims[0].review is not None
    assert again.claims[0].review.rejected.relations == ()


def test_a_relation_between_two_rejected_figures_returns_with_the_second() -> None:
    before = linked()
    for first, second in ((0, 0), (0, 1), (1, 0), (1, 1)):
        out = decide_item(before, 0, Item("figures", first), "rejected")
        out = decide_item(out, 0, Item("figures"), "rejected")
        assert out.claims[0].figures == ()
        once = decide_item(out, 0, Item("figures", second, rejected=True), "accepted")
        assert once.claims[0].figures[0].relations == ()
        twice = decide_item(once, 0, REJECTED, "accepted")
        assert relations(twice) == relations(before)


def test_a_relation_to_a_split_claim_returns_as_well() -> None:
    out = decide_item(linked(), 0, Item("figures"), "rejected")
    parted = split(out, 0, SPLIT)  # “30” is in the second part
    again = decide_item(parted, 0, REJECTED, "accepted")
    assert [one.claim for one in again.claims[1].figures[0].relations] == ["c1"]


def test_a_figure_is_related_to_another_once_and_to_none() -> None:
    thirty, forty = Item("figures", 1), (0, 0)
    once = relate(draft(), 0, thirty, "part of", forty)
    again = relate(once, 0, thirty, "repeats", forty)
    assert relations(again) == [("repeats", None)]
    assert relations(unrelate(again, 0, thirty, 0)) == relations(unrelate(again, 0, thirty)) == []
    with pytest.raises(EditError, match="not related to itself"):
        relate(draft(), 0, thirty, "repeats", (0, 1))
