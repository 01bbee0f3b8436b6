"""The sources of a draft: one entry for each, however the text goes on to call it."""

import re
from dataclasses import dataclass, field

_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z.&-]{1,11})\)")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NOT_ID = re.compile(r"[^a-z0-9]+")
_PLURAL = re.compile(r"\b(?:and|nor|&)\b")


@dataclass(slots=True)
class Entry:
    """A source: its id, its name as first written, and what else is said of it."""

    id: str
    name: str
    short: str | None = None
    kind: str | None = None
    aliases: set[str] = field(default_factory=set)


class Registry:
    """Sources by every name that the text uses."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._ids: set[str] = set()
        self._by_alias: dict[str, Entry] = {}
        self._by_word: dict[str, list[Entry]] = {}

    def entry(self, words: str) -> Entry:
        """Return the source that these words name, a new one if they name none so far."""
        name, short, kind = _parsed(words)
        known = self._by_alias.get(name.casefold()) or self._by_alias.get((short or "").casefold())
        if known is None and " " not in name:
            near = self._by_word.get(name.casefold(), [])
            known = near[0] if len(near) == 1 else None
        if known is None:
            known = Entry(self._id(short or name), name, short, kind)
            self.entries.append(known)
            for word in set(name.casefold().split()) if not _PLURAL.search(name) else ():
                if word[:1].isalpha():
                    self._by_word.setdefault(word, []).append(known)
        known.short = known.short or (short if short != known.name else None)
        for alias in filter(None, (name, short)):
            self._by_alias.setdefault(alias.casefold(), known)
        return known

    def _id(self, name: str) -> str:
        base = _NOT_ID.sub("-", name.casefold()).strip("-")[:48].strip("-") or "source"
        number, candidate = 1, base
        while candidate in self._ids:
            number += 1
            candidate = f"{base}-{number}"
        self._ids.add(candidate)
        return candidate


def _parsed(words: str) -> tuple[str, str | None, str | None]:
    """Split "South Korean lawmaker Lee Seong-kweun" into name and kind; take the acronym out."""
    acronym = _ACRONYM.search(words)
    plain = _ACRONYM.sub("", words) if acronym else words
    plain = _ARTICLE.sub("", " ".join(plain.split())) or words
    parts = plain.split(" ")
    at = len(parts)
    while at > 0 and parts[at - 1][:1].isupper():
        at -= 1
    named = len(parts) - at
    if (
        at > 0
        and 2 <= named <= 4
        and parts[at - 1].isalpha()
        and parts[at - 1]
        not in (*("of", "for", "in", "the", "and", "at", "from", "on", "to", "by", "nor", "or"),)
    ):
        return " ".join(parts[at:]), acronym and acronym[1], " ".join(parts[:at])
    return plain, acronym and acronym[1], None
