"""Limit a briefing to some of its claims, so that it is still a valid file."""

from collections.abc import Sequence

from kursk_tui.model import Briefing, Claim
from kursk_tui.model.claim import without_lost_relations


def limited_to(claims: Sequence[Claim], briefing: Briefing) -> Briefing:
    """Return a briefing with some of its claims, and the sources that they name.

    Relations to figures of other claims are left out.
    """
    kept = without_lost_relations(claims)
    named = {one for claim in kept for one in (*claim.cited, *claim.rejected_sources)}
    sources = tuple(source for source in briefing.sources if source.id in named)
    return briefing.replace(claims=kept, sources=sources)
