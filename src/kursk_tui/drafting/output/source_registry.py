"""The sources of a draft: one entry per source, whatever names the text uses."""

import re
from dataclasses import dataclass

_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z.&-]{1,11})\)")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NOT_ID = re.compile(r"[^a-z0-9]+")
_SEVERAL = re.compile(r"\b(?:and|nor|&)\b")
_JOINS = frozenset({"of", "for", "in", "the", "and", "at", "from", "on", "to", "by", "nor", "or"})
"""Words that join a name to what precedes it; any other word there is a title."""


@dataclass(slots=True)
class Entry:
    """A source: its id, its name as first written, an acronym, and a title such as "lawmaker"."""

    id: str
    name: str
    short: str | None = None
    kind: str | None = None


class Registry:
    """Sources by every name that the text uses."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._ids: set[str] = set()
        self._by_name: dict[str, Entry] = {}
        self._by_word: dict[str, list[Entry]] = {}

    def entry(self, words: str) -> Entry:
        """Return the source that these words name; add it if it is new.

        A single word matches a longer name that contains it, if only one does: "Lee", "Lee Seong".
        """
        name, short, kind = _parsed(words)
        known = self._by_name.get(name.casefold()) or self._by_name.get((short or "").casefold())
        if known is None and " " not in name:
            near = self._by_word.get(name.casefold(), [])
            known = near[0] if len(near) == 1 else None
        if known is None:
            known = self._added(name, short, kind)
        known.short = known.short or (short if short != known.name else None)
        for each in filter(None, (name, short)):
            self._by_name.setdefault(each.casefold(), known)
        return known

    def _added(self, name: str, short: str | None, kind: str | None) -> Entry:
        entry = Entry(self._id(short or name), name, short, kind)
        self.entries.append(entry)
        for word in set(name.casefold().split()) if not _SEVERAL.search(name) else ():
            if word[:1].isalpha():
                self._by_word.setdefault(word, []).append(entry)
        return entry

    def _id(self, name: str) -> str:
        base = _NOT_ID.sub("-", name.casefold()).strip("-")[:48].strip("-") or "source"
        number, candidate = 1, base
        while candidate in self._ids:
            number += 1
            candidate = f"{base}-{number}"
        self._ids.add(candidate)
        return candidate


def _parsed(words: str) -> tuple[str, str | None, str | None]:
    """Return name, acronym and title; a title is "South Korean lawmaker" before "Lee Seong"."""
    acronym = _ACRONYM.search(words)
    plain = _ACRONYM.sub("", words) if acronym else words
    plain = _ARTICLE.sub("", " ".join(plain.split())) or words
    short = acronym[1] if acronym else None
    parts = plain.split(" ")
    at = len(parts)
    while at > 0 and parts[at - 1][:1].isupper():
        at -= 1
    named = len(parts) - at
    if at > 0 and 2 <= named <= 4 and parts[at - 1].isalpha() and parts[at - 1] not in _JOINS:
        return " ".join(parts[at:]), short, " ".join(parts[:at])
    return plain, short, None
