"""A briefing with a value for every field of the records that are published."""

from hashlib import sha256
from typing import Any

FIRST = (
    "Ann, reached by Bob and by Cid, likely counts from 11 to 29 of the 40 dead since May. "
    "Dan takes back 77."
)
TEXT = f"Odds. {FIRST}"
START = len("Odds. ")
HASH, FILE_HASH = sha256(TEXT.encode()).hexdigest(), "ab" * 32


def whole() -> dict[str, Any]:
    """Return a briefing with a value for every field of the records that are published."""
    figure = {
        "measure": "casualties",
        "words": "from 11 to 29",
        "start": TEXT.index("from 11"),
        "qualifier": "between",
        "values": [11, 29],
        "best": 19,
        "basis": "coded",
        "categories": ["killed", "lamed"],
        "population": "Populus",
        "place": "Placentia",
        "event": "E-771",
        "period": "since May",
        "covers": "2031-05-03/2031-05-14",
        "tally": "so far",
        "preliminary": True,
        "modality": "projected",
        "relations": [
            {"kind": "part of", "words": "40", "start": TEXT.index("40"), "claim": "claim-one"}
        ],
        "note": "Figurenote",
    }
    forty = {"measure": "killed", "words": "40", "qualifier": "exactly", "values": [40]}
    scope = {"start": TEXT.index("from 11"), "end": TEXT.index(" since")}
    likelihood = {
        "scale": "phia-2025",
        "scale_basis": "inferred",
        "term": "likely",
        "words": "likely",
        "start": TEXT.index("likely"),
        "scope": {**scope, "exact": TEXT[scope["start"] : scope["end"]]},
        "note": "Likelinote",
    }
    when = {"role": "as of", "edtf": "2031-06", "words": "May", "note": "Whennote"}
    relation = {
        "kind": "withdraws",
        "words": "takes back",
        "start": TEXT.index("takes back"),
        "of": {"source": "dan", "edition": "2030-12-dan", "claim": "old-claim", "figure": "77"},
    }
    claim = {
        "id": "claim-one",
        "document": "doc-one",
        "kind": "judgement",
        "summary": "Summarium",
        "evidence": {"start": START, "end": len(TEXT), "exact": FIRST, "note": "Spannote"},
        "attribution": {
            "chain": ["ann", "bob"],
            "further": [["cid"]],
            "basis": "inferred",
            "stance": "unverified",
            "words": "reached by Bob",
            "start": TEXT.index("reached"),
            "note": "Attribunote",
        },
        "figures": [figure, forty],
        "likelihoods": [likelihood],
        "confidence": "moderate",
        "credibility": 4,
        "when": [
            when,
            {"role": "reported", "resolved": "2031-07-01", "words": "May", "bound": "2031-07"},
        ],
        "relations": [relation],
        "notes": ["Claimnote"],
        "external": [{"says": "Externum", "chain": ["dan"], "url": "https://external.example/"}],
    }
    sources = [
        {
            "id": "ann",
            "name": "Annabel",
            "short": "Anna",
            "kind": "prefect",
            "country": "GB",
            "reliability": "B",
            "url": "https://ann.example/",
        },
        *({"id": one, "name": one.capitalize()} for one in ("bob", "cid", "dan")),
    ]
    document = {
        "id": "doc-one",
        "title": "Titulus",
        "publisher": "Publius",
        "date": "2031-08-01",
        "acquired": "2031-08-02",
        "series": "Seriatim",
        "language": "la",
        "url": "https://document.example/",
        "text": TEXT,
        "sha256": HASH,
        "extraction": {
            "file": "report.pdf",
            "sha256": FILE_HASH,
            "media_type": "application/pdf",
            "extractor": "Extractor",
            "version": "9.8.7",
        },
        "date_line": {"start": 0, "end": 4, "exact": "Odds", "suffix": ". "},
        "residue": [{"start": 4, "end": 5, "exact": ".", "prefix": "Odds"}],
    }
    return {
        "format": "kursk-tui/1",
        "status": "draft",
        "title": "Briefing title",
        "date": "2031-09-01",
        "handling": {"tlp": "AMBER+STRICT", "licence": "Licentia 4.0"},
        "documents": [document],
        "sources": sources,
        "claims": [claim],
    }
