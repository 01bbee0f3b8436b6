"""The looks of a text: worked out for a part, they are those of the whole, cut to the part."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.model import Briefing, Claim
from kursk_tui.ui.rows.highlighting import Looks, Segment
from tests.query.factory import builtin
from tests.ui.rich_briefing import rich_briefing


def claims_of(briefing: Briefing, document: int) -> list[tuple[int, Claim]]:
    wanted = briefing.documents[document].id
    found = [(at, one) for at, one in enumerate(briefing.claims) if one.document == wanted]
    return sorted(found, key=lambda pair: pair[1].evidence.start)


def of_each_character(segments: list[Segment]) -> dict[int, tuple[object, ...]]:
    return {
        at: (one.claims, one.role, one.link) for one in segments for at in range(one.start, one.end)
    }


BRIEFINGS = (builtin(), rich_briefing())
TEXTS = [(one, number) for one in BRIEFINGS for number in range(len(one.documents))]


@pytest.mark.parametrize(("briefing", "number"), TEXTS)
def test_a_part_looks_as_it_does_in_the_whole(briefing: Briefing, number: int) -> None:
    text = briefing.documents[number].text
    looks = Looks(text, claims_of(briefing, number))
    whole = list(looks.between(0, len(text)))
    assert "".join(text[one.start : one.end] for one in whole) == text
    known = of_each_character(whole)
    chance = random.Random(number)
    for _ in range(50):
        start, end = sorted(chance.choices(range(len(text) + 1), k=2))
        part = list(looks.between(start, end))
        assert "".join(text[one.start : one.end] for one in part) == text[start:end]
        assert of_each_character(part) == {at: known[at] for at in range(start, end)}
        opened = [one for segment in part for one in segment.opening]
        begun = [n for n, c in claims_of(briefing, number) if start <= c.evidence.start < end]
        assert sorted(opened) == sorted(begun)


def test_the_looks_of_a_sentence() -> None:
    briefing = builtin()
    text = briefing.documents[0].text
    claims = claims_of(briefing, 0)
    [(number, claim)] = [pair for pair in claims if pair[1].id == "S10"]
    start, end = claim.evidence.start, claim.evidence.end
    looks = list(Looks(text, claims).between(start, end))
    said = {text[one.start : one.end].strip(): one.role for one in looks}
    assert said["at least 100"] == "strong"
    assert {one.claims for one in looks} == {(number,)}
    assert looks[0].opening == (number,)


@given(st.text(alphabet="ab ", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_text_without_claims_is_one_muted_run(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = list(Looks(text, []).between(start, end))
    wanted = [Segment(start, end, (), "muted", ())] if start < end else []
    assert found == wanted
