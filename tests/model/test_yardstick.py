"""The two scales of likelihood terms, as their publishers print them."""

import pytest

from kursk_tui.model import YARDSTICKS
from tests.tables import each_row

# term, lower, upper, range as printed
PHIA = [
    ("remote chance", 0, 5, ">0% – ≈5%"),
    ("highly unlikely", 10, 20, "≈10% – ≈20%"),
    ("unlikely", 25, 35, "≈25% – ≈35%"),
    ("realistic possibility", 40, 50, "≈40% – <50%"),
    ("likely", 55, 75, "≈55% – ≈75%"),
    ("highly likely", 80, 90, "≈80% – ≈90%"),
    ("almost certain", 95, 100, "≈95% – <100%"),
]
ICD_203 = [
    ("almost no chance", 1, 5, "01–05%"),
    ("very unlikely", 5, 20, "05–20%"),
    ("unlikely", 20, 45, "20–45%"),
    ("roughly even chance", 45, 55, "45–55%"),
    ("likely", 55, 80, "55–80%"),
    ("very likely", 80, 95, "80–95%"),
    ("almost certain", 95, 99, "95–99%"),
]
ICD_203_SECOND_ROW = [
    "remote",
    "highly improbable",
    "improbable",
    "roughly even odds",
    "probable",
    "highly probable",
    "nearly certain",
]


def test_there_are_two_scales_by_id() -> None:
    assert set(YARDSTICKS) == {"phia-2025", "icd-203"}
    assert all(scale.id == id_ for id_, scale in YARDSTICKS.items())


@pytest.mark.parametrize(("scale", "table"), [("phia-2025", PHIA), ("icd-203", ICD_203)])
def test_terms_and_bands_are_those_published(
    scale: str, table: list[tuple[str, int, int, str]]
) -> None:
    bands = YARDSTICKS[scale].bands
    assert [(band.term, band.lower, band.upper, band.printed) for band in bands] == table


def test_phia_has_a_gap_between_each_pair_of_neighbouring_bands() -> None:
    assert YARDSTICKS["phia-2025"].gaps() == (
        (5, 10),
        (20, 25),
        (35, 40),
        (50, 55),
        (75, 80),
        (90, 95),
    )


def test_icd_203_has_no_gap() -> None:
    assert YARDSTICKS["icd-203"].gaps() == ()


@pytest.mark.parametrize(("scale", "table"), [("phia-2025", PHIA), ("icd-203", ICD_203)])
def test_terms_rank_from_least_to_most_likely(
    scale: str, table: list[tuple[str, int, int, str]]
) -> None:
    ranks = [YARDSTICKS[scale].rank(term) for term, *_ in table]
    assert ranks == [0, 1, 2, 3, 4, 5, 6]


@each_row(("rank", "spelling"), list(enumerate(ICD_203_SECOND_ROW)))
def test_the_second_row_of_icd_203_contains_synonyms_of_the_first(rank: int, spelling: str) -> None:
    assert YARDSTICKS["icd-203"].rank(spelling) == rank


@each_row(
    ("scale", "spelling", "term"),
    [
        ("phia-2025", "almost certainly", "almost certain"),
        ("phia-2025", "probable", "likely"),
        ("phia-2025", "probably", "likely"),
        ("phia-2025", "a remote chance", "remote chance"),
        ("phia-2025", "a realistic possibility", "realistic possibility"),
        ("phia-2025", "Likely", "likely"),
        ("phia-2025", "HIGHLY  LIKELY", "highly likely"),
        ("phia-2025", " almost\ncertain ", "almost certain"),
        ("icd-203", "almost certainly", "almost certain"),
        ("icd-203", "probably", "likely"),
        ("icd-203", "improbably", "unlikely"),
        ("icd-203", "Roughly Even Odds", "roughly even chance"),
    ],
)
def test_a_spelling_has_the_rank_of_its_term(scale: str, spelling: str, term: str) -> None:
    yardstick = YARDSTICKS[scale]
    rank = yardstick.rank(spelling)
    assert rank is not None
    assert yardstick.bands[rank].term == term


@each_row(
    "words",
    [
        "very likely",
        "highly probable",
        "possible",
        "may",
        "could",
        "remote",
        "roughly even chance",
        "almost no chance",
        "very unlikely",
        "nearly certain",
        "improbable",
        "certain",
        "",
    ],
)
def test_phia_does_not_know_other_terms(words: str) -> None:
    assert YARDSTICKS["phia-2025"].rank(words) is None


@each_row(
    "words",
    [
        "highly likely",
        "highly unlikely",
        "realistic possibility",
        "remote chance",
        "possible",
        "certain",
        "",
    ],
)
def test_icd_203_does_not_know_other_terms(words: str) -> None:
    assert YARDSTICKS["icd-203"].rank(words) is None


@pytest.mark.parametrize("scale", ["phia-2025", "icd-203"])
def test_each_spelling_belongs_to_one_term_of_a_scale(scale: str) -> None:
    spellings = [word for band in YARDSTICKS[scale].bands for word in band.spellings]
    assert len(spellings) == len(set(spellings))
    assert all(word == word.lower() for word in spellings)
