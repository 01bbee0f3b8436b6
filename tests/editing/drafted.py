"""A draft of two claims whose items are known, for the tests of changes."""

from hashlib import sha256
from typing import Any

from kursk_tui.model import Briefing
from tests.model.factory import built

FIRST = "Kyiv says it is likely that at least 40 were killed and 30 were hurt on 3 May."
TEXT = f"{FIRST} Ann counted 30 more."
SPLIT = FIRST.index("and 30")


def draft(**more: Any) -> Briefing:
    """Return the draft; `more` are fields of the first claim."""
    first = {
        "id": "c1",
        "document": "doc",
        "kind": "reported",
        "summary": "Forty fell",
        "evidence": span(FIRST),
        "attribution": {"chain": ["kyiv"], "basis": "stated", "stance": "asserts", "words": "Kyiv"},
        "figures": [figure("at least 40", "killed", "at least", 40), figure("30", "wounded")],
        "likelihoods": [
            {
                "scale": "phia-2025",
                "scale_basis": "inferred",
                "term": "likely",
                "words": "likely",
                "scope": span("at least 40 were killed and 30 were hurt"),
            }
        ],
        "confidence": "low",
        "when": [{"role": "event", "edtf": "2031-05-03", "words": "3 May"}],
        "review": {"items": [proposal("figure", "at least 40"), proposal("figure", "30")]},
        **more,
    }
    second = {
        "id": "c2",
        "document": "doc",
        "kind": "reported",
        "summary": "Thirty more",
        "evidence": span("Ann counted 30 more."),
        "attribution": {"chain": ["ann"], "basis": "stated", "words": "Ann"},
        "figures": [figure("30", "wounded")],
        "review": {},
    }
    return built(
        {
            "format": "kursk-tui/1",
            "status": "draft",
            "title": "Losses",
            "documents": [{"id": "doc", "text": TEXT, "sha256": sha256(TEXT.encode()).hexdigest()}],
            "sources": [{"id": "kyiv", "name": "Kyiv"}, {"id": "ann", "name": "Ann"}],
            "claims": [first, second],
        }
    )


def span(words: str) -> dict[str, Any]:
    """Return where words are in the text."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


def figure(words: str, measure: str, qualifier: str = "exactly", value: int = 30) -> dict[str, Any]:
    """Return a figure."""
    return {"measure": measure, "words": words, "qualifier": qualifier, "values": [value]}


def proposal(kind: str, words: str) -> dict[str, Any]:
    """Return the proposal of an item by a rule that guesses."""
    start = TEXT.index(words)
    place = {"start": start, "end": start + len(words)}
    return {"kind": kind, **place, "rule": "number", "tier": "guess"}
