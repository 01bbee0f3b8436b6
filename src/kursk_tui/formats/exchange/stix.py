"""A briefing as a STIX 2.1 bundle, and back.

A claim is a note about the document's artifact; its content is the verbatim quote. An extension of
each object carries the record as the briefing file has it, so the program reads its own bundles
back without loss. STIX has no verbal likelihood: `confidence` is only ever the analytic confidence
or the credibility that a document states.
"""

import base64
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from kursk_tui.formats.exchange.ids import day_of, uuid_of
from kursk_tui.formats.json import parse
from kursk_tui.formats.problem import InvalidBriefingError, Located
from kursk_tui.formats.selection import selected
from kursk_tui.formats.source import decode, display_name, read_bytes
from kursk_tui.model import Briefing, Claim, Document, Source
from kursk_tui.query import View
from kursk_tui.text.sanitize import escaped

EXTENSION = "extension-definition--5c9f5f1e-6a1b-4d5e-9a43-0f7c3c1c2b6d"
"""The extension that carries the records of a briefing file."""

_NAMESPACE = UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
"""The namespace for the ids of observables (STIX 2.1, section 2.9)."""

_TLP = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
_MARKINGS = {
    "CLEAR": "94868c89-83c2-464b-929b-a1a8aa3c8487",
    "GREEN": "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "AMBER": "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "AMBER+STRICT": "939a9414-2ddd-4d32-a0cd-375ea402b003",
    "RED": "e828b379-4e03-4974-9ac4-e53a884c97c1",
}
"""The markings of TLP 2.0 that OASIS publishes, by label."""

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


def write(view: View) -> str:
    """Return a view as a STIX 2.1 bundle, indented by two spaces."""
    bundle = _Bundle(selected(view))
    return escaped(json.dumps(bundle.as_dict(), ensure_ascii=False, indent=2)) + "\n"


def read(path: Path, limit: int) -> Briefing:
    """Return the briefing in a bundle that `write` has written.

    Raises UnreadableError, or InvalidBriefingError if it is no such bundle.
    """
    name = display_name(path)
    text = decode(read_bytes(path, limit), name)
    try:
        raw = raw_briefing(json.loads(text))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        message = "this is not a STIX bundle that kursk-tui has written"
        raise InvalidBriefingError(name, [Located(1, 1, "", message)], text) from None
    return parse(json.dumps(raw).encode(), name)


class _Bundle:
    """The objects of one bundle, which refer to each other."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._time = f"{day_of(briefing)}T00:00:00.000Z"
        self._author = f"identity--{uuid_of(briefing, 'kursk-tui')}"
        self._artifacts = {one.id: _artifact_id(one) for one in briefing.documents}

    def as_dict(self) -> dict[str, object]:
        briefing = self._briefing
        claims = [self._note(claim) for claim in briefing.claims]
        sources = [self._identity(source) for source in briefing.sources]
        documents = [self._artifact(document) for document in briefing.documents]
        reported = [*documents, *sources, *claims]
        objects = [self._program(), self._definition(), *self._marking(), *reported]
        objects.append(self._report([str(one["id"]) for one in reported]))
        bundle_id = f"bundle--{uuid_of(briefing, 'bundle')}"
        return {"type": "bundle", "id": bundle_id, "objects": objects}

    def _object(self, kind: str, *names: str) -> dict[str, object]:
        marks = [f"marking-definition--{one}" for one in self._marks()]
        return {
            "type": kind,
            "id": f"{kind}--{uuid_of(self._briefing, kind, *names)}",
            "spec_version": "2.1",
            "created": self._time,
            "modified": self._time,
            "created_by_ref": self._author,
            **({"object_marking_refs": marks} if marks else {}),
        }

    def _marks(self) -> list[str]:
        handling = self._briefing.handling
        return [_MARKINGS[handling.tlp]] if handling is not None and handling.tlp else []

    def _marking(self) -> list[dict[str, object]]:
        handling = self._briefing.handling
        if handling is None or handling.tlp is None:
            return []
        label = handling.tlp.lower()
        extension = {"extension_type": "property-extension", "tlp_2_0": label}
        return [
            {
                "type": "marking-definition",
                "id": f"marking-definition--{_MARKINGS[handling.tlp]}",
                "spec_version": "2.1",
                "created": "2022-10-01T00:00:00.000Z",
                "name": f"TLP:{handling.tlp}",
                "extensions": {_TLP: extension},
            }
        ]

    def _program(self) -> dict[str, object]:
        return {
            "type": "identity",
            "id": self._author,
            "spec_version": "2.1",
            "created": self._time,
            "modified": self._time,
            "name": "kursk-tui",
            "identity_class": "system",
            "description": "The program that wrote this bundle; it is not a source.",
        }

    def _definition(self) -> dict[str, object]:
        return {
            "type": "extension-definition",
            "id": EXTENSION,
            "spec_version": "2.1",
            "created": self._time,
            "modified": self._time,
            "created_by_ref": self._author,
            "name": "kursk-tui record",
            "description": "The record of a briefing file that the object stands for.",
            "schema": "The JSON Schema of kursk-tui/1, which `kursk-tui schema` prints.",
            "version": "1.0.0",
            "extension_types": ["property-extension"],
        }

    def _identity(self, source: Source) -> dict[str, object]:
        found = self._object("identity", source.id)
        found["name"] = source.name
        found["identity_class"] = _identity_class(source.kind)
        if source.kind:
            found["roles"] = [source.kind]
        return found | _extended(source=_without(source.as_dict(), "name"))

    def _artifact(self, document: Document) -> dict[str, object]:
        marks = [f"marking-definition--{one}" for one in self._marks()]
        return {
            "type": "artifact",
            "id": self._artifacts[document.id],
            "spec_version": "2.1",
            "mime_type": "text/plain",
            "payload_bin": base64.b64encode(_bytes(document)).decode(),
            "hashes": {"SHA-256": sha256(_bytes(document)).hexdigest()},
            **({"object_marking_refs": marks} if marks else {}),
            **_extended(document=_without(document.as_dict(), "text")),
        }

    def _note(self, claim: Claim) -> dict[str, object]:
        raw = _without(claim.as_dict(), "summary")
        raw["evidence"] = _without(claim.evidence.as_dict(), "exact")
        terms = [f"{one.scale}:{one.term.replace(' ', '-')}" for one in claim.likelihoods]
        found = self._object("note", claim.id)
        found["abstract"] = claim.summary
        found["content"] = claim.evidence.exact
        found["object_refs"] = [self._artifacts[claim.document]]
        found["labels"] = list(dict.fromkeys([claim.kind, *terms]))
        if references := self._references(claim):
            found["external_references"] = references
        if (confidence := _confidence(claim)) is not None:
            found["confidence"] = confidence
        return found | _extended(claim=raw)

    def _references(self, claim: Claim) -> list[dict[str, str]]:
        """Return the sources of a claim, each chain with its origin first."""
        found = []
        for chain in claim.attribution.chains:
            for position, source_id in enumerate(chain, 1):
                source = self._briefing.source_by_id[source_id]
                role = "origin" if position == 1 else "passed on"
                description = f"{role}, {position} of {len(chain)}"
                found.append({"source_name": source.cited, "description": description})
        return found

    def _report(self, ids: list[str]) -> dict[str, object]:
        briefing = self._briefing
        given = briefing.given()
        about: dict[str, object] = {
            one: given[one] for one in ("format", "status", "date") if one in given
        }
        if briefing.handling is not None:
            about |= {"handling": briefing.handling.as_dict()}
        found = self._object("report", "report")
        found["name"] = briefing.title
        found["published"] = self._time
        found["report_types"] = ["threat-report"]
        found["object_refs"] = ids
        return found | _extended(briefing=about)


def raw_briefing(bundle: Mapping[str, Any]) -> dict[str, Any]:
    """Return a bundle as the data of a briefing file. Raises an error if it is not one of ours."""
    parts: dict[str, list[Any]] = {"documents": [], "sources": [], "claims": []}
    about: dict[str, Any] = {}
    for one in bundle["objects"]:
        records = one.get("extensions", {}).get(EXTENSION, {})
        match one["type"]:
            case "artifact" if "document" in records:
                text = base64.b64decode(one["payload_bin"]).decode("utf-8", "surrogatepass")
                parts["documents"].append(records["document"] | {"text": text})
            case "identity" if "source" in records:
                parts["sources"].append(records["source"] | {"name": one["name"]})
            case "note" if "claim" in records:
                claim = records["claim"] | {"summary": one["abstract"]}
                claim["evidence"] = claim["evidence"] | {"exact": one["content"]}
                parts["claims"].append(claim)
            case "report" if "briefing" in records:
                about = records["briefing"] | {"title": one["name"]}
    if not about:
        raise LookupError
    return about | parts


def _extended(**records: object) -> dict[str, object]:
    extension = {"extension_type": "property-extension", **records}
    return {"extensions": {EXTENSION: extension}}


def _without(record: Mapping[str, object], *names: str) -> dict[str, object]:
    return {name: value for name, value in record.items() if name not in names}


def _bytes(document: Document) -> bytes:
    return document.text.encode("utf-8", "surrogatepass")


def _artifact_id(document: Document) -> str:
    payload = base64.b64encode(_bytes(document)).decode()
    parts = {"hashes": {"SHA-256": document.sha256}, "payload_bin": payload}
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
