"""The references of a view: its documents, and the sources that its claims name, by stable keys."""

from collections.abc import Iterator
from typing import NamedTuple

from kursk_tui.formats.exchange.ids import Identifiers
from kursk_tui.formats.exchange.selection import exchanged
from kursk_tui.model import Briefing, Document, Source
from kursk_tui.query import View
from kursk_tui.wording import citation

_DIGITS = 8
"""The digits of a digest that make a key differ from those of other briefings."""


class DocumentReference(NamedTuple):
    """A document, by its id and the beginning of its digest."""

    key: str
    document: Document


class SourceReference(NamedTuple):
    """A source, and the documents whose claims name it."""

    key: str
    source: Source
    documents: tuple[Document, ...]


def cited_in(reference: SourceReference, briefing: Briefing) -> str:
    """Return where a source is cited, in words."""
    documents = (citation.reference(one, briefing) for one in reference.documents)
    return f"cited in {'; '.join(documents)}"


def documents_of(view: View) -> list[DocumentReference]:
    """Return the documents of a view; with a query, those of the claims that it shows."""
    shown = exchanged(view)
    ids = Identifiers(view.briefing)
    cited = {claim.document for claim in shown.claims}
    found: dict[str, DocumentReference] = {}
    for document in shown.documents:
        if document.id in cited or not view.query_text:
            own = document.id.rpartition("/")[2]
            key = f"{own}-{document.sha256[:_DIGITS]}"
            if key in found:  # another edition has the same text
                key = f"{key}-{ids.of('document', document.id).hex[:_DIGITS]}"
            found[key] = DocumentReference(key, document)
    return list(found.values())


def sources_of(view: View) -> Iterator[SourceReference]:
    """Yield the sources that the claims of a view name, in the order of the briefing."""
    shown = exchanged(view)
    ids = Identifiers(view.briefing)
    naming: dict[str, dict[str, None]] = {}
    for claim in shown.claims:
        if claim.review_state != "rejected":
            for source_id in claim.attribution.sources:
                naming.setdefault(source_id, {})[claim.document] = None
    for source in shown.sources:
        if source.id in naming:
            own = source.id.rpartition("/")[2]
            key = f"{own}-{ids.of('source', source.id).hex[:_DIGITS]}"
            citing = tuple(shown.document_by_id[one] for one in naming[source.id])
            yield SourceReference(key, source, citing)
