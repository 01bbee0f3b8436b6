"""The words of a claim that a bare word is searched for in."""

from collections.abc import Iterator

from kursk_tui.model import Briefing, Claim
from kursk_tui.model.limits import MAX_CITED
from kursk_tui.text.folding import plain
from kursk_tui.text.messages import shortened


def said(claim: Claim, briefing: Briefing) -> Iterator[str]:
    """Yield the words of the document, and the names of sources, populations and places."""
    yield claim.evidence.exact
    for source_id in claim.attribution.sources:
        source = briefing.source_by_id[source_id]
        yield source.cited
        yield shortened(source.short or "", MAX_CITED)
    for figure in claim.figures:
        yield figure.population or ""
        yield figure.place or ""


def searched(claim: Claim, briefing: Briefing) -> str:
    """Return the words of a claim, folded and without marks on letters."""
    return "\n".join(map(plain, said(claim, briefing)))
