"""Changes between two versions: of the briefing, and claim by claim."""

from typing import Any

import pytest

from kursk_tui.diffing import compare
from tests.model.factory import Path, altered, built, minimal, second_document
from tests.query.factory import builtin


def changes(new: dict[str, Any], old: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """Return the id of each changed claim with the kind of each change."""
    difference = compare(built(old or minimal()), built(new))
    assert not difference.general
    return [(one.claim.id, change.what) for one in difference.claims for change in one.changes]


def message(new: dict[str, Any], old: dict[str, Any] | None = None) -> str:
    difference = compare(built(old or minimal()), built(new))
    ((change,),) = (one.changes for one in difference.claims)
    return change.message


def test_a_version_equals_itself() -> None:
    assert not compare(builtin(), builtin())


def test_a_lost_qualifier_changes_the_meaning() -> None:
    figure: Path = ("claims", 0, "figures", 0)
    new = altered(((*figure, "words"), "40"), ((*figure, "qualifier"), "exactly"))
    assert message(new) == (
        "killed: “at least 40” became “40”; “at least” is lost, which changes the meaning: "
        "40 or more, no upper bound became exactly 40"
    )
    back = message(minimal(), new)
    assert back.startswith("killed: “40” became “at least 40”; “exactly” became “at least”, which")


def test_a_different_number_is_a_change_of_value() -> None:
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
    ("term", "expected"),
    [
        ("almost certain", "highly likely became almost certain, 1 step up on the PHIA"),
        ("likely", "highly likely became likely, 1 step down on the PHIA"),
        ("remote chance", "highly likely became remote chance, 5 steps down on the PHIA"),
    ],
)
def test_a_likelihood_moves_by_steps(term: str, expected: str) -> None:
    assert expected in message(altered((("claims", 1, "likelihoods", 0, "term"), term)))


def test_terms_of_different_scales_are_not_compared_by_steps() -> None:
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


RANGE = {"measure": "killed", "words": "40", "qualifier": "between", "values": [30, 50], "best": 40}
SUM = {"measure": "casualties", "words": "40", "qualifier": "exactly", "values": [40]}
TWO = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}]


def test_changes_of_best_values_further_chains_relations_and_handling() -> None:
    figure: Path = ("claims", 0, "figures", 0)
    attribution: Path = ("claims", 0, "attribution")
    relation = {"kind": "withdraws", "words": "says", "of": {"claim": "rain"}}
    table: list[tuple[Path, object, object, str]] = [
        (
            figure,
            RANGE,
            {**RANGE, "best": 45},
            "killed: “40” as before: from 30 to 50, best 40 became from 30 to 50, best 45",
        ),
        (
            (*figure, "basis"),
            "printed",
            "coded",
            "basis of killed: printed became coded",
        ),
        (
            figure,
            SUM,
            {**SUM, "categories": ["killed", "wounded"]},
            "categories of casualties: not stated became includes killed and wounded",
        ),
        (
            (*attribution, "further"),
            [],
            [["bob"]],
            "attribution: Ann became Ann; also Bob",
        ),
        (
            ("claims", 0, "relations"),
            [],
            [relation],
            "relation to other statements: not stated became withdraws rain, “says”",
        ),
    ]
    for path, before, after, expected in table:
        sources = (("sources",), TWO)
        assert (
            message(altered(sources, (path, after)), altered(sources, (path, before))) == expected
        )
    old = altered((("handling",), {"tlp": "GREEN", "licence": "CC0"}))
    new = altered((("handling",), {"tlp": "RED"}))
    (change,) = compare(built(old), built(new)).general
    assert change.message == "handling: TLP:GREEN · CC0 became TLP:RED"
    (higher,) = (
        compare(built(altered((figure, RANGE))), built(altered((figure, {**RANGE, "best": 45}))))
        .claims[0]
        .changes
    )
    assert (higher.what, higher.direction) == ("figure-value", "stronger")


def test_claims_with_the_same_words_match_whatever_their_ids() -> None:
    new = minimal()
    new["claims"][0]["id"], new["claims"][1]["id"] = "rain", "fell"  # exchanged
    assert changes(new) == [("rain", "claim-renamed"), ("fell", "claim-renamed")]


QUOTES = [
    "The ministry said on Monday at least 38 people died in the town of Sudzha.",
    "Rescuers have cleared the main road to the north of the town.",
    "The mayor expects the bridge to be open again within two weeks.",
]


def report(*quotes: str) -> dict[str, Any]:
    """Return a briefing with a claim for each sentence of a text, numbered as `draft` does."""
    text = " ".join(quotes)
    raw = minimal()
    raw["documents"] = [{**second_document(text), "id": "doc"}]
    raw["claims"] = [
        {
            "id": f"c{number}",
            "document": "doc",
            "kind": "reported",
            "summary": quote,
            "evidence": {
                "start": (at := text.index(quote)),
                "end": at + len(quote),
                "exact": quote,
            },
        }
        for number, quote in enumerate(quotes, start=1)
    ]
    return raw


def pairs(old: dict[str, Any], new: dict[str, Any]) -> set[tuple[str | None, str | None]]:
    """Return the ids of claims that were paired, and of those that were not."""
    return {
        (one.old.id if one.old else None, one.new.id if one.new else None)
        for one in compare(built(old), built(new)).claims
    }


def test_a_reworded_claim_is_found_though_a_new_sentence_shifted_the_ids() -> None:
    changed = QUOTES[0].replace("at least 38", "38")
    new = report("The weather is fine.", changed, QUOTES[2], QUOTES[1])
    assert pairs(report(*QUOTES), new) == {(None, "c1"), ("c1", "c2"), ("c2", "c4")}


def test_claims_that_repeat_a_pattern_are_different_claims() -> None:
    old = report("At least 38 were killed in Kursk on 3 May.")
    new = report("The weather is fine.", "At least 12 were killed in Sumy on 4 May.")
    assert pairs(old, new) == {("c1", None), (None, "c1"), (None, "c2")}


def test_the_most_similar_claims_are_paired() -> None:
    one = "The ministry said on Monday at least 38 people died in the town of Sudzha itself."
    new = report("The ministry said on Monday at least 40 people died in the town.", one)
    assert pairs(report(QUOTES[0]), new) == {(None, "c1"), ("c1", "c2")}


def test_claims_are_added_and_removed() -> None:
    new = minimal()
    gone = new["claims"].pop(0)
    difference = compare(built(minimal()), built(new))
    assert [(one.old is None, one.new is None) for one in difference.claims] == [(False, True)]
    assert difference.claims[0].claim.id == gone["id"]
    (added,) = compare(built(new), built(minimal())).claims
    assert added.old is None
    assert added.claim.id == "fell"


def test_claims_with_one_id_but_different_words_do_not_match() -> None:
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
def test_changes_of_the_briefing(path: Path, value: object, what: str) -> None:
    difference = compare(built(minimal()), built(altered((path, value))))
    assert [one.what for one in difference.general] == [what]
    assert not difference.claims


def test_equal_figures_match_first() -> None:
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
def test_differences_without_a_specific_kind_are_reported(path: Path, value: object) -> None:
    assert changes(altered((path, value))) == [("fell", "other")]


def test_a_changed_bound_is_reported() -> None:
    when = {"role": "as of", "words": "at least"}
    old = altered((("claims", 0, "when"), [when]))
    new = altered((("claims", 0, "when"), [{**when, "bound": "../2024"}]))
    assert message(new, old) == (
        "dates: “at least” (as of) became “at least” (as of, not after 2024)"
    )


MEN = {"measure": "wounded", "words": "40", "qualifier": "exactly", "values": [40]}


@pytest.mark.parametrize(
    ("path", "value", "old", "new", "description"),
    [
        (
            ("claims", 0, "when"),
            [{"role": "event", "edtf": "2025-03~"}, {"role": "reported", "words": "fell"}],
            "not stated",
            "about 2025-03 (event), “fell” (reported)",
            "dates: not stated became about 2025-03 (event), “fell” (reported)",
        ),
        (
            ("claims", 0, "attribution"),
            {},
            "Ann",
            "source not stated",
            "attribution: Ann became source not stated",
        ),
        (
            ("claims", 0, "attribution", "stance"),
            "denies",
            "Ann",
            "Ann, denying it",
            "attribution: Ann became Ann, denying it",
        ),
        (
            ("claims", 0, "attribution", "stance"),
            "unverified",
            "Ann",
            "Ann, unable to confirm it",
            "attribution: Ann became Ann, unable to confirm it",
        ),
        (
            ("claims", 0, "figures", 1),
            MEN,
            None,
            "wounded “40” (exactly 40)",
            "a figure was added: wounded “40” (exactly 40)",
        ),
        (
            ("claims", 0, "figures"),
            [],
            "killed “at least 40” (40 or more, no upper bound)",
            None,
            "a figure was removed: killed “at least 40” (40 or more, no upper bound)",
        ),
        (
            ("claims", 0, "figures", 0, "modality"),
            "denied",
            "asserted",
            "denied",
            "killed “at least 40”: asserted became denied",
        ),
        (
            ("claims", 0, "figures", 0, "words"),
            "least 40",
            "killed “at least 40” (40 or more, no upper bound)",
            "killed “least 40” (40 or more, no upper bound)",
            "killed: “at least 40” became “least 40”; the bounds are unchanged",
        ),
        (
            ("claims", 1, "likelihoods", 0, "scope"),
            None,
            "“Rain”",
            "not stated",
            "scope of highly likely: “Rain” became not stated",
        ),
        (
            ("claims", 1, "likelihoods"),
            [],
            "highly likely, PHIA Probability Yardstick, inferred",
            None,
            "a likelihood was removed: highly likely, PHIA Probability Yardstick, inferred",
        ),
        (("claims", 0, "id"), "forty", "fell", "forty", "id: “fell” became “forty”"),
        (("claims", 0, "notes"), ["Perhaps."], None, None, "“notes” changed"),
        (
            ("claims", 0, "evidence", "suffix"),
            " Rain",
            None,
            None,
            "the position in the document changed",
        ),
    ],
)
def test_a_change_has_its_values_and_a_description(
    path: Path, value: object, old: str | None, new: str | None, description: str
) -> None:
    difference = compare(built(minimal()), built(altered((path, value))))
    ((change,),) = (one.changes for one in difference.claims)
    assert (change.old, change.new, change.message) == (old, new, description)


def test_removed_documents_and_sources_are_described() -> None:
    old = altered(
        (("documents", 1), second_document()), (("sources", 1), {"id": "bob", "name": "Bob"})
    )
    difference = compare(built(old), built(minimal()))
    assert [one.message for one in difference.general] == [
        "document “second” was removed",
        "source “Bob” was removed",
    ]


def test_what_a_figure_covers_and_how_it_is_marked_is_compared() -> None:
    """The figure is the 40 of the smallest briefing; the other one is in its words."""
    figure = ("claims", 0, "figures", 0)
    ann = {"measure": "named", "words": "Ann", "qualifier": "no number"}
    since = ((*figure, "period"), "since May")
    old = altered(since, (("claims", 0, "figures", 1), ann))
    cases: list[tuple[Path, object, str]] = [
        (
            (*figure, "covers"),
            "2031-05-03/..",
            "period of killed: since May became since May (from 2031-05-03)",
        ),
        ((*figure, "tally"), "so far", "period of killed: since May became since May (so far)"),
        (
            (*figure, "preliminary"),
            True,
            "preliminary of killed: not stated became preliminary",
        ),
        (
            (*figure, "relations"),
            [{"kind": "part of", "words": "Ann"}],
            "relation of killed: not stated became part of “Ann”",
        ),
        (
            (*figure, "modality"),
            "not asserted",
            "killed “at least 40”: asserted became not asserted",
        ),
    ]
    for path, value, expected in cases:
        new = altered(since, (("claims", 0, "figures", 1), ann), (path, value))
        assert message(new, old) == expected
