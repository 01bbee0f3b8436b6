"""Reading a large file claim by claim: the result, progress, and invalid files.

For every file in test_reader, both ways of reading are checked to agree.
"""

import gc
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kursk_tui.formats.json import parse, read
from kursk_tui.formats.json import write as write_json
from kursk_tui.formats.json.streaming import stream_briefing
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.progress import reporting_to
from kursk_tui.query import View
from tests.model.factory import minimal
from tests.tables import each_row
from tests.ui.screen import many_claims

MANY = write_json(View.of(many_claims(2500)))


def test_a_large_file_gives_every_claim_in_order() -> None:
    briefing = stream_briefing(MANY)
    assert briefing is not None
    assert [claim.id for claim in briefing.claims] == [f"c{number}" for number in range(2500)]
    assert briefing == many_claims(2500)


def test_progress_increases_to_the_end() -> None:
    shares: list[float] = []
    with reporting_to(lambda doing, share: shares.append(share) if doing == "reading" else None):
        stream_briefing(MANY)
    assert len(shares) == 3  # after 1,024 and 2,048 of 2,500 claims, and at their end
    assert shares == sorted(shares)
    assert 0.3 < shares[0] < 0.5 < shares[1] < 0.9
    assert 0.9 < shares[-1] <= 1


def test_a_callback_can_cancel_reading(tmp_path: Path) -> None:
    def leave(_: str, share: float) -> None:
        if share:
            raise InterruptedError

    path = tmp_path / "many.json"
    path.write_text(MANY + " " * 2**20, "utf-8")
    with reporting_to(leave), pytest.raises(InterruptedError):
        read(path)
    assert gc.isenabled()


@each_row(
    "text",
    ["", " ", "[]", "{}", "{", "{1:2}", '{"title":1,}', '{"claims"', '{"claims":', '{"claims":['],
)
def test_truncated_text_gives_no_briefing(text: str) -> None:
    assert stream_briefing(text) is None


@each_row(
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
def test_invalid_text_gives_no_briefing(bend: Callable[[str], str]) -> None:
    assert stream_briefing(bend(MANY)) is None


def test_an_error_far_down_a_large_file_has_its_place() -> None:
    spaced = MANY.replace('"id": "c2000"', '"id": "c1999"') + " " * 2**20
    with pytest.raises(InvalidBriefingError) as caught:
        parse(spaced.encode(), "large.json")
    (problem,) = caught.value.problems
    assert problem.path == "$.claims[2000].id"
    assert problem.message == "the id “c1999” is already used by claims[1999]"
    assert spaced.split("\n")[problem.line - 1].strip() == '"id": "c1999",'


def test_claims_may_be_empty_or_missing() -> None:
    raw = minimal()
    raw["claims"] = []
    without = {key: value for key, value in raw.items() if key != "claims"}
    for text in map(json.dumps, (raw, without)):
        briefing = stream_briefing(text)
        assert briefing is not None
        assert briefing.claims == ()
