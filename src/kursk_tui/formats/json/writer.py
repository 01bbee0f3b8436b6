"""Write a view as a briefing file."""

import json

from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped


def write(view: View) -> str:
    """Return a view as JSON in the briefing file format.

    Reading it back gives an equal briefing. A query limits it to the matching claims and the
    sources that they name. Control characters in documents become JSON escapes.
    """
    briefing = view.briefing
    if str(view.query):
        claims = tuple(view.claims[number] for number in view.numbers)
        chains = [claim.attribution.chain for claim in claims]
        chains += [external.chain for claim in claims for external in claim.external]
        named = {source for chain in chains for source in chain}
        sources = tuple(source for source in briefing.sources if source.id in named)
        briefing = briefing.replace(claims=claims, sources=sources)
    raw = briefing.as_dict()
    return escaped(json.dumps(raw, ensure_ascii=False, indent=2)) + "\n"
