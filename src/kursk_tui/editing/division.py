"""Move the ends of a claim, split one claim into two, and join two into one."""

from itertools import count

from kursk_tui.editing.error import EditError
from kursk_tui.editing.links import anchored, with_linked_claims
from kursk_tui.editing.spans import at_span
from kursk_tui.model import Attribution, Briefing, Claim, Review
from kursk_tui.model.review import Rejected


def move_ends(briefing: Briefing, number: int, start: int, end: int) -> Briefing:
    """Return the briefing with a claim that covers `start` to `end` of its document.

    Raises EditError if words of an item would be outside.
    """
    claim = anchored(briefing, number)
    document = briefing.document_by_id[claim.document]
    return with_linked_claims(briefing, number, 1, [at_span(claim, document, (start, end))])


def split(briefing: Briefing, number: int, at: int) -> Briefing:
    """Return the briefing with a claim split before the character `at` of its document.

    Each item goes with its words; the source goes with both, inferred where it is not named. A
    figure that is a part of another, or the like, remains so across the two claims.
    Raises EditError if the words of an item would be cut.
    """
    claim = anchored(briefing, number)
    document = briefing.document_by_id[claim.document]
    first, last = (claim.evidence.start, at), (at, claim.evidence.end)
    inside = claim.evidence.start < at < claim.evidence.end
    if not inside or document.text[at - 1 : at + 1].isalnum():
        raise EditError("a claim is split between two of its words")
    if not all(any(map(str.isalnum, document.text[slice(*part)])) for part in (first, last)):
        raise EditError("both claims need words")
    parts = [at_span(claim, document, part, part) for part in (first, last)]
    parts[1] = parts[1].replace(id=_free_id(briefing, claim.id))
    return with_linked_claims(briefing, number, 1, parts)


def _free_id(briefing: Briefing, name: str) -> str:
    used = {claim.id for claim in briefing.claims}
    return next(new for number in count(2) if (new := f"{name[:56]}-{number}") not in used)


def join(briefing: Briefing, number: int) -> Briefing:
    """Return the briefing with a claim joined with the next one of its document.

    Raises EditError if there is none, or if the two differ in what only one claim can have.
    """
    claim = briefing.claims[number]
    following = briefing.claims[number + 1 :][:1]
    if not following or following[0].document != claim.document:
        raise EditError("there is no next claim of this document to join")
    other = following[0]
    document = briefing.document_by_id[claim.document]
    ends = (claim.evidence, other.evidence)
    span = min(end.start for end in ends), max(end.end for end in ends)
    both = (anchored(briefing, number), anchored(briefing, number + 1))
    parts = [at_span(claim, document, span) for claim in both]
    joined = parts[0].replace(
        attribution=_common_attribution(*parts),
        confidence=_common_confidence(*parts),
        figures=(*parts[0].figures, *parts[1].figures),
        likelihoods=(*parts[0].likelihoods, *parts[1].likelihoods),
        when=(*parts[0].when, *parts[1].when),
        relations=(*parts[0].relations, *parts[1].relations),
        notes=(*parts[0].notes, *parts[1].notes),
        external=(*parts[0].external, *parts[1].external),
        review=_joined_reviews(*parts),
    )
    return with_linked_claims(briefing, number, 2, [joined])


def _common_attribution(one: Claim, other: Claim) -> Attribution:
    first, last = one.attribution, other.attribution
    if last == Attribution() or (first.chains, first.stance) == (last.chains, last.stance):
        return last if first.words is None and last.words is not None else first
    if first == Attribution():
        return last
    raise EditError("the two claims have different sources; change one of them first")


def _common_confidence(one: Claim, other: Claim) -> str | None:
    levels = {claim.confidence for claim in (one, other)} - {None}
    if len(levels) > 1:
        raise EditError("the two claims have different levels of confidence; reject one first")
    return next(iter(levels), None)


def _joined_reviews(one: Claim, other: Claim) -> Review | None:
    """Return the review of two claims as one, undecided unless both have the same decision."""
    if one.review is None or other.review is None:
        return one.review or other.review
    first, last = one.review, other.review
    return first.replace(
        decision=first.decision if first.decision == last.decision else None,
        items=(*first.items, *last.items),
        flags=tuple(dict.fromkeys((*first.flags, *last.flags))),
        open_numbers=(*first.open_numbers, *last.open_numbers),
        rejected=_joined_rejected(first.rejected, last.rejected),
    )


def _joined_rejected(first: Rejected, last: Rejected) -> Rejected:
    return Rejected(
        attribution=first.attribution or last.attribution,
        figures=(*first.figures, *last.figures),
        likelihoods=(*first.likelihoods, *last.likelihoods),
        confidence=first.confidence or last.confidence,
        when=(*first.when, *last.when),
        relations=(*first.relations, *last.relations),
    )
