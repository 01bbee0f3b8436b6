"""References to documents and to the quotes of claims in them."""

from kursk_tui.model.briefing import Briefing
from kursk_tui.model.claim import Claim
from kursk_tui.model.document import Document
from kursk_tui.model.limits import MAX_CITED
from kursk_tui.text.messages import shortened
from kursk_tui.wording import phrases


def document_name(document: Document, briefing: Briefing) -> str:
    """Return the title (or that of the briefing), publisher and date of a document."""
    date = document.date and phrases.date(document.date)
    return ", ".join(filter(None, (document.title or briefing.title, document.publisher, date)))


def span(claim: Claim) -> str:
    """Return the position of a claim's quote in its document, in code points."""
    return f"characters {claim.evidence.start:,}–{claim.evidence.end:,}"


def place(claim: Claim, briefing: Briefing) -> str:
    """Return the document and the span of a claim's quote."""
    document = briefing.document_by_id[claim.document]
    name = shortened(document_name(document, briefing), MAX_CITED)
    return f"{name}, {span(claim)}"
