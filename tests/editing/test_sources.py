"""Who says so: other sources of a claim, one source of two, and two of one."""

import json

import pytest

from kursk_tui.checking import find_cautions
from kursk_tui.drafting import draft as drafted_prose
from kursk_tui.editing import EditError, Item, Step, decide_item
from kursk_tui.editing.sources import (
    add_source,
    merge_sources,
    set_sources,
    split_source,
    without_unnamed,
)
from kursk_tui.editing.words_beside import name_source
from kursk_tui.formats.json import parse, write
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.model.decisions import finalize, set_decision
from kursk_tui.query import View
from tests.editing.drafted import FIRST, draft


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


def test_a_rejected_source_is_merged_is_kept_in_exports_and_is_in_no_final_briefing() -> None:
    rejected = decide_item(draft(), 1, Item("attribution"), "rejected")
    assert merge_sources(rejected, "kyiv", "ann").claims[1].rejected_sources == ("kyiv",)
    again = parse(write(View.of(rejected).ask("id:c2")).encode(), "x")
    assert [source.id for source in again.sources] == ["ann"]
    assert [one.rule for one in find_cautions(rejected) if one.rule == "source-not-cited"] == []
    raw = json.loads(write(View.of(rejected)))
    del raw["sources"][1]
    with pytest.raises(InvalidBriefingError, match="no source “ann”"):
        parse(json.dumps(raw).encode(), "x")
    for number in (0, 1):
        rejected = set_decision(rejected, number, "accepted")
    final = finalize(rejected)
    assert [source.id for source in final.sources] == ["kyiv"]
    assert "review" not in write(View.of(final))


def test_a_source_that_is_two_is_split_for_one_claim() -> None:
    after = split_source(draft(), 0, "kyiv", "City of Kyiv")
    assert after.source_by_id["city-of-kyiv"].name == "City of Kyiv"
    assert after.claims[0].attribution.chain == ("city-of-kyiv",)
    assert "kyiv" in after.source_by_id
    same, name = add_source(draft(), "Ann")
    assert (len(same.sources), name) == (2, "ann")
    with pytest.raises(EditError, match="is blank"):
        add_source(draft(), " ")


def test_the_further_chains_of_a_claim_follow_its_sources() -> None:
    briefing, bob = add_source(draft(), "Bob")
    briefing, cid = add_source(briefing, "Cid")
    claim = briefing.claims[0]
    assert claim.attribution.chain == ("kyiv",)
    further = claim.attribution.replace(further=((bob, "ann"), (cid,)))
    briefing = briefing.replace(claims=(claim.replace(attribution=further), *briefing.claims[1:]))
    merged = merge_sources(briefing, bob, cid).claims[0].attribution
    assert merged.chains == (("kyiv",), (bob, "ann"), (bob,))
    joined = merge_sources(briefing, "kyiv", cid).claims[0].attribution
    assert joined.chains == (("kyiv",), (bob, "ann"))  # one chain, named once
    with pytest.raises(EditError, match="c1 names both sources, one relaying the other"):
        merge_sources(briefing, "ann", bob)
    without = set_sources(briefing, 0, ()).claims[0].attribution
    assert without.chains == ((bob, "ann"), (cid,))


def test_a_source_goes_with_the_last_claim_that_names_it() -> None:
    before = draft()
    after = without_unnamed(before, set_sources(before, 1, ("kyiv",)))
    assert [source.id for source in after.sources] == ["kyiv"]
    assert Step.between(before, after).taken_back(after) == before
    rejected = without_unnamed(before, decide_item(before, 1, Item("attribution"), "rejected"))
    assert rejected.sources == before.sources  # it can be accepted again
    both = set_sources(before, 0, ("kyiv", "ann"))
    assert without_unnamed(both, set_sources(both, 1, ("kyiv",))).sources == before.sources


def test_the_notes_of_drafting_go_with_the_source_that_they_are_about() -> None:
    raw = drafted_prose("He said that 12 were killed.").briefing()
    before = parse(json.dumps(raw).encode(), "")
    assert before.claims[0].attribution.note == "Nothing before this identifies “He”."
    named, name = add_source(before, "Ann")
    assert set_sources(named, 0, (name,)).claims[0].attribution.note is None


def test_a_source_is_named_by_words_of_the_claim() -> None:
    bare, at = draft(attribution={}), FIRST.index("likely")
    named = name_source(bare, 0, "Kyiv").claims[0].attribution
    assert (named.chain, named.words, named.basis) == (("kyiv",), "Kyiv", "stated")
    other = name_source(bare, 0, "Navy").claims[0].attribution
    assert (other.chain, other.words, other.basis) == (("navy",), None, "inferred")
    marked = name_source(bare, 0, "likely", (at, at + 6)).claims[0].attribution
    assert (marked.chain, marked.words) == (("likely",), "likely")
    kept = name_source(draft(), 0, "Navy").claims[0].attribution
    assert (kept.chain, kept.words, kept.stance) == (("navy",), "Kyiv", "asserts")
