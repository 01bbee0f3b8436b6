"""What changed between two editions: of the briefing, and claim by claim."""

from typing import Any

import pytest

from kursk_tui.diffing import compare
from tests.model.factory import Path, altered, built, minimal, second_document
from tests.query.factory import builtin


def changes(new: dict[str, Any], old: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """Return what changed in claims: the id now, and what."""
    difference = compare(built(old or minimal()), built(new))
    assert not difference.general
    return [(one.claim.id, change.what) for one in difference.claims for change in one.changes]


def message(new: dict[str, Any], old: dict[str, Any] | None = None) -> str:
    difference = compare(built(old or minimal()), built(new))
    ((change,),) = (one.changes for one in difference.claims)
    return change.message


def test_an_edition_does_not_differ_from_itself() -> None:
    assert not compare(builtin(), builtin())


def test_a_lost_qualifier_is_a_change_of_meaning() -> None:
    figure: Path = ("claims", 0, "figures", 0)
    new = altered(((*figure, "words"), "40"), ((*figure, "qualifier"), "exactly"))
    assert message(new) == (
        "killed: “at least 40” became “40”; “at least” is lost, which changes the meaning: "
        "40 or more, no upper bound became exactly 40"
    )
    back = message(minimal(), new)
    assert back.startswith("killed: “40” became “at least 40”; “exactly” became “at least”, which")


def test_another_number_is_told_with_what_it_pins_down() -> None:
    text = minimal()["documents"][0]["text"].replace("40", "41")
    old, new = minimal(), minimal()
    new["documents"] = [{**second_document(text), "id": "doc"}]
    new["claims"][0]["evidence"]["exact"] = "Ann says at least 41 fell."
    new["claims"][0]["figures"][0] |= {"words": "at least 41", "values": [41]}
    difference = compare(built(old), built(new))
    assert [one.what for one in difference.general] == ["document-changed"]
    assert "text, sha256 changed" in difference.general[0].message
    assert [one.what for one in difference.claims[0].changes] == ["reworded", "figure-value"]


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ("almost certain", "highly likely became almost certain, 1 step up on PHIA"),
        ("likely", "highly likely became likely, 1 step down on PHIA"),
        ("remote chance", "highly likely became remote chance, 5 steps down on PHIA"),
    ],
)
def test_a_likelihood_moves_by_steps(term: str, told: str) -> None:
    assert told in message(altered((("claims", 1, "likelihoods", 0, "term"), term)))


def test_another_scale_is_no_step() -> None:
    likelihood = ("claims", 1, "likelihoods", 0)
    new = altered(((*likelihood, "scale"), "icd-203"), ((*likelihood, "term"), "very likely"))
    assert changes(new) == [("rain", "likelihood-scale")]


@pytest.mark.parametrize(
    ("path", "value", "what"),
    [
        (("claims", 0, "attribution"), {"chain": []}, "attribution"),
        (("claims", 0, "attribution", "basis"), "inferred", "attribution"),
        (("claims", 0, "kind"), "context", "kind"),
        (("claims", 0, "summary"), "Forty at least", "summary"),
        (("claims", 0, "figures"), [], "figure-removed"),
        (("claims", 0, "figures", 0, "measure"), "wounded", "figure-added"),
        (("claims", 0, "figures", 0, "population"), "men", "figure-other"),
        (("claims", 0, "confidence"), "low", "confidence"),
        (("claims", 0, "credibility"), 3, "credibility"),
        (("claims", 0, "when"), [{"role": "event", "edtf": "2025"}], "dates"),
        (("claims", 0, "notes"), ["Perhaps."], "other"),
        (("claims", 1, "likelihoods"), [], "likelihood-removed"),
        (("claims", 1, "likelihoods", 0, "scope"), None, "likelihood-other"),
        (("claims", 0, "id"), "forty", "claim-renamed"),
    ],
)
def test_each_kind_of_change(path: Path, value: object, what: str) -> None:
    assert what in [one for _, one in changes(altered((path, value)))]


def test_the_same_words_are_the_same_claim_whatever_its_id() -> None:
    new = minimal()
    new["claims"][0]["id"], new["claims"][1]["id"] = "rain", "fell"  # exchanged
    assert changes(new) == [("rain", "claim-renamed"), ("fell", "claim-renamed")]


def test_claims_that_are_added_or_gone() -> None:
    new = minimal()
    gone = new["claims"].pop(0)
    difference = compare(built(minimal()), built(new))
    assert [(one.old is None, one.new is None) for one in difference.claims] == [(False, True)]
    assert difference.claims[0].claim.id == gone["id"]
    (added,) = compare(built(new), built(minimal())).claims
    assert added.old is None
    assert added.claim.id == "fell"


def test_one_id_with_quite_other_words_is_another_claim() -> None:
    new = minimal()
    new["claims"] = [{**new["claims"][1], "id": "fell", "likelihoods": []}]
    difference = compare(built({**minimal(), "claims": minimal()["claims"][:1]}), built(new))
    assert [(one.old is None, one.new is None) for one in difference.claims] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("path", "value", "what"),
    [
        (("title",), "Rain", "title"),
        (("date",), "2025", "date"),
        (("sources", 0, "reliability"), "B", "source-changed"),
        (("sources", 1), {"id": "bob", "name": "Bob"}, "source-added"),
        (("documents", 1), second_document(), "document-added"),
        (("documents", 0, "publisher"), "Us", "document-changed"),
    ],
)
def test_changes_of_the_whole(path: Path, value: object, what: str) -> None:
    difference = compare(built(minimal()), built(altered((path, value))))
    assert [one.what for one in difference.general] == [what]
    assert not difference.claims


def test_equal_figures_find_each_other_first() -> None:
    old, new = minimal(), minimal()
    one = {"measure": "killed", "words": "40", "qualifier": "exactly", "values": [40]}
    new["claims"][0]["figures"].insert(0, one)
    assert changes(new, old) == [("fell", "figure-added")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("claims", 0, "figures", 0, "note"), "Hm."),
        (("claims", 0, "attribution", "words"), "Ann"),
        (("claims", 0, "attribution", "stance"), "asserts"),
        (("claims", 0, "evidence", "suffix"), " Rain"),
        (("claims", 0, "review"), {"decision": "accepted"}),
    ],
)
def test_nothing_that_differs_is_left_untold(path: Path, value: object) -> None:
    assert changes(altered((path, value))) == [("fell", "other")]


def test_a_bound_is_told() -> None:
    when = {"role": "as of", "words": "at least"}
    old = altered((("claims", 0, "when"), [when]))
    new = altered((("claims", 0, "when"), [{**when, "bound": "../2024"}]))
    assert changes(new, old) == [("fell", "other")]
