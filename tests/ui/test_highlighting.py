"""Highlighting: the segments of a part of a text are those of the whole, cut to the part."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.model import Briefing, Claim
from kursk_tui.ui.rows.highlighting import Highlighting, Segment
from tests.query.factory import builtin
from tests.ui.rich_briefing import rich_briefing


def claims_of(briefing: Briefing, document: int) -> list[tuple[int, Claim]]:
    wanted = briefing.documents[document].id
    found = [(at, one) for at, one in enumerate(briefing.claims) if one.document == wanted]
    return sorted(found, key=lambda pair: pair[1].evidence.start)


def by_character(segments: list[Segment]) -> dict[int, tuple[object, ...]]:
    return {
        at: (one.claims, one.role, one.link) for one in segments for at in range(one.start, one.end)
    }


BRIEFINGS = (builtin(), rich_briefing())
TEXTS = [(one, number) for one in BRIEFINGS for number in range(len(one.documents))]


@pytest.mark.parametrize(("briefing", "number"), TEXTS)
def test_a_part_is_highlighted_as_in_the_whole(briefing: Briefing, number: int) -> None:
    text = briefing.documents[number].text
    highlighting = Highlighting(text, claims_of(briefing, number))
    whole = list(highlighting.between(0, len(text)))
    assert "".join(text[one.start : one.end] for one in whole) == text
    known = by_character(whole)
    chance = random.Random(number)
    for _ in range(50):
        start, end = sorted(chance.choices(range(len(text) + 1), k=2))
        part = list(highlighting.between(start, end))
        assert "".join(text[one.start : one.end] for one in part) == text[start:end]
        assert by_character(part) == {at: known[at] for at in range(start, end)}
        opened = [one for segment in part for one in segment.opening]
        begun = [n for n, c in claims_of(briefing, number) if start <= c.evidence.start < end]
        assert sorted(opened) == sorted(begun)


def test_the_segments_of_a_sentence() -> None:
    briefing = builtin()
    text = briefing.documents[0].text
    claims = claims_of(briefing, 0)
    [(number, claim)] = [pair for pair in claims if pair[1].id == "S10"]
    start, end = claim.evidence.start, claim.evidence.end
    segments = list(Highlighting(text, claims).between(start, end))
    roles = {text[one.start : one.end].strip(): one.role for one in segments}
    assert roles["at least 100"] == "strong"
    assert {one.claims for one in segments} == {(number,)}
    assert segments[0].opening == (number,)


@given(st.text(alphabet="ab ", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_text_without_claims_is_one_muted_segment(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = list(Highlighting(text, []).between(start, end))
    expected = [Segment(start, end, (), "muted", ())] if start < end else []
    assert found == expected
