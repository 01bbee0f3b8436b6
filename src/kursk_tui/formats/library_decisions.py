"""Write the reader's decisions about a library: sorted, a record in a line, as git merges it."""

import json
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from kursk_tui.library.decisions import Decisions
from kursk_tui.text.sanitize import escaped

_LISTS = ("sources", "populations", "places", "questions", "series", "independent", "two")


def text_of(decisions: Decisions) -> str:
    """Return decisions as JSON."""
    given = {"format": decisions.format, "title": decisions.title}
    lines = [f'"{name}": {_value(value)}' for name, value in given.items() if value is not None]
    lists = {name: sorted(_records(getattr(decisions, name))) for name in _LISTS}
    lines += [
        f'"{name}": [\n  ' + ",\n  ".join(records) + "\n ]"
        for name, records in lists.items()
        if records
    ]
    return "{" + ",\n ".join(lines) + "}\n"


def _records(records: Iterable[BaseModel]) -> Iterator[str]:
    return (_value(record.model_dump(exclude_defaults=True, mode="json")) for record in records)


def _value(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))
