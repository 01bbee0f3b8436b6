"""A briefing as a W3C Web Annotation collection (Recommendation of 23 February 2017).

A claim is an annotation of its span, which is selected by position and by quote. The claim's record
is one of the bodies, as JSON, so that programs that know the briefing file lose nothing.
"""

import json
from collections.abc import Iterator

from kursk_tui.formats.exchange.ids import uuid_of
from kursk_tui.formats.selection import selected
from kursk_tui.model import Briefing, Claim, Document
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped
from kursk_tui.wording import phrases

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_AROUND = 32
"""The number of characters before and after a quote, by which a program finds it again."""


def write(view: View) -> str:
    """Return a view as an annotation collection of one page, indented by two spaces."""
    briefing = selected(view)
    about: dict[str, object] = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{uuid_of(briefing, 'collection')}",
        "type": "AnnotationCollection",
        "label": briefing.title,
        "total": len(briefing.claims),
    }
    if briefing.claims:
        about["first"] = {
            "id": f"urn:uuid:{uuid_of(briefing, 'page')}",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(claim, briefing) for claim in briefing.claims],
        }
    return escaped(json.dumps(about, ensure_ascii=False, indent=2)) + "\n"


def _annotation(claim: Claim, briefing: Briefing) -> dict[str, object]:
    document = briefing.document_by_id[claim.document]
    return {
        "id": f"urn:uuid:{uuid_of(briefing, 'annotation', claim.id)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": list(_bodies(claim, briefing)),
        "target": {
            "type": "SpecificResource",
            "source": document.url or f"urn:sha256:{document.sha256}",
            "selector": _selectors(claim, document),
        },
    }


def _bodies(claim: Claim, briefing: Briefing) -> Iterator[dict[str, str]]:
    yield _body("describing", claim.summary) | {"format": "text/plain"}
    yield _body("classifying", claim.kind)
    yield _body("identifying", phrases.who(claim, briefing))
    for likelihood in claim.likelihoods:
        yield _body("tagging", f"{likelihood.scale}: {likelihood.term}")
    for figure in claim.figures:
        yield _body("tagging", f"{figure.measure}: {figure.words}")
    if handling := phrases.handling(briefing):
        yield _body("commenting", f"Handling: {handling}")
    for note in claim.notes:
        yield _body("commenting", note)
    record = json.dumps(claim.as_dict(), ensure_ascii=False)
    yield _body("linking", record) | {"format": "application/json"}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _selectors(claim: Claim, document: Document) -> list[dict[str, object]]:
    span = claim.evidence
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.exact,
            "prefix": document.text[max(0, span.start - _AROUND) : span.start],
            "suffix": document.text[span.end : span.end + _AROUND],
        },
    ]
