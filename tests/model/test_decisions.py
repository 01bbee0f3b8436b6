"""Decisions on drafted claims, and the final briefing they lead to."""

import json
from typing import Any

import pytest

from kursk_tui.checking import find_cautions
from kursk_tui.formats.json import parse
from kursk_tui.formats.json import write as write_json
from kursk_tui.model.decisions import (
    differ_in_decisions_only,
    finalize,
    next_unreviewed,
    set_decision,
)
from kursk_tui.query import View
from tests.model.factory import built, minimal, problems


def draft() -> dict[str, Any]:
    raw = minimal()
    raw["status"] = "draft"
    for claim in raw["claims"]:
        claim["review"] = {}
    return raw


def test_a_decision_affects_one_claim_and_can_be_undone() -> None:
    before = built(draft())
    after = set_decision(before, 1, "rejected")
    assert [claim.review_state for claim in after.claims] == ["unreviewed", "rejected"]
    assert [claim.review_state for claim in before.claims] == ["unreviewed", "unreviewed"]
    assert [claim.id for claim in after.unreviewed] == ["fell"]
    assert set_decision(after, 1, None) == before
    assert built(minimal()).claims[0].review_state is None


def test_decisions_are_the_only_difference_between_two_versions() -> None:
    before = built(draft())
    decided = set_decision(set_decision(before, 0, "accepted"), 1, "rejected")
    assert differ_in_decisions_only(before, decided)
    assert differ_in_decisions_only(decided, built(draft()))
    flagged = draft()
    flagged["claims"][1]["review"] = {"flags": ["guess"]}
    kept = draft()
    del kept["claims"][1]["review"]
    shorter = draft()
    del shorter["claims"][1]
    renamed = {**draft(), "title": "Another title"}
    for raw in (flagged, kept, shorter, renamed):
        assert not differ_in_decisions_only(decided, built(raw))
    assert not differ_in_decisions_only(decided, finalize(decided))


def test_the_search_for_the_next_unreviewed_claim_wraps_around() -> None:
    briefing = built(draft())
    assert [next_unreviewed(briefing, after) for after in (None, 0, 1)] == [0, 1, 0]
    half = set_decision(briefing, 0, "accepted")
    assert [next_unreviewed(half, after) for after in (None, 0, 1)] == [1, 1, 1]
    assert next_unreviewed(set_decision(half, 1, "rejected"), 0) is None


def test_a_final_briefing_contains_no_record_of_drafting() -> None:
    briefing = set_decision(set_decision(built(draft()), 0, "accepted"), 1, "accepted")
    final = finalize(briefing)
    raw = json.loads(write_json(View.of(final)))
    assert raw.pop("status") == "final"
    assert raw == minimal()
    assert parse(write_json(View.of(final)).encode(), "x") == final
    assert list(find_cautions(final)) == []


def test_the_text_of_a_rejected_claim_becomes_residue_and_its_source_is_dropped() -> None:
    briefing = set_decision(set_decision(built(draft()), 0, "rejected"), 1, "accepted")
    final = finalize(briefing)
    assert [claim.id for claim in final.claims] == ["rain"]
    assert final.sources == ()
    (residue,) = final.documents[0].residue
    assert (residue.start, residue.end, residue.exact) == (0, 26, "Ann says at least 40 fell.")
    assert parse(write_json(View.of(final)).encode(), "x") == final
    assert list(find_cautions(final)) == []


def test_a_draft_with_an_unreviewed_claim_cannot_be_final() -> None:
    half = set_decision(built(draft()), 0, "accepted")
    with pytest.raises(ValueError, match="1 claim is still unreviewed"):
        finalize(half)
    raw = draft()
    raw["status"] = "final"
    assert [problem.path for problem in problems(raw)] == [
        ("claims", 0, "review", "decision"),
        ("claims", 1, "review", "decision"),
    ]
