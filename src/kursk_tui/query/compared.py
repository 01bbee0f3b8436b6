"""What conflicts between figures depend on, and whether two versions have it in common."""

from collections.abc import Hashable

from kursk_tui.model import Briefing, Claim


def compare_alike(one: Briefing, other: Briefing) -> bool:
    """Return whether two versions have the same figures, of the same sources and times.

    In a library, the reader's decisions about names matter as well, so none are alike.
    """
    if one.is_library or other.is_library or one.sources != other.sources:
        return False
    if len(one.claims) != len(other.claims) or one.date != other.date:
        return False
    return one.documents == other.documents and all(
        old is new or _compared(old) == _compared(new)
        for old, new in zip(one.claims, other.claims, strict=True)
    )


def _compared(claim: Claim) -> Hashable:
    """Return what is compared of a claim, and what it ends; nothing if it has no figures."""
    if not (claim.figures or claim.relations):
        return None
    who = claim.attribution.origins, claim.attribution.stance
    return claim.document, claim.figures, claim.relations, claim.when, who
