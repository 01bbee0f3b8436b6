"""A briefing that attacks terminals, Markdown, web pages and spreadsheets."""

import json
from hashlib import sha256
from typing import Any

from kursk_tui.model import Briefing

TRAPS = (
    "<script>alert(1)</script>",
    "[a](javascript:alert(1)) ![b](x)",
    "=cmd()|' /C calc'!A0",
    "| a | b |",
    "# head *bold* `code` ~~gone~~ $x$",
    "[/] [bold]x[/bold]",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt; &amp;",
    "[^c0]: note",
    "1. one",
    "- dash",
    "+1 @SUM(A1)",
)
HIDDEN = "\x1b[31m\x1b]52;c;eA==\x07\x9b31m\u202eevil\u2066\ufeff\x00"
"""Characters that only the text of a document may contain."""


def hostile_raw() -> dict[str, Any]:
    """Return a briefing with a claim for each trap, in every field that takes free text."""
    text = HIDDEN + "\n".join(f"{trap} 100 fell, likely." for trap in TRAPS)
    claims = []
    at = len(HIDDEN)
    for number, trap in enumerate(TRAPS):
        quote = f"{trap} 100 fell, likely."
        claims.append(
            {
                "id": f"c{number}",
                "document": "d",
                "kind": ("reported", "judgement", "context")[number % 3],
                "summary": trap,
                "evidence": {"start": at, "end": at + len(quote), "exact": quote},
                "attribution": {"chain": ["s", f"s{number}"], "basis": "stated", "note": trap},
                "figures": [
                    {
                        "measure": "killed",
                        "words": f"{trap} 100",
                        "qualifier": "exactly",
                        "values": [100],
                        "population": trap,
                        "place": trap,
                        "period": trap,
                    }
                ],
                "likelihoods": [
                    {
                        "scale": "phia-2025",
                        "scale_basis": "inferred",
                        "term": "likely",
                        "words": "likely",
                        "scope": {"start": at, "end": at + len(trap), "exact": trap},
                    }
                ],
                "when": [{"role": "event", "edtf": "2024", "words": f"{trap} 100"}],
                "notes": [trap],
                "external": [{"says": trap}],
            }
        )
        at += len(quote) + 1
    sources = [
        {
            "id": f"s{number}",
            "name": trap,
            "short": trap,
            "kind": trap,
            "url": "https://x.example/a",
        }
        for number, trap in enumerate(TRAPS)
    ]
    return {
        "format": "kursk-tui/1",
        "title": "<b>[x](javascript:1)</b>",
        "date": "2024",
        "documents": [
            {
                "id": "d",
                "title": TRAPS[1],
                "publisher": TRAPS[0],
                "url": "http://x.example/?a=1&b='2'",
                "text": text,
                "sha256": sha256(text.encode()).hexdigest(),
            }
        ],
        "sources": [{"id": "s", "name": TRAPS[2]}, *sources],
        "claims": claims,
    }


def hostile_briefing() -> Briefing:
    """Return `hostile_raw` as a briefing."""
    return Briefing.model_validate_json(json.dumps(hostile_raw()))
