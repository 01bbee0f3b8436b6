"""The JSON Schema of the briefing file, for editors and other programs."""

import json
import re

from kursk_tui.model import FORMAT, Briefing
from kursk_tui.text.invisible import INVISIBLE

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """Return the schema (JSON Schema 2020-12) as text.

    It describes the structure of a file. It cannot express that quotes are verbatim, ids resolve
    and terms belong to their scales; `check` verifies that.
    """
    schema = {"$schema": _DIALECT, **Briefing.model_json_schema(), "title": f"{FORMAT} briefing"}
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return re.sub(f"[{INVISIBLE}]", lambda found: json.dumps(found[0])[1:-1], text)
