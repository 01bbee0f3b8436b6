"""Likelihoods against queries: the order of a scale, spellings, and terms of the other scale."""

from itertools import product

import pytest

from kursk_tui.vocabulary import ScaleId
from tests.query.factory import Draft, Outcome, briefing, likelihood, outcome, outcomes
from tests.tables import each_row

M: Outcome = "match"
P: Outcome = "possible"
N: Outcome = "no"

PHIA = (
    "remote chance",
    "highly unlikely",
    "unlikely",
    "realistic possibility",
    "likely",
    "highly likely",
    "almost certain",
)
ICD = (
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
)
SCALES: list[tuple[ScaleId, tuple[str, ...]]] = [("phia-2025", PHIA), ("icd-203", ICD)]


def _yes(true: bool) -> Outcome:
    return M if true else N


@pytest.mark.parametrize(("scale", "terms"), SCALES)
def test_terms_compare_in_the_order_of_their_own_scale(
    scale: ScaleId, terms: tuple[str, ...]
) -> None:
    of = briefing(*(Draft(likelihoods=(likelihood(scale, term),)) for term in terms))
    places = range(len(terms))
    for asked, term in enumerate(terms):
        assert outcomes(of, f'likelihood:"{term}"') == [_yes(have == asked) for have in places]
        assert outcomes(of, f'likelihood:>="{term}"') == [_yes(have >= asked) for have in places]
        assert outcomes(of, f'likelihood:>"{term}"') == [_yes(have > asked) for have in places]
        assert outcomes(of, f'likelihood:<="{term}"') == [_yes(have <= asked) for have in places]
        assert outcomes(of, f'likelihood:<"{term}"') == [_yes(have < asked) for have in places]
        assert outcomes(of, f'-likelihood:<"{term}"') == [_yes(have >= asked) for have in places]
        assert outcomes(of, f'likelihood:"{term}"..') == [_yes(have >= asked) for have in places]
        assert outcomes(of, f'likelihood:.."{term}"') == [_yes(have <= asked) for have in places]
    for low, high in product(places, places):
        if low <= high:
            query = f'likelihood:"{terms[low]}".."{terms[high]}"'
            assert outcomes(of, query) == [_yes(low <= have <= high) for have in places]


@each_row(
    ("scale", "term", "spelling"),
    [
        ("phia-2025", "likely", "probable"),
        ("phia-2025", "likely", "probably"),
        ("phia-2025", "likely", "LIKELY"),
        ("phia-2025", "almost certain", '"almost certainly"'),
        ("phia-2025", "almost certain", '"Almost  Certain"'),
        ("phia-2025", "remote chance", '"a remote chance"'),
        ("phia-2025", "realistic possibility", '"realistically possible"'),
        ("icd-203", "likely", "probable"),
        ("icd-203", "almost certain", '"nearly certain"'),
        ("icd-203", "almost certain", '"almost certainly"'),
        ("icd-203", "almost no chance", "remote"),
        ("icd-203", "unlikely", "improbable"),
        ("icd-203", "very unlikely", '"highly improbable"'),
        ("icd-203", "very likely", '"highly probable"'),
        ("icd-203", "roughly even chance", '"roughly even odds"'),
    ],
)
def test_spellings(scale: ScaleId, term: str, spelling: str) -> None:
    draft = Draft(likelihoods=(likelihood(scale, term),))
    assert outcome(draft, f"likelihood:{spelling}") == M
    assert outcome(draft, f"likelihood:>={spelling}") == M
    assert outcome(draft, f"likelihood:>{spelling}") == N
    assert outcome(draft, f"likelihood:<{spelling}") == N


@each_row(
    ("scale", "term", "query", "expected"),
    [
        # PHIA claims, ICD 203 terms: very likely is 80-95, roughly even chance 45-55
        ("phia-2025", "highly likely", '"very likely"', P),  # 80-90
        ("phia-2025", "likely", '"very likely"', N),  # 55-75
        ("phia-2025", "almost certain", '"very likely"', N),  # 95-100: only an edge in common
        ("phia-2025", "realistic possibility", '"roughly even chance"', P),  # 40-50
        ("phia-2025", "likely", '"roughly even chance"', N),
        ("phia-2025", "remote chance", "remote", P),
        ("phia-2025", "highly unlikely", "remote", N),
        ("phia-2025", "highly unlikely", '"very unlikely"', P),
        ("phia-2025", "almost certain", '>"very likely"', P),
        ("phia-2025", "highly likely", '>"very likely"', N),
        ("phia-2025", "highly likely", '>="very likely"', P),
        ("phia-2025", "almost certain", '>="very likely"', P),
        ("phia-2025", "likely", '>="very likely"', N),
        ("phia-2025", "likely", '<"very likely"', P),
        ("phia-2025", "highly likely", '<"very likely"', N),
        ("phia-2025", "highly likely", '<="very likely"', P),
        ("phia-2025", "almost certain", '<="very likely"', N),
        ("phia-2025", "likely", '"roughly even chance".."very likely"', P),
        ("phia-2025", "unlikely", '"roughly even chance".."very likely"', N),
        ("phia-2025", "highly likely", 'likely.."very likely"', P),  # one term on its scale
        ("phia-2025", "almost certain", '"very likely"..', P),
        ("phia-2025", "almost certain", '.."very likely"', N),
        # ICD 203 claims, PHIA terms: highly likely is 80-90, realistic possibility 40-50
        ("icd-203", "very likely", '"highly likely"', P),  # 80-95
        ("icd-203", "likely", '"highly likely"', N),  # 55-80: only an edge in common
        ("icd-203", "roughly even chance", '"realistic possibility"', P),  # 45-55
        ("icd-203", "unlikely", '"realistic possibility"', P),  # 20-45
        ("icd-203", "very unlikely", '"realistic possibility"', N),  # 5-20
        ("icd-203", "almost certain", '>"highly likely"', P),  # 95-99
        ("icd-203", "very likely", '>"highly likely"', P),
        ("icd-203", "likely", '>"highly likely"', N),
        ("icd-203", "almost no chance", '"remote chance"', P),
        ("icd-203", "almost no chance", '<"highly unlikely"', P),
    ],
)
def test_a_term_of_the_other_scale_is_possible_where_bands_overlap(
    scale: ScaleId, term: str, query: str, expected: Outcome
) -> None:
    draft = Draft(likelihoods=(likelihood(scale, term),))
    assert outcome(draft, f"likelihood:{query}") == expected


def test_a_term_of_the_other_scale_never_matches() -> None:
    phia_only, icd_only = set(PHIA) - set(ICD), set(ICD) - set(PHIA)
    for scale, have_terms, asked_terms in (
        ("phia-2025", PHIA, icd_only),
        ("icd-203", ICD, phia_only),
    ):
        of = briefing(
            *(Draft(likelihoods=(likelihood(scale, term),)) for term in have_terms)  # type: ignore[arg-type]
        )
        for term, operator in product(asked_terms, ("", ">", ">=", "<", "<=")):
            assert M not in outcomes(of, f'likelihood:{operator}"{term}"')


def test_a_term_of_both_scales_is_compared_on_the_claims_scale() -> None:
    of = briefing(
        Draft(likelihoods=(likelihood("phia-2025", "likely"),)),
        Draft(likelihoods=(likelihood("icd-203", "likely"),)),
        Draft(likelihoods=(likelihood("phia-2025", "unlikely"),)),
        Draft(likelihoods=(likelihood("icd-203", "very likely"),)),
        Draft(),
    )
    assert outcomes(of, "likelihood:likely") == [M, M, N, N, "unstated"]
    assert outcomes(of, "likelihood:>=likely") == [M, M, N, M, "unstated"]
    assert outcomes(of, "-likelihood:likely") == [N, N, M, M, "unstated"]
    assert outcomes(of, 'likelihood:"very likely"') == [N, N, N, M, "unstated"]


def test_a_claim_answers_with_the_best_of_its_likelihoods() -> None:
    draft = Draft(
        likelihoods=(likelihood("phia-2025", "unlikely"), likelihood("phia-2025", "highly likely"))
    )
    assert outcome(draft, "likelihood:unlikely") == M
    assert outcome(draft, 'likelihood:"highly likely"') == M
    assert outcome(draft, "likelihood:likely") == N
    assert outcome(draft, 'likelihood:"very likely"') == P
    assert outcome(draft, 'likelihood:(likely OR "very likely" OR unlikely)') == M


def test_stated_is_yes_or_no() -> None:
    of = briefing(Draft(likelihoods=(likelihood("icd-203", "likely"),)), Draft())
    assert outcomes(of, "likelihood:*") == [M, N]
    assert outcomes(of, "-likelihood:*") == [N, M]
