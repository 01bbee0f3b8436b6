"""The references of a view as CSL-JSON, which Zotero, pandoc and other programs read."""

import json

from kursk_tui.formats.edtf_forms import as_csl
from kursk_tui.formats.references import (
    DocumentReference,
    SourceReference,
    cited_in,
    documents_of,
    sources_of,
)
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped
from kursk_tui.wording import citation, phrases


def write(view: View) -> str:
    """Return an item for each document, and for each source that a claim names."""
    items = [
        *(_document(one, view.briefing) for one in documents_of(view)),
        *(_source(one, view.briefing) for one in sources_of(view)),
    ]
    return escaped(json.dumps(items, ensure_ascii=False, indent=2)) + "\n"


def _document(reference: DocumentReference, briefing: Briefing) -> dict[str, object]:
    stated = reference.document
    return _stated(
        {
            "id": reference.key,
            "type": "webpage" if stated.url else "document",
            "title": citation.title(stated, briefing),
            "publisher": stated.publisher,
            "issued": as_csl(stated.date) if stated.date else None,
            "URL": stated.url,
            "accessed": as_csl(stated.acquired) if stated.acquired else None,
            "collection-title": stated.series,
            "language": stated.language,
            "keyword": phrases.tlp(briefing),
        }
    )


def _source(reference: SourceReference, briefing: Briefing) -> dict[str, object]:
    """Return a source as the author of what the documents cite, which has no title."""
    source = reference.source
    return _stated(
        {
            "id": reference.key,
            "type": "document",
            "author": [{"literal": source.name}],
            "genre": source.kind,
            "URL": source.url,
            "note": cited_in(reference, briefing),
            "keyword": phrases.tlp(briefing),
        }
    )


def _stated(fields: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value}
