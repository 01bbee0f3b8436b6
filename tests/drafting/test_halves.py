"""Two who speak in one sentence: each has a claim, with their own figures and likelihoods."""

import json

import pytest

from kursk_tui.briefing import Briefing, Claim
from kursk_tui.drafting import draft
from kursk_tui.reading import parse_text


def drafted(text: str) -> Briefing:
    return parse_text(json.dumps(draft(text).briefing()), "draft")


def told(claim: Claim) -> tuple[tuple[str, ...], list[str]]:
    """Return who says it, and the words of its figures."""
    return claim.attribution.chain, [figure.words for figure in claim.figures]


@pytest.mark.parametrize(
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
    ],
)
def test_each_speaker_has_a_claim(
    text: str,
    first: tuple[tuple[str, ...], list[str]],
    second: tuple[tuple[str, ...], list[str]],
    second_begins: str,
) -> None:
    one, other = drafted(text).claims
    assert told(one) == first
    assert told(other) == second
    assert other.evidence.exact.startswith(f"{second_begins} ")
    assert other.evidence.exact.endswith(".")
    assert not one.notes
    between = text[one.evidence.end : other.evidence.start]
    assert not any(map(str.isalnum, between))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that Seoul had put the losses at 11, and that 20 were missing.",
        "The army said “40 fell, and Kyiv said 11 died”.",
        "Lee, citing the NIS, said 100 were killed.",
        "Officials in Kyiv and Seoul said 40 soldiers were killed.",
        "The general said 30 soldiers died, but could not say how many were wounded.",
        "40 soldiers were killed, the army said.",
    ],
)
def test_what_one_says_or_hands_on_is_one_claim(text: str) -> None:
    (claim,) = drafted(text).claims
    assert claim.evidence.exact == text


def test_a_likelihood_makes_a_judgement_of_its_own_half_only() -> None:
    one, other = drafted(
        "It is highly likely that 200 soldiers were captured, the ministry said, "
        "but the army put the number at 30."
    ).claims
    assert (one.kind, other.kind) == ("judgement", "reported")
    assert one.likelihoods[0].scope is not None
    assert one.likelihoods[0].scope.exact == "200 soldiers were captured"
    assert not other.likelihoods


def test_who_denies_one_figure_and_asserts_another_does_not_deny_both() -> None:
    (claim,) = drafted(
        "The ministry denied that 100 soldiers had been killed but said 40 were wounded."
    ).claims
    assert claim.attribution.stance == "asserts"
    assert [figure.modality for figure in claim.figures] == ["denied", "asserted"]
    assert claim.notes == ("What the sentence says with “denied” is only a part of it.",)


def test_who_denies_and_says_nothing_else_denies() -> None:
    (claim,) = drafted("Moscow denied that 100 soldiers were killed and said nothing else.").claims
    assert claim.attribution.stance == "denies"
    assert [figure.modality for figure in claim.figures] == ["denied"]


def test_that_likely_reaches_what_follows_it() -> None:
    (claim,) = drafted("It is highly likely that the army lost 40 men and has withdrawn.").claims
    (likelihood,) = claim.likelihoods_of(claim.figures[0])
    assert likelihood.scope is not None
    assert likelihood.scope.exact == "the army lost 40 men and has withdrawn"
