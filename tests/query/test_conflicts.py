"""Figures in conflict: same measure and population, stated differently."""

from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kursk_tui.query import Index
from kursk_tui.vocabulary import Modality
from tests.query.factory import Draft, briefing, figure


def asserted(
    origin: str, qualifier: str, *values: int, population: str | None = "soldiers"
) -> Draft:
    chain = tuple(origin.split(">")) if origin else ()
    return Draft(
        chain=chain,
        figures=(figure("killed", qualifier, *values, population=population),),  # type: ignore[arg-type]
    )


def test_statements_are_grouped_by_origin_not_by_relay() -> None:
    index = Index(
        briefing(
            asserted("nis>lee", "at least", 100),
            asserted("nis>paper", "at least", 100),
            asserted("zelensky", "more than", 3000),
            asserted("nis", "about", 300),
        )
    )
    (conflict,) = index.conflicts
    assert (conflict.measure, conflict.population) == ("killed", "soldiers")
    grouped = {
        origin: [one.claim for one in found] for origin, found in conflict.by_origin().items()
    }
    assert grouped == {"nis": [0, 1, 3], "zelensky": [2]}
    assert index.contested == {0, 1, 2, 3}


def test_an_origin_that_contradicts_itself_is_in_conflict_but_not_contested() -> None:
    index = Index(briefing(asserted("nis", "at least", 100), asserted("nis>lee", "about", 300)))
    assert len(index.conflicts) == 1
    assert index.contested == frozenset()


def test_equal_missing_and_unrelated_numbers_do_not_conflict() -> None:
    index = Index(
        briefing(
            asserted("a", "about", 1000),
            asserted("b", "about", 1000),
            asserted("c", "no number"),
            asserted("d", "exactly", 5, population=None),
            asserted("e", "exactly", 6, population=None),
            asserted("f", "exactly", 5, population="civilians"),
        )
    )
    assert index.conflicts == []


def test_claims_without_an_origin_count_as_one_origin() -> None:
    index = Index(
        briefing(asserted("", "about", 5), asserted("", "about", 6), asserted("a", "about", 5))
    )
    assert index.contested == {1, 2}


def denied(origin: str, qualifier: str, *values: int, modality: Modality = "denied") -> Draft:
    """Return a claim whose figure is denied, or in another modality."""
    draft = asserted(origin, qualifier, *values)
    return replace(draft, figures=(replace(draft.figures[0], modality=modality),))


def test_a_denial_contests_an_assertion_and_is_contested() -> None:
    index = Index(
        briefing(asserted("a", "about", 5), denied("b", "about", 5), asserted("c", "about", 5))
    )
    assert [one.claim for one in index.conflicts[0].statements] == [0, 1, 2]
    assert index.contested == {0, 1, 2}


def test_a_denial_of_a_number_that_is_not_asserted_does_not_conflict() -> None:
    assert Index(briefing(asserted("a", "about", 5), denied("b", "about", 6))).conflicts == []
    index = Index(
        briefing(asserted("a", "about", 5), denied("b", "about", 6), asserted("c", "about", 7))
    )
    assert [one.claim for one in index.conflicts[0].statements] == [0, 2]
    assert index.contested == {0, 2}


def test_projected_figures_do_not_conflict() -> None:
    projected = denied("b", "about", 6, modality="projected")
    assert Index(briefing(asserted("a", "about", 5), projected)).conflicts == []


def test_an_origin_that_denies_its_own_number_is_in_conflict_but_not_contested() -> None:
    index = Index(briefing(asserted("a", "about", 5), denied("a", "about", 5)))
    assert len(index.conflicts) == 1
    assert index.contested == frozenset()


SAYING = st.tuples(st.sampled_from(["", "a", "b", "c"]), st.integers(0, 2))


@settings(max_examples=150, deadline=None, database=None)
@given(st.lists(SAYING, min_size=1, max_size=8))
def test_contested_equals_a_comparison_of_all_pairs(
    sayings: list[tuple[str, int]],
) -> None:
    index = Index(briefing(*(asserted(origin, "about", number) for origin, number in sayings)))
    plain = {
        first
        for (first, one), (_, other) in product(enumerate(sayings), repeat=2)
        if one[0] != other[0] and one[1] != other[1]
    }
    assert index.contested == plain
