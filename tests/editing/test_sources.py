"""Who says so: other sources of a claim, one source of two, and two of one."""

import pytest

from kursk_tui.editing import EditError
from kursk_tui.editing.sources import add_source, merge_sources, set_sources, split_source
from tests.editing.drafted import draft


def test_a_claim_can_name_other_sources_or_none() -> None:
    after = set_sources(draft(), 0, ("ann", "kyiv")).claims[0].attribution
    assert (after.chain, after.basis, after.words) == (("ann", "kyiv"), "stated", "Kyiv")
    assert set_sources(draft(), 0, ()).claims[0].attribution.chain == ()
    with pytest.raises(EditError, match="there is no source “bob”"):
        set_sources(draft(), 0, ("bob",))
    with pytest.raises(EditError, match="more than once in this chain"):
        set_sources(draft(), 0, ("ann", "ann"))


def test_two_sources_that_are_one_are_merged_in_every_claim() -> None:
    after = merge_sources(draft(), "kyiv", "ann")
    assert [source.id for source in after.sources] == ["kyiv"]
    assert [claim.attribution.chain for claim in after.claims] == [("kyiv",), ("kyiv",)]
    relayed = set_sources(draft(), 0, ("ann", "kyiv"))
    with pytest.raises(EditError, match="c1 names both sources, one relaying the other"):
        merge_sources(relayed, "kyiv", "ann")


def test_a_source_that_is_two_is_split_for_one_claim() -> None:
    after = split_source(draft(), 0, "kyiv", "City of Kyiv")
    assert after.source_by_id["city-of-kyiv"].name == "City of Kyiv"
    assert after.claims[0].attribution.chain == ("city-of-kyiv",)
    assert "kyiv" in after.source_by_id
    same, name = add_source(draft(), "Ann")
    assert (len(same.sources), name) == (2, "ann")
    with pytest.raises(EditError, match="is blank"):
        add_source(draft(), " ")
