"""A briefing with everything that the built-in one does not have."""

import json
from hashlib import sha256
from typing import Any

from kursk_tui.model import Briefing

_SENTENCES = {
    "band": "Between 1,000 and 1,250,000 fell, says the Army, up to 40 are missing.",
    "inner": "up to 40 are missing",
    "month": "It is realistically possible that the front moved in about March 2025.",
    "sure": "The army moved on with 300 men, 20 hours a day, dozens of them lost.",
    "sober": "Nearly 2,000 left, more than 90 of them on foot.",
}
_FIRST = f"{_SENTENCES['band']} {_SENTENCES['month']}\n\n{_SENTENCES['sure']}"
_SECOND = _SENTENCES["sober"]


def rich_briefing() -> Briefing:
    """Return two documents with every kind of qualifier, date, grade and chain."""
    raw = {
        "format": "kursk-tui/1",
        "title": "Everything at once",
        "date": "2025-04~",
        "documents": [
            _document("first", _FIRST, title="A dispatch", publisher="The Paper", date="2025-04"),
            _document("second", _SECOND),
        ],
        "sources": [
            {"id": "army", "name": "The Army", "country": "XX", "reliability": "B"},
            {"id": "paper", "name": "The Paper", "url": "https://paper.example/a"},
            {"id": "clerk", "name": "A clerk of long standing", "short": "the clerk"},
        ],
        "claims": [
            _claim(
                "band",
                "first",
                attribution={"chain": ["army", "paper", "clerk"], "basis": "stated"},
                figures=[
                    _figure("killed", "Between 1,000 and 1,250,000", "between", 1000, 1250000),
                    _figure("missing", "up to 40", "at most", 40, period="since March"),
                ],
                credibility=2,
            ),
            _claim("inner", "first", attribution={"chain": ["clerk"], "basis": "inferred"}),
            _claim(
                "month",
                "first",
                kind="judgement",
                likelihoods=[
                    {
                        "scale": "phia-2025",
                        "scale_basis": "stated",
                        "term": "realistic possibility",
                        "words": "realistically possible",
                    }
                ],
                when=[{"role": "event", "edtf": "2025-03~", "words": "about March 2025"}],
            ),
            _claim(
                "sure",
                "first",
                kind="judgement",
                confidence="moderate",
                figures=[
                    _figure("deployed", "300", "exactly", 300),
                    _figure("hours-a-day", "20", "exactly", 20),
                    _figure("wounded", "dozens", "magnitude", 12),
                ],
                when=[{"role": "in effect", "edtf": "2025-03-01/2025-03-20"}],
            ),
            _claim(
                "sober",
                "second",
                figures=[
                    _figure("repatriated", "Nearly 2,000", "nearly", 2000),
                    _figure("repatriated", "more than 90", "more than", 90),
                ],
                when=[{"role": "reported", "edtf": "2025"}],
            ),
        ],
    }
    return Briefing.model_validate_json(json.dumps(raw))


def _document(name: str, text: str, **stated: str) -> dict[str, Any]:
    return {"id": name, "text": text, "sha256": sha256(text.encode()).hexdigest(), **stated}


def _claim(name: str, document: str, kind: str = "reported", **stated: Any) -> dict[str, Any]:
    exact = _SENTENCES[name]
    start = (_FIRST if document == "first" else _SECOND).index(exact)
    return {
        "id": name,
        "document": document,
        "kind": kind,
        "summary": exact.rstrip("."),
        "evidence": {"start": start, "end": start + len(exact), "exact": exact},
        **stated,
    }


def _figure(measure: str, words: str, qualifier: str, *values: int, **stated: str) -> Any:
    return {
        "measure": measure,
        "words": words,
        "qualifier": qualifier,
        "values": list(values),
        **stated,
    }
