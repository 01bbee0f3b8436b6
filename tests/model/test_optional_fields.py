"""Best values, the basis of figures, further chains, handling, extraction and relations."""

from typing import Any

import pytest
from pydantic import ValidationError

from kursk_tui.model import Interval
from kursk_tui.model.claim import without_lost_relations
from kursk_tui.model.handling import strictest
from tests.model.factory import Path, altered, built, problems, put

FIGURE: Path = ("claims", 0, "figures", 0)
RANGE = {"measure": "killed", "words": "40", "qualifier": "between", "values": [30, 50]}
SUM = {"measure": "casualties", "words": "40", "qualifier": "exactly", "values": [40]}
EXTRACTION = {"file": "a.pdf", "sha256": "0" * 64, "media_type": "application/pdf"}
RELATION = {"kind": "withdraws", "words": "says", "of": {"claim": "rain"}}


def sources(*more: str) -> list[dict[str, str]]:
    return [{"id": "ann", "name": "Ann"}, *({"id": one, "name": one.title()} for one in more)]


def test_a_best_value_is_between_the_bounds() -> None:
    (figure,) = built(altered((FIGURE, {**RANGE, "best": 45}))).claims[0].figures
    assert figure.interval == Interval(30, 50, 45)
    for best in (30, 50):
        built(altered((FIGURE, {**RANGE, "best": best})))
    (without,) = built(altered((FIGURE, RANGE))).claims[0].figures
    assert without.interval == Interval(30, 50)
    assert (without.basis, without.best) == ("printed", None)


WRONG: list[tuple[Path, Any, str]] = [
    (FIGURE, {**RANGE, "best": 29}, "“best” is 29, which is not from 30 to 50"),
    (FIGURE, {**RANGE, "best": 51}, "“best” is 51, which is not from 30 to 50"),
    (FIGURE, {**RANGE, "best": -1}, "greater than or equal to 0"),
    ((*FIGURE, "best"), 40, "“best” is only for “between”, but “qualifier” is “at least”"),
    ((*FIGURE, "categories"), ["wounded"], "“killed” counts only itself"),
    (FIGURE, {**SUM, "categories": ["killed", "killed"]}, "each of them once"),
    (FIGURE, {**SUM, "categories": ["casualties"]}, "other measures than “casualties”"),
    ((*FIGURE, "basis"), "guessed", "'printed', 'coded' or 'derived'"),
    (("claims", 0, "attribution", "further"), [["ann"]], "other chains than “chain”"),
    (("claims", 0, "attribution", "further"), [[]], "each names a source"),
    (("claims", 1, "attribution"), {"further": [["ann"]]}, "other chains than “chain”"),
    (("handling",), {}, "needs “tlp” or “licence”"),
    (("handling",), {"tlp": "WHITE"}, "'CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT' or 'RED'"),
    (("handling",), {"licence": " "}, "should match pattern"),
    (("documents", 0, "extraction"), {"file": "a.pdf"}, "sha256"),
    (("documents", 0, "extraction"), {**EXTRACTION, "media_type": "pdf"}, "should match pattern"),
    (("claims", 0, "relations"), [{**RELATION, "of": {}}], "needs “source”, “edition” or “claim”"),
    (("claims", 0, "relations"), [{**RELATION, "kind": "echoes"}], "'withdraws', 'corrects'"),
]  # fmt: skip


def test_what_contradicts_itself_is_refused() -> None:
    for path, value, message in WRONG:
        with pytest.raises(ValidationError) as error:
            built(altered((path, value)))
        assert message in str(error.value), (path, value)


INCONSISTENT: list[tuple[Path, Any, str, str]] = [
    (
        ("claims", 0, "attribution", "further"),
        [["ann", "bob"]],
        "claims.0.attribution.further.0.1",
        "there is no source “bob” in this file",
    ),
    (
        ("claims", 0, "relations"),
        [{**RELATION, "words": "denies"}],
        "claims.0.relations.0.words",
        "these words are not in the claim's quote; copy them verbatim",
    ),
    (
        ("claims", 0, "relations"),
        [{**RELATION, "of": {"claim": "rian"}}],
        "claims.0.relations.0.of.claim",
        "there is no claim “rian” in this file; did you mean “rain”?",
    ),
    (
        ("claims", 0, "relations"),
        [{**RELATION, "of": {"source": "bob"}}],
        "claims.0.relations.0.of.source",
        "there is no source “bob” in this file",
    ),
    (
        ("claims", 1, "relations"),
        [{**RELATION, "words": "highly", "of": {"claim": "fell", "figure": "40 fell"}}],
        "claims.1.relations.0.of.figure",
        "claim “fell” has no figure with these words",
    ),
]


def test_what_contradicts_the_rest_of_the_file_has_its_place() -> None:
    for path, value, place, message in INCONSISTENT:
        (problem,) = problems(altered((path, value)))
        assert (".".join(map(str, problem.path)), problem.message) == (place, message)


def test_another_edition_is_not_in_the_file_and_is_not_checked() -> None:
    of = {"edition": "2030/old", "claim": "c9", "figure": "77"}
    assert problems(altered((("claims", 0, "relations"), [{**RELATION, "of": of}]))) == []


def test_a_claim_names_the_sources_of_all_its_chains() -> None:
    raw = altered((("claims", 0, "attribution", "further"), [["bob", "ann"], ["cid"]]))
    put(raw, ("claims", 1, "relations"), [{**RELATION, "words": "highly", "of": {"source": "dan"}}])
    put(raw, ("sources",), sources("bob", "cid", "dan"))
    fell, rain = built(raw).claims
    assert fell.attribution.chains == (("ann",), ("bob", "ann"), ("cid",))
    assert fell.attribution.sources == ("ann", "bob", "cid")
    assert fell.attribution.origins == ("ann", "bob", "cid")
    assert fell.cited == {"ann", "bob", "cid"}
    assert rain.cited == {"dan"}
    assert rain.attribution.chains == ()


def test_a_selection_drops_relations_to_claims_that_it_leaves_out() -> None:
    elsewhere = {"edition": "old", "claim": "c9"}
    both = [RELATION, {**RELATION, "of": elsewhere}]
    fell, rain = built(altered((("claims", 0, "relations"), both))).claims
    (kept,) = without_lost_relations([fell])
    assert [relation.of.edition for relation in kept.relations] == ["old"]
    assert without_lost_relations([fell, rain]) == (fell, rain)


def test_the_strictest_label() -> None:
    assert strictest(["GREEN", None, "AMBER+STRICT", "AMBER", "CLEAR"]) == "AMBER+STRICT"
    assert strictest(["RED", "AMBER+STRICT"]) == "RED"
    assert strictest([None]) is None
