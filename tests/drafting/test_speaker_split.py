"""Sentences with two speakers: each speaker gets a claim with its figures and likelihoods."""

import json

import pytest

from kursk_tui.drafting import draft
from kursk_tui.drafting.findings import FigureFinding
from kursk_tui.formats.json import parse_text
from kursk_tui.model import Briefing, Claim
from tests.tables import each_row


def drafted(text: str) -> Briefing:
    return parse_text(json.dumps(draft(text).briefing()), "draft")


def reading(claim: Claim) -> tuple[tuple[str, ...], list[str]]:
    """Return the chain of sources and the words of the figures."""
    return claim.attribution.chain, [figure.words for figure in claim.figures]


@each_row(
    ("text", "first", "second", "second_begins"),
    [
        (
            "The army said 40 soldiers were killed, while Seoul put the losses at 11.",
            (("army",), ["40"]),
            (("seoul",), ["11"]),
            "while",
        ),
        (
            "The army said 40 were killed and Kyiv said 11 were killed.",
            (("army",), ["40"]),
            (("kyiv",), ["11"]),
            "and",
        ),
        (
            "40 soldiers were killed, the army said, and 11 were wounded, Seoul said.",
            (("army",), ["40"]),
            (("seoul",), ["11"]),
            "and",
        ),
        (
            "Kyiv claimed 30 soldiers were killed; Moscow denied that 30 soldiers were killed.",
            (("kyiv",), ["30"]),
            (("moscow",), ["30"]),
            "Moscow",
        ),
        (
            "Twelve died, according to police, and 14 according to the hospital.",
            (("police",), ["Twelve"]),
            (("hospital",), ["14"]),
            "and",
        ),
        (
            "According to police 12 people died, and 14 according to the hospital.",
            (("police",), ["12"]),
            (("hospital",), ["14"]),
            "and",
        ),
        (
            "The UN said it had no access to Arda, where the council claims to have killed 40.",
            (("un",), []),
            (("council",), ["40"]),
            "where",
        ),
        (
            "The UN put the toll at 40, the government at 25.",
            (("un",), ["40"]),
            (("government",), []),
            "the",
        ),
        (
            "The army could not confirm it and the police said 12 had died.",
            (("army",), []),
            (("police",), ["12"]),
            "and",
        ),
    ],
)
def test_each_speaker_has_a_claim(
    text: str,
    first: tuple[tuple[str, ...], list[str]],
    second: tuple[tuple[str, ...], list[str]],
    second_begins: str,
) -> None:
    one, other = drafted(text).claims
    assert reading(one) == first
    assert reading(other) == second
    assert other.evidence.exact.startswith(f"{second_begins} ")
    assert other.evidence.exact.endswith(".")
    assert not one.attribution.note
    between = text[one.evidence.end : other.evidence.start]
    assert not any(map(str.isalnum, between))


@each_row(
    "text",
    [
        "The ministry said that Seoul had put the losses at 11, and that 20 were missing.",
        "The army said “40 fell, and Kyiv said 11 died”.",
        "Lee, citing the NIS, said 100 were killed.",
        "Officials in Kyiv and Seoul said 40 soldiers were killed.",
        "The general said 30 soldiers died, but could not say how many were wounded.",
        "40 soldiers were killed, the army said.",
        "The ministry said and the president confirmed that 44 soldiers had been killed.",
        "The Sudanese army said, but the RSF denied, that 200 people had been killed.",
        "The army said that while Kyiv said 40 soldiers were missing, only 11 were killed.",
        "A UN report said the army said 40 died and the rebels said 12 died.",
        "According to the UN, the army said 40 died and the rebels said 12 died.",
        "Because Kyiv said 40 died and Moscow said it lost 11, experts put the number at 25.",
        "Doctors say 40 died and aid groups say 60 died, the UN reported.",
        "The army said 40 were killed and, according to Kyiv, 11 were wounded.",
    ],
)
def test_what_one_speaker_says_or_passes_on_is_one_claim(text: str) -> None:
    (claim,) = drafted(text).claims
    assert claim.evidence.exact == text


CITING = {
    "The Interior Ministry put the death toll at between 45 and 52, citing hospital records, while "
    "El Faro reported that more than 60 had died.": [
        (("hospital-records", "interior-ministry"), ["between 45 and 52"]),
        (("el-faro",), ["more than 60"]),
    ],
    "The army said 40 died, quoting the mayor; doctors said 60 died.": [
        (("mayor", "army"), ["40"]),
        (("doctors",), ["60"]),
    ],
    "Reuters, citing the UN, said 40 died, but Orvia said 12 died.": [
        (("un", "reuters"), ["40"]),
        (("orvia",), ["12"]),
    ],
    "General Ruhl said 40 died and his spokesman, Col. Adan Feyr, later said 38 died.": [
        (("ruhl",), ["40"]),
        (("adan-feyr",), ["38"]),
    ],
    "Reuters, citing the UN, said 40 died and Orvia had said 12 died.": [
        (("un", "reuters"), ["40", "12"])
    ],
}


def test_a_speaker_who_cites_another_ends_where_a_contrast_begins() -> None:
    found = {text: [reading(one) for one in drafted(text).claims] for text in CITING}
    assert {text: one for text, one in found.items() if one != CITING[text]} == {}


def test_two_speakers_in_one_claim_are_flagged() -> None:
    flagged = {
        text: sum("two speakers" in one.flags for one in draft(text).findings.items)
        for text in (
            "The army said 40 were killed and, according to Kyiv, 11 were wounded.",
            "The ministry said and the president confirmed that 44 men died.",
            "The army, doctors told us, lost 40 men, the mayor said.",
            "The army said 40 were killed, while Kyiv said 11 were killed.",
            "Reuters, citing the UN, said 40 died.",
            "Kyiv said 40 died; Reuters could not verify this.",
        )
    }
    assert list(flagged.values()) == [2, 2, 2, 0, 0, 0]


def test_a_likelihood_makes_only_its_own_part_a_judgement() -> None:
    one, other = drafted(
        "It is highly likely that 200 soldiers were captured, the ministry said, "
        "but the army put the number at 30."
    ).claims
    assert (one.kind, other.kind) == ("judgement", "reported")
    assert one.likelihoods[0].scope is not None
    assert one.likelihoods[0].scope.exact == "200 soldiers were captured"
    assert not other.likelihoods


def test_a_speaker_may_deny_one_figure_and_assert_another() -> None:
    (claim,) = drafted(
        "The ministry denied that 100 soldiers had been killed but said 40 were wounded."
    ).claims
    assert claim.attribution.stance == "asserts"
    assert [figure.modality for figure in claim.figures] == ["denied", "asserted"]
    assert claim.attribution.note == "“denied” applies only to part of the sentence."


MODALITIES = [
    ("Kyiv denied that 400 soldiers had been killed and put the toll at 12.", "denied asserted"),
    ("Kyiv denied that 400 soldiers died, and insisted that 90 men had died.", "denied asserted"),
    ("Moscow denied losing 402 soldiers, adding that 12 had been wounded.", "denied asserted"),
    ("Moscow said 12 men had been wounded but denied that 300 men were killed.", "asserted denied"),
    ("Denying that 300 men had been killed, Moscow said 12 men were killed.", "denied asserted"),
    ("It is not true that 301 soldiers were killed, Moscow said.", "denied"),
    (
        "Reports that 302 soldiers died were denied by Moscow, and Kyiv said 12 died.",
        "denied asserted",
    ),
    ("Moscow denied media reports which said 303 soldiers had been killed.", "denied"),
    ("The Sudanese army said, but the RSF denied, that 200 people had been killed.", "asserted"),
    ("Moscow has not denied that 300 soldiers were killed.", "asserted"),
]


@each_row(("text", "modalities"), MODALITIES)
def test_only_what_is_denied_is_denied(text: str, modalities: str) -> None:
    figures = [figure for claim in drafted(text).claims for figure in claim.figures]
    assert " ".join(figure.modality for figure in figures) == modalities


def test_a_figure_of_what_is_denied_may_be_asserted_by_the_writer() -> None:
    for text, modality, flags in (
        ("Kyiv denied the attack, which killed 40 people.", "asserted", True),
        ("The army called the raid, in which 40 people died, a lie.", "asserted", True),
        ("The army denied that 40 people had died, and Kyiv said 12 were hurt.", "denied", False),
        ("The army denied reports that 40 men, all of them guards, died.", "denied", False),
    ):
        figure = next(one for one in draft(text).items if isinstance(one, FigureFinding))
        aside = "in an aside of a denial" in figure.flags
        assert (figure.modality, aside, figure.tier == "guess") == (modality, flags, flags), text


def test_a_semicolon_or_although_begins_the_claim_of_another_speaker() -> None:
    for text, chains in (
        ("The army said 40 died; the UN has not been able to verify this.", ["army", "un"]),
        ("The army said 40 died, although a blogger put the toll at 12.", ["army", "blogger"]),
        ("The army said 40 died; the toll is too low, since Kyiv counts 60.", ["army", "kyiv"]),
        ("Although the army said 40 died, the UN put the toll at 12.", ["army"]),
    ):
        found = [" ".join(claim.attribution.chain) for claim in drafted(text).claims]
        assert found == chains, text


def test_a_source_that_cannot_confirm_a_claim_does_not_assert_it() -> None:
    (claim,) = drafted("Reuters said it could not verify the claim that 43 soldiers fell.").claims
    assert (claim.attribution.chain, claim.attribution.stance) == (("reuters",), "unverified")


@pytest.mark.parametrize(
    "text",
    [
        "According to reports, 40 soldiers were killed.",
        "Unconfirmed reports put the toll at 41.",
        "Rumours said 40 soldiers were killed.",
    ],
)
def test_hearsay_names_no_source(text: str) -> None:
    (claim,) = drafted(text).claims
    assert (claim.attribution.chain, claim.attribution.stance) == ((), "unsourced")


@each_row(
    ("text", "scope"),
    [
        (
            "It is likely that the army, which has lost 500 men, will withdraw.",
            "the army, which has lost 500 men, will withdraw",
        ),
        (
            "It is highly likely that 172,000 men were killed and that 611,000 were wounded.",
            "172,000 men were killed and that 611,000 were wounded",
        ),
        ("It is likely, the ministry said, that 40 soldiers fell.", "40 soldiers fell"),
        ("It is likely that 40 soldiers were killed, but the army said 12 died.", None),
        (
            "It is likely that, according to Kyiv, 42 were killed.",
            "according to Kyiv, 42 were killed",
        ),
        ("It is likely that: 40 were killed.", "40 were killed"),
        ("It is likely that, Seoul said.", "Seoul said"),
    ],
)
def test_the_scope_is_the_whole_that_clause(text: str, scope: str | None) -> None:
    claim = drafted(text).claims[0]
    (likelihood,) = claim.likelihoods
    assert likelihood.scope is not None
    assert likelihood.scope.exact == (scope or "40 soldiers were killed")


def test_a_denial_without_an_assertion_stays_a_denial() -> None:
    (claim,) = drafted("Moscow denied that 100 soldiers were killed and said nothing else.").claims
    assert claim.attribution.stance == "denies"
    assert [figure.modality for figure in claim.figures] == ["denied"]


def test_likely_that_covers_the_clause_after_it() -> None:
    (claim,) = drafted("It is highly likely that the army lost 40 men and has withdrawn.").claims
    (likelihood,) = claim.likelihoods_of(claim.figures[0])
    assert likelihood.scope is not None
    assert likelihood.scope.exact == "the army lost 40 men and has withdrawn"
