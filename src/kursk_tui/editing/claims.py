"""Replace claims of a draft, checked against the text and the rest of the briefing."""

from collections.abc import Sequence

from kursk_tui.editing.error import EditError
from kursk_tui.model import Briefing, Claim, Parts, find_problems


def with_claim(briefing: Briefing, number: int, claim: Claim) -> Briefing:
    """Return the briefing with one claim replaced. Raises EditError if the claim is wrong."""
    return with_claims(briefing, number, 1, [claim])


def with_claims(briefing: Briefing, first: int, count: int, claims: Sequence[Claim]) -> Briefing:
    """Return the briefing with `count` claims from `first` on replaced by others.

    Only the new claims are checked: the other ones have been. Raises EditError if one is wrong.
    """
    before, after = briefing.claims[:first], briefing.claims[first + count :]
    parts = Parts(
        documents=dict(enumerate(briefing.documents)),
        sources={},
        claims=dict(enumerate(claims)),
        document_ids=frozenset(document.id for document in briefing.documents),
        source_ids=frozenset(source.id for source in briefing.sources),
    )
    for problem in find_problems(parts):
        raise EditError(problem.message)
    used = {claim.id for claim in (*before, *after)}
    for claim in claims:
        if claim.id in used:
            raise EditError(f"the id “{claim.id}” is already used")
    return briefing.replace(claims=(*before, *claims, *after))
