"""The index: the claims of a briefing by what they state, keyed by values."""

from dataclasses import replace

from kursk_tui.model import Interval, Likelihood
from kursk_tui.model.likelihood import ScaleTerm
from kursk_tui.query import Index
from kursk_tui.query.claims_by import DateKey, ScaleUse
from kursk_tui.query.preparations import comparisons, preparations
from kursk_tui.vocabulary import ScaleId
from tests.query.factory import Draft, briefing, dated, figure, likelihood, words_only


def inferred(scale: ScaleId, term: str) -> Likelihood:
    """Return a likelihood on a scale that the document does not name."""
    return replace(likelihood(scale, term), scale_basis="inferred")


INDEX = Index(
    briefing(
        Draft(
            chain=("a", "b"),
            figures=(figure("killed", "at least", 5), figure("killed", "exactly", 5)),
            likelihoods=(likelihood("icd-203", "likely"),),
        ),
        Draft(
            figures=(replace(figure("killed", "at least", 5), modality="denied"),),
            when=(words_only("recently", "../2024"), dated("2024-12", "in effect")),
            confidence="low",
        ),
        Draft(
            chain=("a", "b"),
            figures=(figure("killed", "more than", 4), figure("shells", "about", 7)),
            likelihoods=(inferred("icd-203", "likely"), inferred("phia-2025", "unlikely")),
            when=(dated("2024-12"),),
        ),
    )
)


def test_claims_are_grouped_by_the_values_that_decide_answers() -> None:
    at_least_five = Interval(lower=5)
    assert INDEX.figures == {
        "killed": {at_least_five: [0, 2], Interval(5, 5, 5): [0]},  # without the denied figure
        "shells": {Interval(best=7): [2]},
    }
    assert INDEX.likelihoods == {
        ScaleTerm("icd-203", "likely"): [0, 2],
        ScaleTerm("phia-2025", "unlikely"): [2],
    }
    assert INDEX.dates == {
        DateKey(None, "../2024", False): [1],
        DateKey("2024-12", None, True): [1],
        DateKey("2024-12", None, False): [2],
    }
    assert INDEX.confidences == {"low": [1]}
    assert INDEX.chains == {("a", "b"): [0, 2], (): [1]}
    assert (INDEX.dated, INDEX.unattributed) == (0b110, 0b010)


def test_scales_are_keyed_by_value_not_by_wording() -> None:
    assert list(INDEX.scales.items()) == [
        (ScaleUse("icd-203", "stated"), 0b001),
        (ScaleUse("icd-203", "inferred"), 0b100),
        (ScaleUse("phia-2025", "inferred"), 0b100),
    ]


def test_the_catalogue_has_the_names_and_values_for_queries() -> None:
    assert list(INDEX.measures) == ["killed", "shells"]
    assert INDEX.counts("killed") == {5}
    assert INDEX.counts("shells") == {7}
    assert INDEX.counts("captured") == set()
    assert list(INDEX.scales_in_use) == ["icd-203", "phia-2025"]
    assert list(INDEX.dates_in_use) == ["2024-12"]
    assert list(INDEX.claim_ids) == ["C0", "C1", "C2"]
    assert [source.id for source in INDEX.sources] == ["a", "b"]


def test_preparing_an_index_caches_its_derived_data() -> None:
    index = Index(INDEX.briefing)
    steps = (*preparations(index), *comparisons(index))
    assert vars(index).keys() == {"briefing"}
    for step in steps:
        assert step() is step()
    assert vars(index).keys() == {
        *("briefing", "everything_said", "figures", "likelihoods", "dates", "chains"),
        *("compared", "conflicts", "contested"),
    }


def test_an_edition_compares_figures_again_only_if_some_have_changed() -> None:
    one = INDEX.conflicts, INDEX.contested

    def kept(claim: int, **changes: object) -> bool:
        claims = list(INDEX.claims)
        claims[claim] = claims[claim].replace(**changes)
        found = vars(INDEX.version(INDEX.briefing.replace(claims=tuple(claims))))
        return (found.get("conflicts"), found.get("contested")) == one

    assert kept(0, kind="context", likelihoods=(), confidence="high")
    assert not kept(0, figures=INDEX.claims[0].figures[:1])
    assert not kept(0, when=INDEX.claims[2].when)
    assert not kept(0, attribution=INDEX.claims[1].attribution)
