"""The line on which a claim begins, for an editor to open the file there."""

import json
import re
from contextlib import suppress

from pydantic_core import from_json

from kursk_tui.formats.json.positions import Positions


def line_of_claim(text: str, claim: str) -> int:
    """Return the line, counted from 1, on which a claim begins; 1 if no claim has this id.

    The text need not be valid JSON: the file may be in the middle of being edited.
    """
    with suppress(ValueError):
        raw = from_json(text)
        claims = raw.get("claims") if isinstance(raw, dict) else None
        for index, one in enumerate(claims if isinstance(claims, list) else ()):
            if isinstance(one, dict) and one.get("id") == claim:
                path = ("claims", index)
                return Positions(text, [path]).of_value(path)[0]
    found = re.search(rf'"id"\s*:\s*{re.escape(json.dumps(claim))}', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
