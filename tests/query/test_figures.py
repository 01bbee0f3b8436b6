"""Figures against queries: what each qualifier makes certain, possible or impossible."""

import pytest

from kursk_tui.query import Index
from kursk_tui.query.registry import field_names
from kursk_tui.vocabulary import Qualifier
from tests.query.factory import Draft, Outcome, briefing, figure, outcome, outcomes
from tests.tables import each_row

M: Outcome = "match"
P: Outcome = "possible"
N: Outcome = "no"

EXACTLY = {
    "100": M, "99": N, "101": N, ">=100": M, ">=101": N, ">100": N, ">99": M, "<=100": M,
    "<=99": N, "<100": N, "<101": M, "50..150": M, "100..100": M, "101..200": N, "..100": M,
    "101..": N, "0": N,
}  # fmt: skip
AT_LEAST = {  # 100, 101, …
    "100": P, "99": N, "5000": P, ">=100": M, ">=101": P, ">100": P, ">99": M, "<=100": P,
    "<=99": N, "<100": N, "<101": P, "50..150": P, "101..200": P, "1..99": N, "50..": M,
    "..99": N, "..100": P, "100..": M, "101..": P,
}  # fmt: skip
MORE_THAN = {  # 101, 102, …
    "100": N, "101": P, ">=100": M, ">=101": M, ">=102": P, ">100": M, ">101": P, "<=100": N,
    "<=101": P, "<101": N, "<102": P, "1..100": N, "100..101": P, "101..200": P, "101..": M,
    "..100": N,
}  # fmt: skip
AT_MOST = {  # 0 … 100
    "100": P, "101": N, "0": P, ">=100": P, ">=101": N, ">100": N, ">99": P, ">=0": M, ">0": P,
    "<=100": M, "<=99": P, "<100": P, "<101": M, "<0": N, "0..100": M, "1..100": P, "101..": N,
    "..100": M, "..99": P,
}  # fmt: skip
LESS_THAN = {  # 0 … 99
    "100": N, "99": P, "0": P, ">=100": N, ">=99": P, ">99": N, ">98": P, ">=0": M, "<=99": M,
    "<=98": P, "<100": M, "<99": P, "0..99": M, "1..99": P, "0..98": P, "100..": N, "..99": M,
}  # fmt: skip
ANY = {  # no bound at all: 0, 1, 2, …
    "100": P, "0": P, "5": P, ">=100": P, ">100": P, "<=100": P, "<100": P, "50..150": P,
    "..5": P, "5000..": P, ">0": P, ">=0": M, "0..": M, "<0": N, "<1": P,
}  # fmt: skip
BETWEEN = {  # 100 … 200
    "100": P, "150": P, "99": N, "201": N, ">=100": M, ">=101": P, ">=200": P, ">=201": N,
    ">200": N, ">199": P, ">99": M, "<=200": M, "<=199": P, "<=100": P, "<=99": N, "<100": N,
    "<101": P, "<201": M, "<200": P, "100..200": M, "50..250": M, "150..250": P, "201..300": N,
    "..150": P, "200..": P, "..99": N,
}  # fmt: skip

TABLE: list[tuple[Qualifier, tuple[int, ...], dict[str, Outcome]]] = [
    ("exactly", (100,), EXACTLY),
    ("at least", (100,), AT_LEAST),
    ("more than", (100,), MORE_THAN),
    ("at most", (100,), AT_MOST),
    ("less than", (100,), LESS_THAN),
    ("nearly", (100,), LESS_THAN),
    ("about", (100,), ANY),
    ("magnitude", (100,), ANY),
    ("no number", (), ANY),
    ("between", (100, 200), BETWEEN),
]
OPPOSITE: dict[Outcome, Outcome] = {M: N, N: M, P: P, "unstated": "unstated"}


@each_row(("qualifier", "values", "answers"), TABLE)
def test_each_qualifier(
    qualifier: Qualifier, values: tuple[int, ...], answers: dict[str, Outcome]
) -> None:
    draft = Draft(figures=(figure("killed", qualifier, *values),))
    assert {query: outcome(draft, f"killed:{query}") for query in answers} == answers
    opposite = {query: OPPOSITE[expected] for query, expected in answers.items()}
    assert {query: outcome(draft, f"-killed:{query}") for query in answers} == opposite
    assert {outcome(draft, f"wounded:{query}") for query in answers} == {"unstated"}


def test_zero_counts() -> None:
    none = Draft(figures=(figure("killed", "at most", 0),))
    assert outcome(none, "killed:0") == M
    assert outcome(none, "killed:>0") == N
    assert outcome(none, "killed:<0") == N
    assert outcome(Draft(figures=(figure("killed", "more than", 0),)), "killed:>0") == M


@each_row(
    ("written", "number"),
    [
        ("1000", 1000),
        ("1,000", 1000),
        ("1_000", 1000),
        ("1k", 1000),
        ("1K", 1000),
        ("12,345,678", 12_345_678),
        ("2m", 2_000_000),
        ("11k", 11_000),
        ("007", 7),
        ("1,000k", 1_000_000),
        ('"1,000"', 1000),
    ],
)
def test_ways_to_write_a_number(written: str, number: int) -> None:
    draft = Draft(figures=(figure("killed", "exactly", number),))
    assert outcome(draft, f"killed:{written}") == M
    assert outcome(draft, f"killed:{written}..") == M
    assert outcome(draft, f"killed:..{written}") == M
    assert outcome(draft, f"killed:>{written}") == N
    assert outcome(draft, f"killed:<{written}") == N


@each_row(
    ("query", "expected"),
    [
        ("killed:50", M),
        ("killed:300", M),
        ("killed:100", N),
        ("killed:>200", M),
        ("-killed:>200", N),
        ("-killed:100", M),
        ("killed:(1 OR 2)", N),
        ("killed:(1 OR 50)", M),
    ],
)
def test_a_claim_answers_with_the_best_of_its_figures(query: str, expected: Outcome) -> None:
    draft = Draft(figures=(figure("killed", "exactly", 50), figure("killed", "exactly", 300)))
    assert outcome(draft, query) == expected


def test_a_bound_and_a_number_in_one_claim() -> None:
    draft = Draft(figures=(figure("killed", "exactly", 50), figure("killed", "at least", 100)))
    assert outcome(draft, "killed:>200") == P
    assert outcome(draft, "-killed:>200") == P
    assert outcome(draft, "killed:<60") == M
    assert outcome(draft, "killed:60..70") == N


def test_measures_are_never_converted_into_each_other() -> None:
    draft = Draft(figures=(figure("killed", "exactly", 50), figure("wounded", "exactly", 300)))
    assert outcome(draft, "killed:>200") == N
    assert outcome(draft, "wounded:>200") == M
    assert outcome(draft, "casualties:>200") == "unstated"
    assert outcome(draft, "casualties:*") == N
    assert outcome(draft, "killed:>200 OR wounded:>200") == M
    assert outcome(draft, "killed:50 casualties:350") == "unstated"
    assert outcome(draft, "killed:51 casualties:350") == N


@pytest.mark.parametrize("qualifier", ["about", "no number"])
def test_stated_is_yes_or_no(qualifier: Qualifier) -> None:
    values = (5,) if qualifier == "about" else ()
    of = briefing(Draft(figures=(figure("killed", qualifier, *values),)), Draft())
    assert outcomes(of, "killed:*") == [M, N]
    assert outcomes(of, "-killed:*") == [N, M]
    assert outcomes(of, "killed:(* OR 3)") == [M, "unstated"]


def test_claims_that_do_not_state_the_measure_are_not_stated() -> None:
    of = briefing(Draft(), Draft(figures=(figure("killed", "exactly", 5),)), Draft())
    assert outcomes(of, "killed:5") == ["unstated", M, "unstated"]
    assert outcomes(of, "killed:6") == ["unstated", N, "unstated"]
    assert outcomes(of, "-killed:5") == ["unstated", N, "unstated"]


def test_a_measure_of_the_file_is_a_field() -> None:
    of = briefing(Draft(figures=(figure("tanks-lost", "at least", 5),)), Draft())
    assert outcomes(of, "tanks-lost:>=5") == [M, "unstated"]
    assert outcomes(of, "Tanks-Lost:>9") == [P, "unstated"]
    assert outcomes(of, "tanks-lost:*") == [M, N]
    names = field_names(Index(of))
    assert "tanks-lost" in names
    assert {"killed", "repatriated", "date", "source", "has"} <= set(names)
    assert len(names) == len(set(names))
    assert "tanks-lost" not in field_names(Index(briefing(Draft())))


def test_a_briefing_without_claims() -> None:
    of = briefing()
    for query in ("killed:5", "-killed:5", "", "date:2024", "likelihood:likely", "x OR -source:y"):
        assert outcomes(of, query) == []
