"""`is:new`, `is:changed` and `is:weaker`: queries about an earlier version."""

import pytest

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.model.decisions import set_decision
from kursk_tui.query import Answer, Pending, View
from kursk_tui.query.baseline import DIFFERENCES
from tests.drafted_briefing import drafted_briefing
from tests.tables import each_row
from tests.two_versions import earlier, later

NO_BASELINE = "no earlier version to compare with: open with --since, or reload"


def compared() -> View:
    view = View.of(later())
    return view.compared_with(Comparison.of(Earlier(earlier(), "old.json"), view.briefing))


@each_row(
    ("query", "found"),
    [
        ("is:new", "N"),
        ("is:changed", "TLR"),
        ("is:weaker", "TL"),
        ("-is:new", "TLRS"),
        ("-is:changed -is:new", "S"),
        ("is:changed killed:*", "T"),
    ],
)
def test_claims_that_differ(query: str, found: str) -> None:
    view = compared().ask(query)
    assert "".join(view.claims[number].id for number in view.numbers) == found
    assert not view.answer.possible
    assert view.remarks == ()


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_without_an_earlier_version_nothing_is_known(difference: str) -> None:
    everything = Answer(unstated=0b11111)
    for query in (f"is:{difference}", f"-is:{difference}"):
        view = View.of(later()).ask(query)
        assert view.answer == everything
        assert [remark.sentence for remark in view.remarks] == [NO_BASELINE]
        view = view.compared_with(Pending("old.json")).ask(query)
        assert view.answer == everything
        assert [remark.sentence for remark in view.remarks] == ["still comparing with old.json"]


def test_that_nothing_is_new_is_an_answer() -> None:
    view = View.of(later())
    same = view.compared_with(Comparison.of(Earlier(later(), "old.json"), view.briefing))
    assert same.ask("-is:new").remarks == ()
    assert same.ask("is:new").numbers == ()


def test_a_part_of_a_query_without_an_answer_has_the_remark() -> None:
    (remark,) = View.of(later()).ask("killed:* OR is:new").remarks
    assert remark == (NO_BASELINE, 12, 18)


def test_a_view_that_is_compared_with_something_else_is_another_view() -> None:
    view = compared()
    assert view.shows_the_same(compared()) is False
    assert view.ask("").baseline is view.baseline
    assert view.ask("is:new").compared_with(None).numbers == (0, 1, 2, 3, 4)


def test_decisions_keep_the_earlier_version() -> None:
    draft = drafted_briefing()
    view = View.of(draft).compared_with(Pending("old.json"))
    assert view.version(set_decision(draft, 0, "accepted")).baseline is view.baseline
    assert view.version(draft.replace(title="Another")).baseline is None


def test_claims_of_another_version_that_match_the_same_query() -> None:
    view = compared()
    assert view.matching(earlier()) == {"T", "L", "R", "G", "S"}
    assert view.ask("treaty").matching(earlier()) == {"G"}
    assert view.ask("source:nis").matching(earlier().replace(claims=())) == frozenset()
