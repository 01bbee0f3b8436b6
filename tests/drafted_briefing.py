"""The built-in briefing as an unreviewed draft: every claim needs a decision."""

import json
from typing import Any

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.model import Briefing


def drafted_raw() -> dict[str, Any]:
    """Return the briefing as raw data; the figures of S10 are guesses."""
    raw: dict[str, Any] = json.loads(builtin_path().read_text("utf-8"))
    raw["status"] = "draft"
    for claim in raw["claims"]:
        start, end = claim["evidence"]["start"], claim["evidence"]["end"]
        item = {"kind": "sentence", "start": start, "end": end, "rule": "full-stop"}
        items = [{**item, "tier": "beside"}]
        if claim["id"] == "S10":
            at = claim["evidence"]["exact"].index("at least 100") + start
            figure = {"kind": "figure", "start": at, "end": at + 12, "rule": "noun-of-harm"}
            items.append({**figure, "tier": "guess", "flags": ["inherited measure"]})
        claim["review"] = {"items": items}
    return raw


def drafted_briefing() -> Briefing:
    """Return the same briefing as a model."""
    return Briefing.model_validate_json(json.dumps(drafted_raw()))
