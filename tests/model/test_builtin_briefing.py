"""The built-in briefing states what its document states, where it does, and nothing else."""

from collections import Counter
from datetime import date
from hashlib import sha256

import pytest

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from kursk_tui.model import Attribution, Briefing, Claim, Document, Interval

# The spans annotated by hand, in code points, end exclusive.
SPANS = {
    "S1": (17, 143),
    "S2": (144, 263),
    "S3": (265, 554),
    "S4": (556, 701),
    "S5": (703, 799),
    "S6": (800, 961),
    "S7": (963, 1156),
    "S8": (1158, 1360),
    "S9": (1362, 1504),
    "S10": (1506, 1749),
    "S11": (1750, 1926),
}
CHAINS = {"S4": ("uk-mod",), "S10": ("nis", "lee"), "S11": ("lee",)}
KINDS = {
    "S1": "reported",
    "S2": "judgement",
    "S3": "judgement",
    "S4": "reported",
    "S5": "judgement",
    "S6": "judgement",
    "S7": "reported",
    "S8": "judgement",
    "S9": "reported",
    "S10": "reported",
    "S11": "context",
}
# term, words, and the span of the words
LIKELIHOODS = {
    "S2": ("highly likely", "highly likely", (169, 182)),
    "S5": ("almost certain", "almost certainly", (739, 755)),
    "S6": ("almost certain", "almost certainly", (870, 886)),
    "S8": ("highly likely", "highly likely", (1233, 1246)),
}
SCOPES = {
    "S2": "sustained significant combat casualties",
    "S5": "Russian and North Korean forces are almost certainly experiencing interoperability"
    " difficulties",
    "S6": "North Korean troops almost certainly have difficulties integrating into Russia’s"
    " command and control structure",
    "S8": "been the core driver for the partnership",
}
# claim, measure, words, interval, population
FIGURES = [
    (
        "S2",
        "casualties",
        "significant combat casualties",
        Interval(None, None, None),
        "North Korean troops",
    ),
    ("S4", "deployed", "around 11,000", Interval(None, None, 11000), "North Korean combat troops"),
    ("S10", "killed", "at least 100", Interval(100, None, None), "North Korean soldiers"),
    ("S10", "wounded", "approximately 1,000", Interval(None, None, 1000), "North Korean soldiers"),
    (
        "S10",
        "casualties",
        "significant casualties",
        Interval(None, None, None),
        "North Korean troops",
    ),
]
# claim, role, date, words, bound
DATES = [
    ("S1", "as of", None, "currently", "../2024-12-19"),
    ("S2", "as of", None, "so far", "../2024-12-19"),
    ("S3", "background", None, "since the Korean War", None),
    ("S7", "in effect", "2024-12-04/..", "from 4 December 2024", None),
    ("S8", "in effect", None, "until recently", "../2024-12-19"),
    ("S11", "event", "2024-12-19", "Thursday 19 December", None),
]


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read(builtin_path())


@pytest.fixture(scope="module")
def document(briefing: Briefing) -> Document:
    (only,) = briefing.documents
    return only


@pytest.fixture(scope="module")
def claims(briefing: Briefing) -> dict[str, Claim]:
    return {claim.id: claim for claim in briefing.claims}


def test_the_text_is_the_seed_verbatim(document: Document) -> None:
    digest = "c6ffbba5b63f63b1af8c40cf9cd83b96f09b50c3bd56066cc5ae383d82ee3c89"
    assert sha256(document.text.encode()).hexdigest() == digest
    assert document.sha256 == digest
    assert len(document.text) == 1936
    assert len(document.text.encode()) == 1940
    assert [at for at, char in enumerate(document.text) if char == "’"] == [928, 1339]


def test_there_are_eleven_claims_in_the_order_of_the_text(briefing: Briefing) -> None:
    assert [claim.id for claim in briefing.claims] == list(SPANS)


@pytest.mark.parametrize("claim_id", SPANS)
def test_each_claim_has_its_annotated_span(
    claims: dict[str, Claim], document: Document, claim_id: str
) -> None:
    evidence = claims[claim_id].evidence
    start, end = SPANS[claim_id]
    assert (evidence.start, evidence.end) == (start, end)
    assert evidence.exact == document.text[start:end]


def test_every_character_except_white_space_belongs_to_one_part(
    briefing: Briefing, document: Document
) -> None:
    assert document.date_line is not None
    assert (document.date_line.start, document.date_line.end) == (0, 17)
    assert [(part.start, part.end, part.exact) for part in document.residue] == [
        (1928, 1936, "Related:")
    ]
    selectors = [
        document.date_line,
        *document.residue,
        *(claim.evidence for claim in briefing.claims),
    ]
    covered = Counter(at for part in selectors for at in range(part.start, part.end))
    assert set(covered.values()) == {1}
    left = {at for at in range(1936) if at not in covered}
    assert all(document.text[at].isspace() for at in left)


@pytest.mark.parametrize("claim_id", SPANS)
def test_each_claim_has_the_kind_of_its_sentence(claims: dict[str, Claim], claim_id: str) -> None:
    assert claims[claim_id].kind == KINDS[claim_id]


@pytest.mark.parametrize("claim_id", [id_ for id_ in SPANS if id_ not in CHAINS])
def test_an_unattributed_sentence_stays_unattributed(
    claims: dict[str, Claim], claim_id: str
) -> None:
    assert claims[claim_id].attribution == Attribution()


@pytest.mark.parametrize("claim_id", CHAINS)
def test_an_attributed_sentence_has_its_chain_origin_first(
    claims: dict[str, Claim], claim_id: str
) -> None:
    attribution = claims[claim_id].attribution
    assert attribution.chain == CHAINS[claim_id]
    assert attribution.basis == "stated"
    assert attribution.words


def test_the_sources_are_those_named_in_the_text(briefing: Briefing, document: Document) -> None:
    assert {source.id: source.country for source in briefing.sources} == {
        "nis": "KR",
        "lee": "KR",
        "uk-mod": "GB",
    }
    assert {source.name for source in briefing.sources} == {
        "National Intelligence Service",
        "Lee Seong-kweun",
        "Ministry of Defense of the United Kingdom",
    }
    assert all(source.name in document.text for source in briefing.sources)


def test_nothing_is_graded_because_the_text_grades_nothing(briefing: Briefing) -> None:
    assert [claim.confidence for claim in briefing.claims] == [None] * 11
    assert [claim.credibility for claim in briefing.claims] == [None] * 11
    assert [source.reliability for source in briefing.sources] == [None] * 3


def test_exactly_four_claims_state_a_likelihood(briefing: Briefing) -> None:
    stated = {claim.id: len(claim.likelihoods) for claim in briefing.claims if claim.likelihoods}
    assert stated == {"S2": 1, "S5": 1, "S6": 1, "S8": 1}


@pytest.mark.parametrize("claim_id", LIKELIHOODS)
def test_each_likelihood_has_an_inferred_scale_and_its_words_in_place(
    claims: dict[str, Claim], document: Document, claim_id: str
) -> None:
    (likelihood,) = claims[claim_id].likelihoods
    term, words, span = LIKELIHOODS[claim_id]
    assert (likelihood.scale, likelihood.scale_basis) == ("phia-2025", "inferred")
    assert (likelihood.term, likelihood.words) == (term, words)
    assert claims[claim_id].span_of(likelihood.words, likelihood.start) == span
    assert document.text[span[0] : span[1]] == words


@pytest.mark.parametrize(
    ("claim_id", "edges"),
    [("S2", (80, 90)), ("S5", (95, 100)), ("S6", (95, 100)), ("S8", (80, 90))],
)
def test_a_likelihood_has_the_band_of_its_term(
    claims: dict[str, Claim], claim_id: str, edges: tuple[int, int]
) -> None:
    (likelihood,) = claims[claim_id].likelihoods
    assert (likelihood.band.lower, likelihood.band.upper) == edges


@pytest.mark.parametrize("claim_id", SCOPES)
def test_the_scope_of_a_likelihood_is_that_of_its_adverb(
    claims: dict[str, Claim], document: Document, claim_id: str
) -> None:
    scope = claims[claim_id].likelihoods[0].scope
    assert scope is not None
    assert scope.exact.removesuffix(".") == SCOPES[claim_id]
    assert document.text[scope.start : scope.end] == scope.exact


def test_the_figures_are_as_printed_without_invented_bounds(briefing: Briefing) -> None:
    assert [
        (claim.id, figure.measure, figure.words, figure.interval, figure.population)
        for claim in briefing.claims
        for figure in claim.figures
    ] == FIGURES


@pytest.mark.parametrize(
    ("claim_id", "words", "span"),
    [
        ("S2", "significant combat casualties", (193, 222)),
        ("S4", "around 11,000", (626, 639)),
        ("S10", "at least 100", (1667, 1679)),
        ("S10", "approximately 1,000", (1700, 1719)),
        ("S10", "significant casualties", (1638, 1660)),
    ],
)
def test_each_figure_is_where_the_text_prints_it(
    claims: dict[str, Claim], claim_id: str, words: str, span: tuple[int, int]
) -> None:
    claim = claims[claim_id]
    (figure,) = [figure for figure in claim.figures if figure.words == words]
    assert claim.span_of(figure.words, figure.start) == span


def test_no_counting_period_is_invented(briefing: Briefing) -> None:
    assert all(figure.period is None for claim in briefing.claims for figure in claim.figures)


def test_the_dates_are_as_printed_and_words_stay_words(briefing: Briefing) -> None:
    assert [
        (claim.id, when.role, when.edtf, when.words, when.bound)
        for claim in briefing.claims
        for when in claim.when
    ] == DATES


def test_the_briefing_has_the_date_of_its_date_line_a_thursday(
    briefing: Briefing, document: Document
) -> None:
    assert briefing.date == document.date == "2024-12-19"
    assert document.date_line is not None
    assert document.date_line.exact == " date 2024-12-19 "
    assert date.fromisoformat("2024-12-19").isoweekday() == 4


def test_the_publisher_of_the_document_is_not_stated(document: Document) -> None:
    assert (document.publisher, document.url) == (None, None)


def test_outside_knowledge_is_marked_and_attached_to_the_claims_it_concerns(
    briefing: Briefing,
) -> None:
    carriers = {claim.id for claim in briefing.claims if claim.external}
    assert carriers == {"S10", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S11"}
    externals = [external for claim in briefing.claims for external in claim.external]
    assert {external.basis for external in externals} == {"external"}
    assert {external.chain for external in externals} == {("uk-mod",), ()}


@pytest.mark.parametrize(
    "words",
    ["18 December", "Ministry of Defence", "HuffPost", "Sung-kwon", "June 2024", "1953", "Vietnam"],
)
def test_outside_knowledge_appears_only_under_external(briefing: Briefing, words: str) -> None:
    stated = [claim.replace(external=()) for claim in briefing.claims]
    rest = briefing.replace(claims=tuple(stated))
    assert words not in rest.model_dump_json()
