"""The objects of a STIX 2.1 bundle about a briefing."""

import base64
import json
from collections.abc import Iterator, Mapping
from uuid import UUID, uuid5

from kursk_tui.formats.exchange.ids import Identifiers, day_of
from kursk_tui.formats.exchange.selection import (
    exchanged,
    names_of_selection,
    possible_ids,
    remarks_on,
)
from kursk_tui.formats.exchange.stix_fixed import (
    EXTENSION,
    PROGRAM,
    extension_definition,
    program,
    tlp_marking,
)
from kursk_tui.model import Briefing, Claim, Document, Source
from kursk_tui.model.source import RELIABILITY_LABELS
from kursk_tui.query import View
from kursk_tui.wording import phrases

_NAMESPACE = UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
"""The namespace for the ids of observables (STIX 2.1, section 2.9)."""

_CONFIDENCE = {"low": 15, "moderate": 50, "high": 85}
_CREDIBILITY = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
"""The values of STIX 2.1, appendix A, for “None / Low / Med / High” and the Admiralty code.

6, “truth cannot be judged”, has no value there.
"""

_CLASSES = {
    "individual": (
        *("person", "lawmaker", "minister", "president", "official", "spokesman", "spokeswoman"),
        *("spokesperson", "general", "ambassador", "governor", "mayor", "journalist", "witness"),
    ),
    "organization": (
        *("service", "ministry", "agency", "government", "army", "navy", "police", "parliament"),
        *("organization", "organisation", "newspaper", "broadcaster", "office", "department"),
        *("institute", "university", "staff", "council", "committee", "embassy", "outlet"),
    ),
}
"""The last words of kinds of sources, by what STIX calls them."""


class Bundle:
    """The objects of one bundle, which refer to each other."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._whole = view.briefing  # a selection has the identifiers of the whole briefing
        self._ids = Identifiers(self._whole)
        self._briefing = exchanged(view)
        self._selection = names_of_selection(view)
        self._time = f"{day_of(self._briefing)}T00:00:00.000Z"
        self._possible = possible_ids(view)
        self._artifacts = self._artifact_ids()
        self._markings = list(self._marking())
        ids = [one["id"] for one in self._markings]
        self._marked: dict[str, object] = {"object_marking_refs": ids} if ids else {}

    def as_dict(self) -> dict[str, object]:
        """Return the bundle as JSON-serializable values."""
        briefing = self._briefing
        kept = [one for one in briefing.claims if one.review_state != "rejected"]
        reported = [
            *(self._artifact(document) for document in briefing.documents),
            *(self._identity(source) for source in briefing.sources),
            *(self._note(claim) for claim in kept),
        ]
        ids = [str(one["id"]) for one in reported] or [PROGRAM]
        first = [program(), extension_definition(), *self._markings]
        objects = [*first, *reported, self._report(ids)]
        bundle_id = f"bundle--{self._ids.of('bundle', *self._selection)}"
        return {"type": "bundle", "id": bundle_id, "objects": objects}

    def _object(self, kind: str, uuid: UUID) -> dict[str, object]:
        return {
            "type": kind,
            "id": f"{kind}--{uuid}",
            "spec_version": "2.1",
            "created": self._time,
            "modified": self._time,
            "created_by_ref": PROGRAM,
        }

    def _marking(self) -> Iterator[dict[str, object]]:
        """Yield the label of the Traffic Light Protocol, and the licence as a statement."""
        handling = self._whole.handling
        if handling is not None and handling.tlp is not None:
            yield tlp_marking(handling.tlp)
        if handling is not None and handling.licence is not None:
            found = self._object("marking-definition", self._ids.of("licence"))
            del found["modified"]
            statement = {"statement": handling.licence}
            yield found | {"definition_type": "statement", "definition": statement}

    def _identity(self, source: Source) -> dict[str, object]:
        found = self._object("identity", self._ids.of("identity", source.id))
        found |= self._marked
        found["name"] = source.name
        found["identity_class"] = _identity_class(source.kind)
        if source.kind:
            found["roles"] = [source.kind]
        if described := "; ".join(_about_source(source)):
            found["description"] = described
        return found | _extended(source=_without(source.as_dict(), "name"))

    def _artifact(self, document: Document) -> dict[str, object]:
        return {
            "type": "artifact",
            "id": self._artifacts[document.id],
            "spec_version": "2.1",
            "mime_type": "text/plain",
            "payload_bin": _payload(document),
            "hashes": {"SHA-256": document.sha256},
            **self._marked,
            **_extended(document=_without(document.as_dict(), "text")),
        }

    def _artifact_ids(self) -> dict[str, str]:
        """Return the id of each document: that of its text, unless an earlier one has that text."""
        found: dict[str, str] = {}
        used: set[str] = set()
        for document in self._whole.documents:
            own = _artifact_id(document)
            again = f"artifact--{self._ids.of('artifact', document.id)}"
            found[document.id] = again if own in used else own
            used.add(own)
        return found

    def _note(self, claim: Claim) -> dict[str, object]:
        found = self._object("note", self._ids.of_claim("note", claim)) | self._marked
        found["abstract"] = claim.summary
        found["content"] = claim.evidence.exact
        found["object_refs"] = [self._artifacts[claim.document]]
        found["labels"] = list(dict.fromkeys(self._labels(claim)))
        if references := list(self._references(claim)):
            found["external_references"] = references
        if (confidence := _confidence(claim)) is not None:
            found["confidence"] = confidence
        raw = _without(claim.as_dict(), "summary")
        raw["evidence"] = _without(claim.evidence.as_dict(), "exact")
        return found | _extended(claim=raw)

    def _labels(self, claim: Claim) -> Iterator[str]:
        yield claim.kind
        for likelihood in claim.likelihoods:
            yield f"{likelihood.scale}:{likelihood.term.replace(' ', '-')}"
        if claim.attribution.stance is not None:
            yield f"stance:{claim.attribution.stance}"
        if claim.review is not None:
            yield f"review:{claim.review_state}"
        if claim.id in self._possible:
            yield "possible-match"

    def _references(self, claim: Claim) -> Iterator[dict[str, str]]:
        """Yield the sources of a claim, each chain with its origin first."""
        for chain in claim.attribution.chains:
            for position, source_id in enumerate(chain, 1):
                role = "origin" if position == 1 else "passed on"
                yield {
                    "source_name": self._whole.source_by_id[source_id].cited,
                    "description": f"{role}, {position} of {len(chain)}",
                }

    def _report(self, ids: list[str]) -> dict[str, object]:
        briefing = self._briefing
        names = ("format", "status", "date")
        given = briefing.given()
        record = {name: given[name] for name in names if name in given}
        if briefing.handling is not None:
            record["handling"] = briefing.handling.as_dict()
        found = self._object("report", self._ids.of("report", *self._selection))
        found |= self._marked
        found["name"] = briefing.title
        if remarks := remarks_on(self._view):
            found["description"] = remarks
        found["published"] = self._time
        found["report_types"] = ["threat-report"]
        found["object_refs"] = list(dict.fromkeys(ids))
        if briefing.documents:
            found["external_references"] = [_reference(one) for one in briefing.documents]
        extension: dict[str, object] = {"briefing": record}
        if rejected := list(_rejected(briefing)):
            extension["rejected"] = rejected
        if briefing.is_library:
            extension["library"] = True
        return found | _extended(**extension)


def _rejected(briefing: Briefing) -> Iterator[dict[str, object]]:
    """Yield the claims that the analyst rejected, which no other program takes for claims."""
    for number, claim in enumerate(briefing.claims):
        if claim.review_state == "rejected":
            yield {"at": number, "claim": claim.as_dict()}


def _reference(document: Document) -> dict[str, str]:
    """Return what is stated of a document, all in words.

    A `url` of STIX needs the hash of what it leads to, and the text is only an extract of that.
    """
    dated = phrases.date(document.date) if document.date else ""
    stated = (document.title, dated, phrases.about_document(document), document.url)
    found = {
        "source_name": document.publisher or document.title or document.id,
        "description": "; ".join(filter(None, stated)),
        "external_id": document.id,
    }
    return {name: value for name, value in found.items() if value}


def _about_source(source: Source) -> Iterator[str]:
    if source.short:
        yield f"short name {source.short}"
    if source.country:
        yield f"country {source.country}"
    if source.reliability:
        yield f"reliability {source.reliability}, {RELIABILITY_LABELS[source.reliability]}"
    if source.url:
        yield source.url


def _extended(**records: object) -> dict[str, object]:
    extension = {"extension_type": "property-extension", **records}
    return {"extensions": {EXTENSION: extension}}


def _without(record: Mapping[str, object], *names: str) -> dict[str, object]:
    return {name: value for name, value in record.items() if name not in names}


def _payload(document: Document) -> str:
    return base64.b64encode(document.text.encode("utf-8", "surrogatepass")).decode()


def _artifact_id(document: Document) -> str:
    parts = {"hashes": {"SHA-256": document.sha256}, "payload_bin": _payload(document)}
    return f"artifact--{uuid5(_NAMESPACE, json.dumps(parts, separators=(',', ':')))}"


def _identity_class(kind: str | None) -> str:
    """Return what STIX calls a person or a body, or “unknown”: a briefing need not say."""
    words = kind.lower().split() if kind is not None else []
    found = (name for name, kinds in _CLASSES.items() if words and words[-1] in kinds)
    return next(found, "unknown")


def _confidence(claim: Claim) -> int | None:
    if claim.confidence is not None:
        return _CONFIDENCE[claim.confidence]
    return _CREDIBILITY.get(claim.credibility or 6)
