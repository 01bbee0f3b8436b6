"""A briefing as a W3C Web Annotation collection (Recommendation of 23 February 2017).

A claim is an annotation of its span, which is selected by position and by quote. The claim's record
is one of the bodies, as JSON, so that programs that know the briefing file lose nothing.
"""

import json
from collections.abc import Iterator

from kursk_tui.formats.exchange.ids import Identifiers
from kursk_tui.formats.exchange.selection import names_of_selection, possible_ids
from kursk_tui.formats.report import POSSIBLE
from kursk_tui.model import Claim, Document, Figure
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped
from kursk_tui.wording import phrases

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_AROUND = 32
"""The number of characters before and after a quote, by which a program finds it again."""


def write(view: View) -> str:
    """Return a view as an annotation collection of one page, indented by two spaces."""
    shown = (view.claims[number] for number in view.numbers)
    claims = [one for one in shown if one.review_state != "rejected"]
    selection = names_of_selection(view)
    ids = Identifiers(view.briefing)
    collection: dict[str, object] = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{ids.of('collection', *selection)}",
        "type": "AnnotationCollection",
        "label": view.briefing.title,
        "total": len(claims),
    }
    if claims:
        possible = possible_ids(view)
        collection["first"] = {
            "id": f"urn:uuid:{ids.of('page', *selection)}",
            "type": "AnnotationPage",
            "partOf": collection["id"],
            "startIndex": 0,
            "items": [
                {"id": f"urn:uuid:{ids.of_claim('annotation', claim)}"}
                | _annotation(claim, view, claim.id in possible)
                for claim in claims
            ],
        }
    return escaped(json.dumps(collection, ensure_ascii=False, indent=2)) + "\n"


def _annotation(claim: Claim, view: View, is_possible: bool) -> dict[str, object]:
    document = view.briefing.document_by_id[claim.document]
    return {
        "type": "Annotation",
        "motivation": "describing",
        "body": list(_bodies(claim, view, is_possible)),
        "target": {
            "type": "SpecificResource",
            "source": document.url or f"urn:sha256:{document.sha256}",
            "selector": _selectors(claim, document),
        },
    }


def _bodies(claim: Claim, view: View, is_possible: bool) -> Iterator[dict[str, str]]:
    yield _body("describing", claim.summary) | {"format": "text/plain"}
    yield _body("classifying", claim.kind)
    yield _body("commenting", f"Source: {phrases.who(claim, view.briefing)}")
    if claim.review is not None:
        yield _body("tagging", f"review: {claim.review_state}")
    if is_possible:
        yield _body("tagging", POSSIBLE)
    for likelihood in claim.likelihoods:
        yield _body("tagging", f"{likelihood.scale}: {likelihood.term}")
    for figure in claim.figures:
        yield _body("tagging", _figure(figure))
    if handling := phrases.handling(view.briefing):
        yield _body("commenting", f"Handling: {handling}")
    for note in claim.notes:
        yield _body("commenting", note)
    record = json.dumps(claim.as_dict(), ensure_ascii=False)
    yield _body("describing", record) | {"format": "application/json"}


def _figure(figure: Figure) -> str:
    """Return a figure in its words, and how far it is asserted."""
    mark = f" ({figure.modality})" if figure.modality != "asserted" else ""
    return f"{figure.measure}: {figure.words}{mark}"


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
