"""Decisions about drafted claims, and the end of a draft."""

from typing import Literal

from kursk_tui.model.briefing import Briefing
from kursk_tui.model.claim import Claim
from kursk_tui.model.document import Document, Selector
from kursk_tui.model.review import Decision

State = Literal["unreviewed", "accepted", "rejected"]
"""Where the review of a drafted claim stands."""


def state(claim: Claim) -> State | None:
    """Return where the review of a claim stands; None for a claim that nobody drafted."""
    return (claim.review.decision or "unreviewed") if claim.review is not None else None


def decided(briefing: Briefing, number: int, decision: Decision | None) -> Briefing:
    """Return the briefing with a decision about a claim, or with none any more."""
    claim = briefing.claims[number]
    assert claim.review is not None
    claim = claim.altered(review=claim.review.altered(decision=decision))
    claims = (*briefing.claims[:number], claim, *briefing.claims[number + 1 :])
    return briefing.altered(claims=claims)


def next_unreviewed(briefing: Briefing, after: int | None) -> int | None:
    """Return the next claim without a decision, from the beginning again at the end; or None."""
    count = len(briefing.claims)
    first = 0 if after is None else after + 1
    numbers = (number % count for number in range(first, first + count))
    return next((one for one in numbers if state(briefing.claims[one]) == "unreviewed"), None)


def finished(briefing: Briefing) -> Briefing:
    """Return the final briefing: what was accepted, without the traces of drafting.

    The words of rejected claims become residue, and sources that only those named are left out.
    Raises ValueError with a sentence as long as a claim is unreviewed.
    """
    if waiting := len(briefing.unreviewed):
        claims = "claim is" if waiting == 1 else "claims are"
        raise ValueError(f"{waiting:,} {claims} still unreviewed")
    rejected = [claim for claim in briefing.claims if state(claim) == "rejected"]
    kept = [claim for claim in briefing.claims if state(claim) != "rejected"]
    gone = _named(rejected) - _named(kept)
    return briefing.altered(
        status="final",
        claims=tuple(claim.altered(review=None) for claim in kept),
        sources=tuple(one for one in briefing.sources if one.id not in gone),
        documents=tuple(_with_residue(one, rejected, kept) for one in briefing.documents),
    )


def _named(claims: list[Claim]) -> set[str]:
    chains = [claim.attribution.chain for claim in claims]
    chains += [external.chain for claim in claims for external in claim.external]
    return {source for chain in chains for source in chain}


def _with_residue(document: Document, rejected: list[Claim], kept: list[Claim]) -> Document:
    covered = [
        (one.evidence.start, one.evidence.end) for one in kept if one.document == document.id
    ]
    more = [
        Selector(
            start=claim.evidence.start,
            end=claim.evidence.end,
            exact=claim.evidence.exact,
            note="no claim, as decided in review",
        )
        for claim in rejected
        if claim.document == document.id
        and not any(s < claim.evidence.end and claim.evidence.start < e for s, e in covered)
    ]
    if not more:
        return document
    return document.altered(residue=(*document.residue, *more))
