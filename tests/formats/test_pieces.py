"""A large file is read claim by claim: what it gives, what is told, and what is left to the rest.

That both ways of reading agree on any file is checked wherever a file is read in test_reader.
"""

import gc
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kursk_tui.formats.json import InvalidBriefingError, parse, read
from kursk_tui.formats.json.streaming import read_in_pieces
from kursk_tui.formats.json.writer import native_text
from kursk_tui.progress import reporting_to
from kursk_tui.query import View
from tests.model.factory import minimal
from tests.ui.screen import many_claims

MANY = native_text(View.of(many_claims(2500)))


def test_a_large_file_gives_every_claim_in_order() -> None:
    briefing = read_in_pieces(MANY)
    assert briefing is not None
    assert [claim.id for claim in briefing.claims] == [f"c{number}" for number in range(2500)]
    assert briefing == many_claims(2500)


def test_what_is_told_grows_from_claim_to_claim_up_to_all() -> None:
    shares: list[float] = []
    with reporting_to(lambda doing, share: shares.append(share) if doing == "reading" else None):
        read_in_pieces(MANY)
    assert len(shares) == 3  # after 1,024 and 2,048 of 2,500 claims, and at their end
    assert shares == sorted(shares)
    assert 0.3 < shares[0] < 0.5 < shares[1] < 0.9
    assert 0.9 < shares[-1] <= 1


def test_somebody_who_does_not_wait_ends_it(tmp_path: Path) -> None:
    def leave(_: str, share: float) -> None:
        if share:
            raise InterruptedError

    path = tmp_path / "many.json"
    path.write_text(MANY + " " * 2**20, "utf-8")
    with reporting_to(leave), pytest.raises(InterruptedError):
        read(path)
    assert gc.isenabled()


@pytest.mark.parametrize(
    "text",
    ["", " ", "[]", "{}", "{", "{1:2}", '{"title":1,}', '{"claims"', '{"claims":', '{"claims":['],
)
def test_what_ends_too_early_is_left_to_who_can_say_why(text: str) -> None:
    assert read_in_pieces(text) is None


@pytest.mark.parametrize(
    "bend",
    [
        lambda text: text + "x",
        lambda text: text * 2,
        lambda text: text[: text.rindex("]")],
        lambda text: text.replace("[", "[,", 1),
        lambda text: text.replace('"title"', '"title": "twice", "title"', 1),
        lambda text: text.replace('"id": "c2000"', '"id": "c2000", "id": "c2000"'),
        lambda text: text.replace('"id": "c2000"', '"id": "c1999"'),
        lambda text: text.replace('"id": "c2000"', '"id": 2000'),
        lambda text: text.replace('"id": "c2000"', '"id": ' + "[" * 200_000),
    ],
)
def test_what_is_not_valid_is_left_to_who_can_say_why(bend: Callable[[str], str]) -> None:
    assert read_in_pieces(bend(MANY)) is None


def test_an_error_far_down_a_large_file_is_told_at_its_place() -> None:
    spaced = MANY.replace('"id": "c2000"', '"id": "c1999"') + " " * 2**20
    with pytest.raises(InvalidBriefingError) as caught:
        parse(spaced.encode(), "large.json")
    (problem,) = caught.value.problems
    assert problem.path == "$.claims[2000].id"
    assert problem.message == "the id “c1999” is already used by claims[1999]"
    assert spaced.split("\n")[problem.line - 1].strip() == '"id": "c1999",'


def test_claims_may_be_none_or_missing() -> None:
    raw = minimal()
    raw["claims"] = []
    without = {key: value for key, value in raw.items() if key != "claims"}
    for text in map(json.dumps, (raw, without)):
        briefing = read_in_pieces(text)
        assert briefing is not None
        assert briefing.claims == ()
