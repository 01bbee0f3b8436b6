"""The JSON Schemas of the files, for editors and other programs."""

import json
import re

from pydantic import BaseModel

from kursk_tui.formats import exported
from kursk_tui.formats.json.library_export import ExportedLibrary
from kursk_tui.library.decisions import Decisions
from kursk_tui.model import FORMAT, Briefing
from kursk_tui.text.invisible import INVISIBLE

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(what: str) -> str:
    """Return the schema (JSON Schema 2020-12) of a kind of file as text.

    It describes the structure of a file. It cannot express that quotes are verbatim, ids resolve
    and terms belong to their scales; `check` verifies that.
    """
    model, title = _MODELS[what]
    schema = {"$schema": _DIALECT, **model.model_json_schema(), "title": title}
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return re.sub(f"[{INVISIBLE}]", lambda found: json.dumps(found[0])[1:-1], text)


_MODELS: dict[str, tuple[type[BaseModel], str]] = {
    "briefing": (Briefing, f"{FORMAT} briefing"),
    "decisions": (Decisions, "kursk-tui-library/1 decisions"),
    "library": (ExportedLibrary, f"{exported.FORMAT} library"),
}
"""The kinds of files by their names in `SCHEMAS`, each with its title."""
