"""Decisions about drafted claims, and what is left of a draft when all are made."""

import json
from typing import Any

import pytest

from kursk_tui.checking import find_cautions
from kursk_tui.formats.json import parse
from kursk_tui.formats.json import write as write_json
from kursk_tui.model.decisions import decided, finished, next_unreviewed, state
from kursk_tui.query import View
from tests.model.factory import built, minimal, problems


def draft() -> dict[str, Any]:
    raw = minimal()
    raw["status"] = "draft"
    for claim in raw["claims"]:
        claim["review"] = {}
    return raw


def test_a_decision_is_of_one_claim_and_can_be_taken_back() -> None:
    before = built(draft())
    after = decided(before, 1, "rejected")
    assert [state(claim) for claim in after.claims] == ["unreviewed", "rejected"]
    assert [state(claim) for claim in before.claims] == ["unreviewed", "unreviewed"]
    assert [claim.id for claim in after.unreviewed] == ["fell"]
    assert decided(after, 1, None) == before
    assert state(built(minimal()).claims[0]) is None


def test_the_next_one_is_looked_for_all_around() -> None:
    briefing = built(draft())
    assert [next_unreviewed(briefing, after) for after in (None, 0, 1)] == [0, 1, 0]
    half = decided(briefing, 0, "accepted")
    assert [next_unreviewed(half, after) for after in (None, 0, 1)] == [1, 1, 1]
    assert next_unreviewed(decided(half, 1, "rejected"), 0) is None


def test_a_final_briefing_has_no_trace_of_drafting() -> None:
    briefing = decided(decided(built(draft()), 0, "accepted"), 1, "accepted")
    final = finished(briefing)
    raw = json.loads(write_json(View.of(final)))
    assert raw.pop("status") == "final"
    assert raw == minimal()
    assert parse(write_json(View.of(final)).encode(), "x") == final
    assert list(find_cautions(final)) == []


def test_rejected_words_become_residue_and_sources_go_with_them() -> None:
    briefing = decided(decided(built(draft()), 0, "rejected"), 1, "accepted")
    final = finished(briefing)
    assert [claim.id for claim in final.claims] == ["rain"]
    assert final.sources == ()
    (residue,) = final.documents[0].residue
    assert (residue.start, residue.end, residue.exact) == (0, 26, "Ann says at least 40 fell.")
    assert parse(write_json(View.of(final)).encode(), "x") == final
    assert list(find_cautions(final)) == []


def test_a_draft_with_something_unreviewed_is_not_final() -> None:
    half = decided(built(draft()), 0, "accepted")
    with pytest.raises(ValueError, match="1 claim is still unreviewed"):
        finished(half)
    raw = draft()
    raw["status"] = "final"
    assert [problem.path for problem in problems(raw)] == [
        ("claims", 0, "review", "decision"),
        ("claims", 1, "review", "decision"),
    ]
