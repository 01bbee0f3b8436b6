"""The part of a briefing that a view selects."""

from kursk_tui.model import Briefing
from kursk_tui.model.claim import without_lost_relations
from kursk_tui.query import View


def selected(view: View) -> Briefing:
    """Return the briefing with the claims that the view shows and the sources that they name.

    Relations to figures of other claims are left out. Without a query, it is the whole briefing.
    """
    briefing = view.briefing
    if not view.query_text:
        return briefing
    claims = without_lost_relations([view.claims[number] for number in view.numbers])
    named = {one for claim in claims for one in (*claim.cited, *claim.rejected_sources)}
    sources = tuple(source for source in briefing.sources if source.id in named)
    return briefing.replace(claims=claims, sources=sources)
