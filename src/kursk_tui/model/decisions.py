"""Decisions on drafted claims, and the final briefing that results from them."""

from collections.abc import Iterator
from operator import eq

from kursk_tui.model.briefing import Briefing
from kursk_tui.model.claim import Claim, without_lost_relations
from kursk_tui.model.document import Document, Selector
from kursk_tui.text.messages import plural
from kursk_tui.vocabulary import Decision

NO_FIGURE = "no figure, as decided in review"
"""The note of a number in the residue that a claim contains."""


def set_decision(briefing: Briefing, index: int, decision: Decision | None) -> Briefing:
    """Return the briefing with a decision on a drafted claim; None clears the decision."""
    claim = briefing.claims[index]
    assert claim.review is not None
    claim = claim.replace(review=claim.review.replace(decision=decision))
    claims = (*briefing.claims[:index], claim, *briefing.claims[index + 1 :])
    return briefing.replace(claims=claims)


def differ_in_decisions_only(one: Briefing, other: Briefing) -> bool:
    """Return whether two versions differ only in decisions, and state the same."""
    if len(one.claims) != len(other.claims):
        return False
    rest = (version.replace(claims=()) for version in (one, other))
    return eq(*rest) and all(
        before is after or _undecided(before) == _undecided(after)
        for before, after in zip(one.claims, other.claims, strict=True)
    )


def _undecided(claim: Claim) -> Claim:
    review = claim.review
    if review is None:
        return claim
    open_to_decide = {
        "items": tuple(item.replace(decision=None) for item in review.items),
        "open_numbers": tuple(number.replace(decision=None) for number in review.open_numbers),
    }
    return claim.replace(review=review.replace(decision=None, **open_to_decide))


def next_unreviewed(briefing: Briefing, after: int | None) -> int | None:
    """Return the index of the next unreviewed claim, wrapping around at the end, or None."""
    count = len(briefing.claims)
    first = 0 if after is None else after + 1
    indexes = (index % count for index in range(first, first + count))
    return next(
        (index for index in indexes if briefing.claims[index].review_state == "unreviewed"), None
    )


def finalize(briefing: Briefing) -> Briefing:
    """Return the final briefing: the accepted claims, without any record of drafting.

    The text of rejected claims becomes residue, and so do the numbers that the reader decided to be
    no figures. Sources that no accepted claim cites are dropped, and so are relations to figures of
    rejected claims. Raises ValueError if a claim is unreviewed.
    """
    if waiting := len(briefing.unreviewed):
        raise ValueError(f"{plural(waiting, 'claim is', 'claims are')} still unreviewed")
    rejected = [claim for claim in briefing.claims if claim.review_state == "rejected"]
    accepted = [claim for claim in briefing.claims if claim.review_state != "rejected"]
    cited = frozenset[str]().union(*(claim.cited for claim in accepted))
    return briefing.replace(
        status="final",
        claims=without_lost_relations([claim.replace(review=None) for claim in accepted]),
        sources=tuple(source for source in briefing.sources if source.id in cited),
        documents=tuple(
            _with_residue(document, rejected, accepted) for document in briefing.documents
        ),
    )


def _with_residue(document: Document, rejected: list[Claim], accepted: list[Claim]) -> Document:
    kept = [claim for claim in accepted if claim.document == document.id]
    covered = [(claim.evidence.start, claim.evidence.end) for claim in kept]
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
    more += [
        Selector(start=start, end=end, exact=document.text[start:end], note=NO_FIGURE)
        for claim in kept
        for start, end in _no_figures(claim)
    ]
    known = {(span.start, span.end) for span in document.residue}
    more = [one for one in more if (one.start, one.end) not in known]
    return document.replace(residue=(*document.residue, *more)) if more else document


def _no_figures(claim: Claim) -> Iterator[tuple[int, int]]:
    """Yield the spans of the numbers in a claim that the reader decided are not figures."""
    review = claim.review
    if review is None:
        return
    for number in review.open_numbers:
        if number.decision == "rejected":
            yield number.start, number.end
    for figure in review.rejected.figures:
        if figure.values:
            yield claim.span_of(figure.words, figure.start)
