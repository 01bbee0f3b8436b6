"""Limits on what a claim, a chain and a field may contain."""

import json
from collections.abc import Callable
from unittest.mock import patch

import pytest

from kursk_tui.formats.json import parse
from kursk_tui.formats.problem import InvalidBriefingError, Located
from kursk_tui.model.limits import MAX_CLAIM_TEXT, MAX_TEXT
from tests.fuzz_growth.briefings import (
    LINK_FIELDS,
    LISTS,
    QUOTE_FIELDS,
    TEXT_FIELDS,
    Raw,
    briefing,
    claim,
)
from tests.fuzz_growth.texts import TEXTS
from tests.tables import each_row


def problems(raw: Raw) -> tuple[Located, ...]:
    try:
        parse(json.dumps(raw).encode(), "x.json")
    except InvalidBriefingError as error:
        return error.problems
    return ()


@pytest.mark.parametrize("place", LISTS)
def test_a_list_of_a_claim_is_refused_above_its_limit(place: str) -> None:
    limit, make = LISTS[place]
    assert problems(make(limit)) == ()
    (problem,) = problems(make(limit + 1))
    name = place.split(",")[0].split(" ")[0].split(".")[1]
    assert problem.message.endswith(
        f"“{name}” has {limit + 1:,} entries; it can have at most {limit:,}"
    )
    assert problem.path.endswith(f".{name}")


def test_the_limits_are_generous() -> None:
    chains = {limit for name, (limit, _) in LISTS.items() if "chain" in name}
    others = {limit for name, (limit, _) in LISTS.items() if "chain" not in name}
    assert (chains, others) == ({100}, {1_000})
    assert (MAX_TEXT, MAX_CLAIM_TEXT) == (1_048_576, 4_194_304)


def test_a_field_is_refused_above_its_limit() -> None:
    title = TEXT_FIELDS["briefing.title"]
    assert problems(title("w" * MAX_TEXT)) == ()
    (problem,) = problems(title("w" * (MAX_TEXT + 1)))
    assert problem.message == "“title” has 1,048,577 characters; it can have at most 1,048,576"
    assert (problem.line, problem.column, problem.path) == (1, 36, "$.title")


@pytest.mark.parametrize(
    ("field", "text"),
    [(TEXT_FIELDS[name], "w" * (MAX_TEXT + 1)) for name in ("claim.summary", "claim.notes")]
    + [(LINK_FIELDS["source.url"], TEXTS["one link"](MAX_TEXT + 1))]
    + [(QUOTE_FIELDS["evidence.exact"], "w" * (MAX_TEXT + 1))],
)
@pytest.mark.thorough
def test_fields_of_each_kind_are_refused_above_their_limit(
    field: Callable[[str], Raw], text: str
) -> None:
    (problem,) = problems(field(text))
    assert "has 1,048,577 characters" in problem.message


def test_a_claim_is_refused_above_the_limit_of_its_text() -> None:
    own = len("Ann says 40 fell.Forty fell")
    with patch("kursk_tui.model.consistency.MAX_CLAIM_TEXT", 1_000):
        at_limit = claim(notes=["w" * (1_000 - own)])
        assert problems(briefing("Ann says 40 fell.", at_limit)) == ()
        above = claim(notes=["w" * (1_000 - own), "w"])
        (problem,) = problems(briefing("Ann says 40 fell.", above))
    assert problem.path == "$.claims[0]"
    assert problem.message == "the claim has 1,001 characters; a claim has at most 1,000"


def _of_claim(raw: Raw) -> int:
    """Return the number of characters of the texts of a claim, except its quote and summary."""
    read = parse(json.dumps(raw).encode(), "x.json").claims[0]
    return read.text_length - len("Ann says 40 fell.Forty fell")


@each_row(
    "field",
    [
        *("claim.notes", "figure.note", "figure.population", "figure.place", "figure.period"),
        *("attribution.note", "external.says", "when.note", "review.flags", "proposal.rule"),
    ],
)
def test_every_text_of_a_claim_counts(field: str) -> None:
    short, long = (_of_claim(TEXT_FIELDS[field]("w" * length)) for length in (10, 1_010))
    assert long - short == 1_000


def test_the_text_of_a_document_may_be_longer() -> None:
    assert problems(briefing("w" * (MAX_TEXT + 1), claims=[])) == ()


def test_a_long_key_is_shortened_in_the_message_and_in_the_path() -> None:
    raw = briefing("Ann says 40 fell.", {**claim(), "k" * 100_000: 1})
    (problem,) = problems(raw)
    assert len(problem.message) < 300
    assert len(problem.path) < 100
