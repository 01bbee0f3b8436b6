"""The sources of a draft: one entry per source, by its name or its acronym."""

import re
from dataclasses import dataclass

from kursk_tui.drafting.attribution.source_names import parsed

_NOT_ID = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Entry:
    """A source: its id, its name as first written, an acronym, and a title such as "lawmaker"."""

    id: str
    name: str
    short: str | None = None
    kind: str | None = None


class Registry:
    """Sources by name and by acronym."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._ids: set[str] = set()
        self._by_name: dict[str, Entry] = {}

    def entry(self, words: str) -> Entry:
        """Return the source that these words name; add it if it is new."""
        name = parsed(words)
        keys = [each.casefold() for each in (name.name, name.short) if each]
        known = next((self._by_name[key] for key in keys if key in self._by_name), None)
        if known is None:
            known = Entry(self._id(name.short or name.name), name.name, name.short, name.kind)
            self.entries.append(known)
        known.short = known.short or (name.short if name.short != known.name else None)
        known.kind = known.kind or name.kind
        for key in keys:
            self._by_name.setdefault(key, known)
        return known

    def _id(self, name: str) -> str:
        base = _NOT_ID.sub("-", name.casefold()).strip("-")[:48].strip("-") or "source"
        number, candidate = 1, base
        while candidate in self._ids:
            number += 1
            candidate = f"{base}-{number}"
        self._ids.add(candidate)
        return candidate
