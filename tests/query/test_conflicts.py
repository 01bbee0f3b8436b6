"""Conflicts: what is compared, what contradicts what, and what only may."""

from dataclasses import replace
from typing import Any

import pytest

from kursk_tui.counting.counts import Order
from kursk_tui.counting.names import Names
from kursk_tui.model import Briefing, Claim, FigureRelation, When
from kursk_tui.query import Index, View
from kursk_tui.query.conflict_words import (
    counted,
    grounds,
    measured,
    opposed,
    origins,
    totals,
    verdict,
    why_not_compared,
)
from kursk_tui.query.conflicts import Side, find_conflicts
from kursk_tui.query.uncompared import find_uncompared
from kursk_tui.vocabulary import TimeRole
from tests.library.reports import library
from tests.query.factory import Draft, briefing, figure
from tests.query.plain_conflicts import (
    statements_of,
    tier,
)
from tests.tables import each_row


def says(qualifier: str, *values: int, who: str = "a", **more: Any) -> Draft:
    """Return a claim on soldiers killed on 19 December, unless more is given."""
    measure = more.pop("measure", "killed")
    when = more.pop("when", (("event", "2024-12-19"),))
    one = figure(measure, qualifier, *values, population="soldiers")  # type: ignore[arg-type]
    return Draft(
        chain=tuple(who.split(">")) if who else (),
        figures=(replace(one, **more),),
        when=tuple(_when(role, edtf) for role, edtf in when),
    )


def _when(role: TimeRole, edtf: str) -> When:
    if role == "event" and edtf.startswith("bound "):
        return When(role=role, words="[until recently]", bound=edtf.removeprefix("bound "))
    return When(role=role, edtf=edtf)


def on(day: str) -> dict[str, Any]:
    return {"when": (("event", day),)}


def as_of(day: str) -> dict[str, Any]:
    return {"when": (("as of", day),)}


def reported(day: str) -> dict[str, Any]:
    return {"when": (("reported", day),)}


UNDATED: dict[str, Any] = {"when": ()}


def denies(qualifier: str, *values: int, **more: Any) -> Draft:
    return b(qualifier, *values, modality="denied", **more)


POPULATION = "population not stated"
POPULATIONS = "populations worded differently"
PERIOD = "period not stated"
DATES = "dates not exact"
PART = "counting a part of this"
"""Two counts that are not the same; the one with the higher number is a part of the other."""
OTHER_DAYS = "the same words on different days"
PERIODS = "periods worded differently"


def covering(days: str, tally: str, words: str = "since May") -> dict[str, Any]:
    return {"period": words, "covers": days, "tally": tally}


INCREASE = FigureRelation(kind="increase on", words="[killed exactly (38,)]", claim="C0")


def b(qualifier: str, *values: int, **more: Any) -> Draft:
    return says(qualifier, *values, who="b", **more)


def reach(qualifier: str, printed: int, number: int) -> str:
    """Return the reach that a number of killed would need."""
    return f"“[killed {qualifier} ({printed},)]” would have to reach {number:,}"


IN_PART = "some of the numbers are denied"
DENIALS = [
    # A denial contradicts what lies within the numbers that it denies.
    (says("exactly", 150), denies("at least", 100), "conflict", ""),
    (says("at least", 150), denies("at least", 100), "conflict", ""),
    (says("between", 100, 150), denies("more than", 99), "conflict", ""),
    (says("exactly", 99), denies("at least", 100), "fits", ""),
    (says("exactly", 150), denies("exactly", 100), "fits", ""),
    (says("exactly", 100), denies("at most", 100), "conflict", ""),
    (says("exactly", 50), denies("between", 40, 60), "conflict", ""),
    (says("at least", 50), denies("at least", 100), "may", IN_PART),
    (says("between", 50, 70), denies("between", 40, 60), "may", IN_PART),
    (says("at least", 38), denies("exactly", 100), "may", IN_PART),
    (says("about", 150), denies("at least", 100), "may", IN_PART),
    (says("about", 100), denies("about", 100), "conflict", ""),
    (says("exactly", 100), denies("about", 100), "conflict", ""),
    (says("about", 100), denies("exactly", 100), "may", IN_PART),
    (says("about", 90), denies("about", 100), "fits", ""),
    (denies("at least", 150), denies("at least", 100), "fits", ""),
    (says("exactly", 150), denies("at least", 100, population=None), "may", POPULATION),
    # A later total may be higher, and not lower.
    (
        says("exactly", 150, **as_of("2024-12-19")),
        denies("at least", 100, **as_of("2024-12-23")),
        "conflict",
        PART,
    ),
    (
        says("exactly", 150, **as_of("2024-12-23")),
        denies("at least", 100, **as_of("2024-12-19")),
        "fits",
        "",
    ),
    (
        says("exactly", 50, **as_of("2024-12-23")),
        denies("at most", 100, **as_of("2024-12-19")),
        "conflict",
        PART,
    ),
    (
        says("exactly", 50, **as_of("2024-12-19")),
        denies("at most", 100, **as_of("2024-12-23")),
        "fits",
        "",
    ),
]

PAIRS = [
    # The numbers of one count: soldiers killed on 19 December.
    (says("exactly", 38), b("exactly", 38), "fits", ""),
    (says("exactly", 38), b("exactly", 12), "conflict", ""),
    (says("at least", 100), b("about", 300), "fits", ""),
    (says("at least", 100), b("exactly", 99), "conflict", ""),
    (says("at least", 100), b("exactly", 100), "fits", ""),
    (says("more than", 100), b("exactly", 100), "conflict", ""),
    (says("at least", 100), b("at most", 100), "fits", ""),
    (says("at least", 101), b("at most", 100), "conflict", ""),
    (says("less than", 100), b("at least", 100), "conflict", ""),
    (says("between", 40, 60), b("between", 60, 80), "fits", ""),
    (says("between", 40, 60), b("between", 61, 80), "conflict", ""),
    (says("at least", 100), b("more than", 3000), "fits", ""),
    (says("about", 1100), b("more than", 3000), "may", reach("about", 1100, 3001)),
    (says("about", 1100), b("about", 1100), "fits", ""),
    (says("about", 1100), b("about", 1000), "may", reach("about", 1000, 1100)),
    (says("about", 1100), b("exactly", 1090), "may", reach("about", 1100, 1090)),
    (says("nearly", 1000), b("exactly", 1000), "conflict", ""),
    (says("nearly", 1000), b("nearly", 1000), "fits", ""),
    (says("nearly", 1000), b("about", 1000), "fits", ""),
    (says("nearly", 1000), b("exactly", 999), "may", reach("nearly", 1000, 999)),
    (says("nearly", 1000), b("exactly", 1001), "conflict", ""),
    (says("magnitude", 100), b("exactly", 3), "fits", ""),
    (says("no number"), b("exactly", 3), "fits", ""),
    (says("exactly", 38), b("exactly", 12, modality="projected"), "fits", ""),
    (says("exactly", 38), b("exactly", 38, modality="denied"), "conflict", ""),
    (says("exactly", 38), b("exactly", 12, modality="denied"), "fits", ""),
    *DENIALS,
    # What is counted.
    (says("exactly", 38), b("exactly", 12, measure="wounded"), "fits", ""),
    (says("exactly", 38), b("exactly", 12, population=None), "may", POPULATION),
    (
        says("exactly", 38, population=None),
        b("exactly", 12, population=None),
        *("may", POPULATION),
    ),
    (says("exactly", 38), b("exactly", 12, population="SOLDIERS"), "conflict", ""),
    (says("exactly", 38), b("exactly", 12, population="servicemen"), "may", POPULATIONS),
    (says("exactly", 38), b("exactly", 12, place="Sudzha"), "may", "place not stated"),
    (
        says("exactly", 38, place="Kursk"),
        b("exactly", 12, place="Sudzha"),
        *("may", "places worded differently"),
    ),
    (says("exactly", 38, place="Kursk"), b("exactly", 12, place="kursk"), "conflict", ""),
    (
        says("exactly", 38),
        b("exactly", 12, population=None, place="Sudzha"),
        *("may", "population and place not stated"),
    ),
    # Periods and events.
    (
        says("exactly", 38, **on("2025-03-10/2025-03-16")),
        b("exactly", 23, **on("1987")),
        "fits",
        "",
    ),
    (says("exactly", 38), b("exactly", 12, **on("2024-12-20")), "fits", ""),
    (says("exactly", 38), b("exactly", 12, **on("2024-12")), "may", DATES),
    (says("exactly", 38, **on("2024-12")), b("exactly", 12, **on("2024-12")), "may", DATES),
    (says("exactly", 38), b("exactly", 12, **on("2024-12-19~")), "may", DATES),
    (says("exactly", 38), b("exactly", 12, **on("bound ../2024-12-31")), "may", DATES),
    (says("exactly", 38), b("exactly", 12, **on("2024-12-01/2024-12-31")), "conflict", PART),
    (says("exactly", 12), b("exactly", 38, **on("2024-12-01/2024-12-31")), "fits", ""),
    (
        says("exactly", 38, **on("2024-12-01/2024-12-19")),
        b("exactly", 12, **on("2024-12-10/2024-12-31")),
        *("fits", ""),
    ),
    (
        says("exactly", 38, when=(("event", "2024-12-19"), ("event", "2024-12-21"))),
        b("exactly", 12, **on("2024-12-20")),
        *("may", DATES),
    ),
    (says("exactly", 38, **UNDATED), b("exactly", 12, **UNDATED), "may", PERIOD),
    (says("exactly", 38), b("exactly", 12, **reported("2024-12-20")), "may", PERIOD),
    (says("exactly", 38), b("exactly", 12, **reported("2024-12-18")), "fits", ""),
    (says("exactly", 12), b("exactly", 3000, **reported("2024-12-23")), "fits", ""),
    (says("exactly", 38, **on("1987-05-01")), b("exactly", 12, **UNDATED), "may", PERIOD),
    (
        says("exactly", 38, **on("1987-05-01")),
        b("exactly", 12, **reported("2024-12-20")),
        "fits",
        "",
    ),
    # Totals so far: a later total may be higher, and not lower.
    (
        says("exactly", 100, **reported("2024-12-19")),
        b("exactly", 300, **reported("2025-01-13")),
        *("fits", ""),
    ),
    (
        says("exactly", 300, **reported("2024-12-19")),
        b("exactly", 100, **reported("2025-01-13")),
        *("may", PERIOD),
    ),
    (
        says("exactly", 300, **as_of("2024-12-19")),
        b("exactly", 100, **as_of("2024-12-19")),
        *("conflict", ""),
    ),
    (
        says("exactly", 300, **as_of("2024-12-19")),
        b("exactly", 100, **as_of("2025-01-13")),
        *("conflict", PART),
    ),
    (
        says("exactly", 100, **as_of("2024-12-19")),
        b("exactly", 300, **as_of("2025-01-13")),
        *("fits", ""),
    ),
    # The strength of a force can fall.
    (
        says("exactly", 300, measure="deployed", **as_of("2024-12-19")),
        b("exactly", 100, measure="deployed", **as_of("2025-01-13")),
        *("fits", ""),
    ),
    # Periods in words.
    (
        says("exactly", 38, period="since October", **reported("2024-12-19")),
        b("exactly", 12, period="Since October", **reported("2024-12-19")),
        *("conflict", ""),
    ),
    (
        says("exactly", 38, period="since October", **reported("2024-12-19")),
        b("exactly", 12, period="this week", **reported("2024-12-19")),
        *("may", PERIODS),
    ),
    (
        says("exactly", 38, period="since October", **UNDATED),
        b("exactly", 12, period="since October", **UNDATED),
        *("may", DATES),
    ),
    (
        says("exactly", 38, period="yesterday", **reported("2024-12-01")),
        b("exactly", 12, period="yesterday", **reported("2024-12-03")),
        *("may", OTHER_DAYS),
    ),
    # Origins.
    (says("exactly", 38), says("exactly", 12), "fits", ""),
    (says("exactly", 38), says("exactly", 12, population=None), "fits", ""),
    (says("exactly", 38, who="a>b"), b("exactly", 12), "conflict", ""),
    (says("exactly", 38, who=""), says("exactly", 12, who=""), "conflict", ""),
    (
        says("exactly", 38, who="", **UNDATED),
        says("exactly", 12, who="", **UNDATED),
        *("may", PERIOD),
    ),
]


@each_row(("one", "other", "expected", "why"), PAIRS)
def test_two_figures(one: Draft, other: Draft, expected: str, why: str) -> None:
    check_two(one, other, expected, why)


def check_two(one: Draft, other: Draft, expected: str, why: str) -> None:
    made = briefing(one, other)
    statements = statements_of(made)
    found = tier(statements[0], statements[1]) if len(statements) == 2 else "fits"
    conflicts = Index(made).conflicts
    assert found == expected, (one, other)
    assert [conflict.certain for conflict in conflicts] == {
        "fits": [],
        "may": [False],
        "conflict": [True],
    }[expected]
    if conflicts:
        whys = {PART, "counting this and more"} if why == PART else {why}
        assert {reason(side) for side in conflicts[0].sides} == whys


def reason(side: Side) -> str:
    """Return why a side opposes its only rival; empty if both count the same."""
    return opposed(side, lambda _: "it").partition(" it (")[2].removesuffix(")")


MAY = covering("2024-05-03/2024-12-19", "in")
AT = covering("2024-12-19", "at", "as at Thursday")
COVERED = [
    # The days count, not their words, and not the dates of the claim.
    (says("exactly", 38, **MAY), b("exactly", 12, **MAY), "conflict", ""),
    (says("exactly", 38, **MAY), b("exactly", 12, **{**MAY, "period": "so far"}), "conflict", ""),
    (says("exactly", 38, **MAY, **on("2024-05")), b("exactly", 12, **MAY), "conflict", ""),
    # A count of some days is at most one of these and more.
    (
        says("exactly", 38, **covering("2024-12-19", "in")),
        b("exactly", 12, **MAY),
        "conflict",
        PART,
    ),
    (says("exactly", 12, **covering("2024-12-19", "in")), b("exactly", 38, **MAY), "fits", ""),
    (says("exactly", 38, **covering("2024-12-20", "in")), b("exactly", 12, **MAY), "fits", ""),
    (
        says("exactly", 38, **MAY),
        b("exactly", 12, period="since May", **reported("2024-12-19")),
        *("may", PERIODS),
    ),
    # A month is all of its days, a season or an approximate date is not known to the day.
    (
        says("exactly", 38, **covering("2024-12", "in")),
        b("exactly", 12, **covering("2024-12-01/2024-12-31", "in")),
        *("conflict", ""),
    ),
    *(
        (
            says("exactly", 38, **covering(days, "in")),
            b("exactly", 12, **covering(days, "in")),
            *("may", "end of the period not stated" if days.endswith("..") else DATES),
        )
        for days in ("2024-21", "2024-12~", "2024-12-XX", "2024-05-03/..")
    ),
    # Totals so far: only the last day matters, and a later total is not lower.
    (
        says("exactly", 38, **covering("2024-12-19", "so far")),
        b("exactly", 12, **covering("../2024-12-19", "so far")),
        *("conflict", ""),
    ),
    (
        says("exactly", 38, **covering("2024-12-17", "so far")),
        b("exactly", 12, **covering("2024-12-19", "so far")),
        *("conflict", PART),
    ),
    (
        says("exactly", 12, **covering("2024-12-17", "so far")),
        b("exactly", 38, **covering("2024-12-19", "so far")),
        *("fits", ""),
    ),
    # A strength at a time is compared with one at the same time.
    (says("exactly", 38, **AT), b("exactly", 12, **AT), "conflict", ""),
    (says("exactly", 38, **AT), b("exactly", 12, **{**AT, "covers": "2024-12-18"}), "fits", ""),
    (says("exactly", 38, **AT), b("exactly", 12, **{**AT, "tally": "in"}), "fits", ""),
    # What is not asserted, and what is an increase on another count, contradicts no count.
    (says("exactly", 38), b("exactly", 12, modality="not asserted"), "fits", ""),
    (says("exactly", 38), b("exactly", 12, relations=(INCREASE,)), "fits", ""),
]


def test_two_figures_with_the_days_that_they_cover() -> None:
    for one, other, expected, why in COVERED:
        check_two(one, other, expected, why)


def outcomes(made: Briefing) -> tuple[set[int], set[int]]:
    """Return the claims that are contested, and those that may be."""
    found = Index(made).contested
    return set(found.certainly), set(found.perhaps)


def test_only_other_origins_contest_a_claim() -> None:
    one, two = says("exactly", 38), says("exactly", 12)
    unknown = says("exactly", 7, who="")
    assert outcomes(briefing(one, two)) == (set(), set())
    assert outcomes(briefing(one, says("exactly", 12, who="b>a"))) == ({0, 1}, set())
    assert outcomes(briefing(one, says("exactly", 12, who="a>b"))) == (set(), set())
    assert outcomes(briefing(one, unknown)) == (set(), {0, 1})
    assert outcomes(briefing(unknown, replace(unknown, figures=one.figures))) == (set(), {0, 1})


def test_an_unknown_origin_is_not_counted() -> None:
    one, unknown = says("exactly", 38), says("exactly", 7, who="")
    cases = {
        "1 known origin, 1 figure without a source": (one, unknown),
        "no source stated": (unknown, says("exactly", 8, who="")),
        "2 origins": (one, b("exactly", 12)),
        "2 known origins, 1 figure without a source": (one, b("exactly", 12), unknown),
    }
    for words, drafts in cases.items():
        (conflict,) = Index(briefing(*drafts)).conflicts
        assert origins(conflict) == words


@pytest.mark.parametrize(("number", "conflicts"), [(100, 1), (30, 0)])
def test_a_claim_that_its_source_denies_denies_its_figures(number: int, conflicts: int) -> None:
    made = briefing(says("exactly", 100), b("exactly", number))
    first, second = made.claims
    denied = replace(first, attribution=replace(first.attribution, stance="denies"))
    assert len(Index(made.replace(claims=(denied, second))).conflicts) == conflicts


def test_figures_of_one_claim_are_not_compared() -> None:
    one = says("exactly", 38)
    both = replace(one, figures=(*one.figures, *says("exactly", 12).figures))
    assert not Index(briefing(both)).conflicts


def test_a_possible_conflict_names_every_statement_that_it_may_contradict() -> None:
    made = briefing(
        says("exactly", 38),
        b("exactly", 12),
        says("exactly", 50, who="c", population=None),
        says("at least", 1, who="d", population=None),
    )
    certain, possible = Index(made).conflicts
    assert totals((certain, possible)) == "1 conflict · 1 may conflict"
    assert verdict(possible) == "may conflict"
    rivals = {
        side.statement.claim: [one.statement.claim for one in side.rivals]
        for side in possible.sides
    }
    assert [side.statement.claim for side in certain.sides] == [0, 1]
    assert rivals == {0: [2], 1: [2], 2: [0, 1]}
    names = {
        side.statement.claim: opposed(side, lambda one: f"C{one.claim}") for side in possible.sides
    }
    assert names[2] == "may contradict C0 and C1 (population not stated)"


def test_a_certain_conflict_says_why_its_figures_are_compared() -> None:
    one, other = says("exactly", 38), b("exactly", 12)
    period: dict[str, Any] = {"period": "since October", **reported("2024-12-19")}
    cases = {
        "compared: same population and dates; no counting period stated": (one, other),
        "compared: same population and period": (
            says("exactly", 38, **period),
            b("exactly", 12, **period),
        ),
    }
    for words, drafts in cases.items():
        (conflict,) = Index(briefing(*drafts)).conflicts
        assert grounds(conflict) == words
        assert {opposed(side, str) for side in conflict.sides} == {""}


def test_what_is_known_of_different_periods_is_apart() -> None:
    made = briefing(
        says("exactly", 38, population=None),
        b("exactly", 12, population=None),
        says("exactly", 23, population=None, **on("1987-05-01")),
        b("exactly", 30, population=None, **on("1987-05-01")),
    )
    found = [[one.claim for one in conflict.statements] for conflict in Index(made).conflicts]
    assert sorted(found) == [[0, 1], [2, 3]]


def test_a_figure_without_a_date_does_not_join_what_is_apart() -> None:
    old, late = on("1987-05-01"), on("2024-12-19")
    undated = says("exactly", 60, who="c", **UNDATED)
    made = briefing(
        says("exactly", 38, **old),
        b("exactly", 30, population=None, **old),
        says("exactly", 20, **late),
        b("exactly", 10, population=None, **late),
        undated,
        says("exactly", 70, who="d", **UNDATED),
    )
    for document_date in (None, "2024-12-20"):
        conflicts = Index(made.replace(date=document_date)).conflicts
        found = [sorted(one.claim for one in conflict.statements) for conflict in conflicts]
        assert [claims for claims in found if 0 in claims and 2 in claims] == []
        assert {claim for claims in found for claim in claims} == {0, 1, 2, 3, 4, 5}
        assert not any(conflict.certain for conflict in conflicts)
    (one,) = Index(briefing(says("exactly", 38, **old), undated)).conflicts
    assert {reason(side) for side in one.sides} == {PERIOD}


def test_a_query_shows_the_conflicts_among_its_claims() -> None:
    view = View.of(briefing(says("exactly", 38), b("exactly", 12), says("at least", 13, who="c")))
    assert len(view.conflicts[0].sides) == 3
    assert not view.ask("killed:>=13").conflicts


WHOLE: dict[str, Any] = {"measure": "casualties", "categories": ("killed", "wounded")}
CASUALTIES: dict[str, Any] = {"measure": "casualties"}
CATEGORIES = "categories not stated"
ACROSS = [
    # The killed are among the killed or wounded, and certainly among casualties.
    (says("exactly", 120), b("exactly", 100, **WHOLE), "conflict", PART),
    (says("exactly", 120), b("at most", 100, **CASUALTIES), "conflict", PART),
    (
        says("exactly", 120, **as_of("2024-12-19")),
        b("exactly", 100, **WHOLE, **as_of("2024-12-23")),
        *("conflict", PART),
    ),
    (
        says("exactly", 120, **as_of("2024-12-23")),
        b("exactly", 100, **WHOLE, **as_of("2024-12-19")),
        *("fits", ""),
    ),
    (says("exactly", 120), b("exactly", 300, **WHOLE), "fits", ""),
    (says("exactly", 120), b("about", 100, **CASUALTIES), "may", "casualties about 100 to 120"),
    (says("exactly", 120), b("exactly", 100, **WHOLE, population=None), "may", POPULATION),
    # The missing are perhaps among casualties, and not among the killed or wounded.
    (
        says("exactly", 120, measure="missing"),
        b("exactly", 100, **CASUALTIES),
        *("may", CATEGORIES),
    ),
    (says("exactly", 120, measure="missing"), b("exactly", 100, **WHOLE), "fits", ""),
    # Casualties that no document defines may be more than the killed or wounded.
    (says("exactly", 120, **CASUALTIES), b("exactly", 100, **WHOLE), "may", CATEGORIES),
    (says("exactly", 120, **WHOLE), b("exactly", 100, **CASUALTIES), "conflict", PART),
    (says("exactly", 120, **CASUALTIES), b("exactly", 100, **CASUALTIES), "may", CATEGORIES),
    (says("exactly", 120), b("exactly", 100, measure="wounded"), "fits", ""),
]


def test_two_figures_of_different_measures() -> None:
    for one, other, expected, why in ACROSS:
        if why.startswith("casualties"):
            why = "“[casualties about (100,)]” would have to reach 120"
        check_two(one, other, expected, why)


def test_a_conflict_across_measures_names_them() -> None:
    (certain,) = Index(briefing(says("exactly", 120), b("exactly", 100, **WHOLE))).conflicts
    assert counted(certain) == "killed and casualties"
    assert grounds(certain) == "compared: one count contains another"
    lines = [opposed(side, lambda one: f"C{one.claim}") for side in certain.sides]
    assert lines == [
        "contradicts C1 (counting this and more)",
        "contradicts C0 (counting a part of this)",
    ]
    about = [measured(one.figure, certain) for one in certain.statements]
    assert about == [("killed",), ("casualties (killed, wounded)",)]


def test_exact_numbers_come_first_then_those_that_need_the_furthest_reach() -> None:
    made = briefing(
        says("about", 110, who="a"),
        says("exactly", 100, who="b"),
        says("about", 400, who="c"),
        says("exactly", 100, who="d", population=None),
        says("exactly", 90, who="e", population=None),
    )
    (conflict,) = Index(made).conflicts
    # 90 and 100 need no reach; 400 is 4.4 times 90, and 3.6 times 110.
    assert [one.claim for one in conflict.statements] == [1, 3, 4, 2, 0]
    why = opposed(conflict.sides[-1], lambda one: f"C{one.claim}")
    assert why == (
        "may contradict C1 (“[killed about (110,)]” would have to reach 100), "
        "C2 (“[killed about (110,)]” would have to reach 400), "
        "C3 (population not stated; “[killed about (110,)]” would have to reach 100), "
        "C4 (population not stated; “[killed about (110,)]” would have to reach 90)"
    )


def test_the_nine_reports_have_one_pair_that_may_contradict() -> None:
    jcs, zelenskyy = "2024-12-23-jcs/c1", "2024-12-23-zelenskyy/c1"
    whole = library().briefing
    (conflict,) = Index(whole).conflicts
    assert not conflict.certain
    assert [whole.claims[one.claim].id for one in conflict.statements] == [jcs, zelenskyy]
    lines = [opposed(side, lambda one: whole.claims[one.claim].id) for side in conflict.sides]
    reach_needed = "(“around 1,100” would have to reach 3,001)"
    assert lines == [
        f"may contradict {zelenskyy} {reach_needed}",
        f"may contradict {jcs} {reach_needed}",
    ]
    exact = tuple(
        claim.replace(figures=(claim.figures[0].replace(qualifier="exactly"),))
        if claim.id == jcs
        else claim
        for claim in whole.claims
    )
    (conflict,) = Index(whole.replace(claims=exact)).conflicts
    assert conflict.certain
    assert {whole.claims[one.claim].id for one in conflict.statements} == {jcs, zelenskyy}


def uncompared(*drafts: Draft) -> dict[str, str]:
    """Return why figures are compared with no other, by the claim."""
    made = briefing(*drafts)
    claims = made.claims
    return {
        claims[one.claim].id: why_not_compared(one, lambda other: claims[other.claim].id)
        for one in find_uncompared(Index(made))
    }


def test_figures_that_are_compared_with_no_other_say_why() -> None:
    old = says("exactly", 23, **on("1987-05-01"))
    numberless = Draft(figures=(figure("killed", "no number"),))
    cases: list[tuple[tuple[Draft, ...], dict[str, str]]] = [
        ((says("exactly", 38), b("exactly", 12)), {}),
        ((says("exactly", 38), b("exactly", 38)), {}),  # compared, and equal
        ((says("exactly", 38), b("exactly", 12, measure="wounded")), {}),
        (
            (says("exactly", 38), b("exactly", 12), old),
            {"C2": "a different period from C0 and C1"},
        ),
        (
            (says("exactly", 38), old),
            {"C0": "a different period from C1", "C1": "a different period from C0"},
        ),
        (  # a count without a period is of the year before at the most
            (old, b("exactly", 12, **reported("2024-12-20"))),
            {"C0": "a different period from C1", "C1": "a different period from C0"},
        ),
        # What one source says later corrects or updates what it said before.
        (
            (says("exactly", 38), says("exactly", 12)),
            {"C0": "the same source as C1", "C1": "the same source as C0"},
        ),
        (
            (says("exactly", 38), says("exactly", 12, population=None)),
            {"C0": "the same source as C1", "C1": "the same source as C0"},
        ),
        ((says("exactly", 38, who=""), says("exactly", 12, who="", population=None)), {}),
        (
            (says("exactly", 38), b("exactly", 12, relations=(INCREASE,))),
            {"C0": "a total, not an increase as in C1", "C1": "an increase, not a total as in C0"},
        ),
        ((says("exactly", 38), b("exactly", 12, modality="projected")), {"C1": "projected"}),
        ((says("exactly", 38), b("magnitude", 10)), {"C1": "only a magnitude given"}),
        ((says("exactly", 38), numberless), {"C1": "no number given"}),
        ((numberless, numberless), {}),  # there is no figure to compare them with
        (
            (old, *(says("exactly", 38, who=f"s{at}") for at in range(8))),
            {"C0": "a different period from C1, C2, C3, C4, C5, C6 and 2 more"},
        ),
    ]
    for drafts, expected in cases:
        assert uncompared(*drafts) == expected, drafts


def test_what_the_reader_keeps_apart_is_not_compared() -> None:
    cases: dict[str, dict[str, Any]] = {
        "a different population from C1": {"population": "civilians"},
        "a different place from C1": {"place": "Sudzha"},
        "other categories than C1": {"categories": ("wounded",)},
    }
    killed = {**WHOLE, "categories": ("killed",), "population": "troops"}
    for why, other in cases.items():
        first = says("exactly", 38, place="Kursk", **killed)
        made = briefing(first, b("exactly", 12, **{**killed, **other}))
        index = Index(made)
        vars(index)["compared"] = replace(index.compared, order=Order(DECIDED, PLACES))
        assert index.conflicts == ()
        one, _ = find_uncompared(index)
        assert why_not_compared(one, lambda other: f"C{other.claim}") == why


DECIDED = Names(
    one={"men": "men", "soldiers": "men"},
    wider={"men": frozenset(("troops",)), "troops": frozenset(("people",))},
    two=frozenset((frozenset(("troops", "civilians")), frozenset(("men", "civilians")))),
)
PLACES = Names(two=frozenset((frozenset(("kursk", "sudzha")),)))


def decided(*made: Draft) -> list[tuple[bool, list[int]]]:
    """Return the conflicts under decisions about names: whether certain, and the claims."""
    compared = replace(Index(briefing(*made)).compared, order=Order(DECIDED, PLACES))
    return [
        (one.certain, sorted(told.claim for told in one.statements))
        for one in find_conflicts(compared)
    ]


def test_decisions_about_names_say_which_counts_contain_others() -> None:
    def of(who: str, number: int, population: str) -> Draft:
        return says("exactly", number, who=who, population=population)

    men, troops = of("a", 38, "soldiers"), of("b", 12, "troops")
    assert decided(men, troops) == [(True, [0, 1])]  # soldiers are men, who are of the troops
    assert decided(of("a", 12, "soldiers"), of("b", 38, "troops")) == []
    # Civilians are kept apart from men and troops, and not from people.
    civilians, people = of("c", 38, "civilians"), of("d", 12, "people")
    assert decided(civilians, of("a", 12, "men"), of("b", 12, "troops")) == []
    others = of("a", 12, "men"), of("b", 12, "troops"), people
    assert decided(civilians, *others) == [(False, [0, 3])]
    assert decided(*others, civilians) == [(False, [2, 3])]


def test_statements_in_two_certain_conflicts_are_no_possible_one() -> None:
    made = briefing(
        says("exactly", 38),
        b("exactly", 12),
        says("exactly", 50, who="c", population="men"),
        says("exactly", 20, who="d", population="men"),
        says("exactly", 60, who="e", population=None),
    )
    *_, possible = Index(made).conflicts
    rivals = {
        side.statement.claim: [one.statement.claim for one in side.rivals]
        for side in possible.sides
    }
    assert rivals == {0: [4], 1: [4], 2: [4], 3: [4], 4: [0, 1, 2, 3]}


def test_rivals_that_are_an_example_are_shown_as_such() -> None:
    many = [says("exactly", 38 + at, who=f"s{at}", population=None) for at in range(51)]
    (conflict,) = Index(briefing(*many)).conflicts
    shown = opposed(conflict.sides[0], lambda one: f"C{one.claim}")
    assert shown.startswith("may contradict, for example, C")
    assert shown.endswith(" (population not stated)")
    (conflict,) = Index(briefing(*many[:8])).conflicts
    names = "C1, C2, C3, C4, C5, C6 and C7"
    shown = opposed(conflict.sides[0], lambda one: f"C{one.claim}")
    assert shown == f"may contradict {names} (population not stated)"


def test_claims_of_the_briefing_are_in_the_order_of_the_file() -> None:
    made = briefing(says("exactly", 1), b("exactly", 2), says("exactly", 3))
    (conflict,) = Index(made).conflicts
    claims: list[Claim] = [made.claims[one.claim] for one in conflict.statements]
    assert [claim.id for claim in claims] == ["C0", "C2", "C1"]  # by origin
