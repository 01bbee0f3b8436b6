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


def title(document: Document, briefing: Briefing) -> str:
    """Return the title of a document; without one, that of the briefing in square brackets.

    Catalogues have titles in square brackets that the work itself does not state.
    """
    return document.title or f"[{briefing.title}]"


def reference(document: Document, briefing: Briefing) -> str:
    """Return what a footnote has of a document: who, as far as stated, “what”, and when."""
    name = shortened(title(document, briefing), MAX_CITED)
    publisher = document.publisher and shortened(document.publisher, MAX_CITED)
    date = phrases.date(document.date) if document.date else "date not stated"
    named = phrases.quoted(name) if document.title else name
    return ", ".join(filter(None, (publisher, named, date)))


def link(document: Document) -> str:
    """Return the link of a document, unless it is too long to be repeated with each claim."""
    return document.url if document.url and len(document.url) <= MAX_CITED else ""
