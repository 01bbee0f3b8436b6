"""A minimal valid briefing as plain data, and ways to alter it."""

import json
from copy import deepcopy
from hashlib import sha256
from typing import Any

from hypothesis import HealthCheck, settings
from pydantic import ValidationError

from kursk_tui.model import Briefing, Problem

Step = str | int
Path = tuple[Step, ...]

TEXT = "Ann says at least 40 fell. Rain is highly likely."
#       0         1         2         3         4
#       0123456789012345678901234567890123456789012345678
#       claim "fell" 0-26, blank at 26, claim "rain" 27-49

property_test = settings(
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def minimal() -> dict[str, Any]:
    """Return a briefing of one document, one source and two claims."""
    fell: dict[str, Any] = {
        "id": "fell",
        "document": "doc",
        "kind": "reported",
        "summary": "At least 40 fell",
        "evidence": {"start": 0, "end": 26, "exact": "Ann says at least 40 fell."},
        "attribution": {"chain": ["ann"], "basis": "stated", "words": "Ann says"},
        "figures": [
            {"measure": "killed", "words": "at least 40", "qualifier": "at least", "values": [40]}
        ],
    }
    rain: dict[str, Any] = {
        "id": "rain",
        "document": "doc",
        "kind": "judgement",
        "summary": "Rain is highly likely",
        "evidence": {"start": 27, "end": 49, "exact": "Rain is highly likely."},
        "likelihoods": [
            {
                "scale": "phia-2025",
                "scale_basis": "inferred",
                "term": "highly likely",
                "words": "highly likely",
                "scope": {"start": 27, "end": 31, "exact": "Rain"},
            }
        ],
    }
    return {
        "format": "kursk-tui/1",
        "title": "Weather",
        "documents": [{"id": "doc", "text": TEXT, "sha256": sha256(TEXT.encode()).hexdigest()}],
        "sources": [{"id": "ann", "name": "Ann"}],
        "claims": [fell, rain],
    }


def second_document(text: str = "Another text.") -> dict[str, Any]:
    """Return another valid document, to add to the minimal briefing."""
    return {"id": "second", "text": text, "sha256": sha256(text.encode()).hexdigest()}


def altered(*changes: tuple[Path, Any]) -> dict[str, Any]:
    """Return the minimal briefing with the value at each path set."""
    raw = minimal()
    for path, value in changes:
        put(raw, path, value)
    return raw


def put(raw: Any, path: Path, value: Any) -> None:
    """Set the value at `path`; an index one past the end of a list appends."""
    for step in path[:-1]:
        raw = raw[step]
    if isinstance(raw, list) and path[-1] == len(raw):
        raw.append(value)
    else:
        raw[path[-1]] = deepcopy(value)


def built(raw: dict[str, Any]) -> Briefing:
    """Return the briefing built from the data."""
    return Briefing.model_validate_json(json.dumps(raw))


def problems(raw: dict[str, Any]) -> list[Problem]:
    """Return the contradictions between records that are each valid; empty if there are none."""
    try:
        built(raw)
    except ValidationError as error:
        (found,) = error.errors()
        assert found["type"] == "inconsistent"
        return list(found["ctx"]["problems"])
    return []
