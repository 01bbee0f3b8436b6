"""The line on which a claim begins, where an editor opens the file."""

import json
import re
from contextlib import suppress

from pydantic_core import from_json

from kursk_tui.formats.json.positions import Positions


def line_of_claim(text: str, claim: str) -> int:
    """Return the line, counted from 1, on which a claim begins; 1 if no claim has this id.

    The text may be invalid JSON, because the file may be half edited.
    """
    with suppress(ValueError):
        raw = from_json(text)
        claims = raw.get("claims") if isinstance(raw, dict) else None
        for index, entry in enumerate(claims if isinstance(claims, list) else ()):
            if isinstance(entry, dict) and entry.get("id") == claim:
                path = ("claims", index)
                return Positions(text, [path]).of_value(path)[0]
    found = re.search(rf'"id"\s*:\s*{re.escape(json.dumps(claim))}', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
