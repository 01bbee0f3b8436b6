"""Claims with other ends, split and joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.editing import EditError
from kursk_tui.editing.division import join, move_ends, split
from tests.editing.drafted import FIRST, SPLIT, TEXT, draft
from tests.model.factory import property_test


def test_a_split_gives_each_item_to_the_part_that_has_its_words() -> None:
    one, other = split(draft(), 0, SPLIT).claims[:2]
    assert (one.id, other.id) == ("c1", "c1-2")
    assert one.evidence.exact == "Kyiv says it is likely that at least 40 were killed"
    assert other.evidence.exact == "and 30 were hurt on 3 May."
    assert [figure.measure for figure in one.figures] == ["killed"]
    assert [figure.measure for figure in other.figures] == ["wounded"]
    assert (len(one.when), len(other.when)) == (0, 1)
    assert (one.attribution.basis, other.attribution.basis) == ("stated", "inferred")
    assert other.attribution.chain == ("kyiv",)
    assert other.attribution.words is None
    (likelihood,) = one.likelihoods
    assert likelihood.scope is not None
    assert (
        likelihood.scope.exact == "at least 40 were killed"
    )  # the reach ends where the claim does
    assert other.likelihoods == ()


def test_a_split_through_the_words_of_an_item_is_refused() -> None:
    with pytest.raises(EditError, match="“at least 40” would be outside the claim"):
        split(draft(), 0, FIRST.index("40"))
    with pytest.raises(EditError, match="both claims need words"):
        split(draft(), 0, len(FIRST) - 1)
    with pytest.raises(EditError, match="between two of its words"):
        split(draft(), 0, 0)


def test_the_ends_of_a_claim_move_over_words_but_not_over_its_items() -> None:
    claim = move_ends(draft(), 0, 0, FIRST.index(" on 3") + len(" on 3 May")).claims[0]
    assert claim.evidence.exact == FIRST[:-1]
    assert len(claim.figures) == 2
    wide = move_ends(draft(), 0, 0, len(TEXT)).claims[0]
    assert wide.figures[1].start == FIRST.index("30")  # the quote has this number twice now
    with pytest.raises(EditError, match="“30” would be outside the claim; reject it first"):
        move_ends(draft(), 0, 0, SPLIT)
    with pytest.raises(EditError, match="a claim needs words"):
        move_ends(draft(when=[], figures=[], likelihoods=[]), 0, 4, 5)


def test_two_claims_are_joined_if_they_do_not_disagree() -> None:
    with pytest.raises(EditError, match="different sources"):
        join(draft(), 0)
    joined = join(draft(attribution={"chain": ["ann"], "basis": "inferred"}), 0)
    (claim,) = joined.claims
    assert claim.evidence.exact == TEXT
    assert [figure.values[0] for figure in claim.figures] == [40, 30, 30]
    with pytest.raises(EditError, match="no next claim"):
        join(draft(), 1)


@property_test
@given(st.integers(0, len(FIRST)))
def test_a_split_claim_can_be_joined_again(at: int) -> None:
    before = draft()
    try:
        parts = split(before, 0, at)
    except EditError:
        return
    again = join(parts, 0).claims[0]
    assert again.evidence == before.claims[0].evidence
    assert sorted(again.figures, key=str) == sorted(before.claims[0].figures, key=str)
    assert again.when == before.claims[0].when
    assert again.attribution == before.claims[0].attribution


def test_what_a_claim_says_of_other_statements_goes_with_its_words() -> None:
    relation = {"kind": "corrects", "words": "30", "of": {"claim": "c2"}}
    one, other, _ = split(draft(relations=[relation]), 0, SPLIT).claims
    assert one.relations == ()
    assert [(found.words, found.of.claim) for found in other.relations] == [("30", "c2")]
    with pytest.raises(EditError, match="there is no claim “c2” in this file"):
        join(draft(relations=[relation], attribution={"chain": ["ann"], "basis": "inferred"}), 0)
