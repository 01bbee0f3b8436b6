"""Texts of cells as labels, ids and sources."""

import re

from kursk_tui.model import Source
from kursk_tui.model.limits import MAX_CITED
from kursk_tui.text.invisible import is_blank
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

_NOT_ID = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_ID = 48


def label_of(text: str) -> str | None:
    """Return a cell as one line without control characters, cut if very long; None if blank."""
    if is_blank(text):
        return None
    return shortened(" ".join(visible(text).split()), MAX_CITED)


class Ids:
    """Ids that differ: one that is taken gets a number at its end."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def new(self, text: str, fallback: str) -> tuple[str, bool]:
        """Return an id made of a text, and whether that was still free."""
        base = _NOT_ID.sub("-", text).strip("-._")[:_LONGEST_ID].rstrip("-._") or fallback
        number = self._numbers.get(base, 1)
        name = base
        while name in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._taken.add(name)
        self._numbers[base] = number
        return name, name == base


class Sources:
    """The sources of a briefing, each with one id however often it is named."""

    def __init__(self) -> None:
        self.entries: list[Source] = []
        self._by_name: dict[tuple[str, str], str] = {}
        self._ids = Ids()

    def id_of(self, name: str, short: str | None = None, kind: str | None = None) -> str:
        """Return the id of the source with a name, which is a label; add it if it is new."""
        key = name.casefold(), (kind or "").casefold()
        if key not in self._by_name:
            new, _ = self._ids.new((short or name).casefold(), "source")
            self.entries.append(Source(id=new, name=name, short=short, kind=kind))
            self._by_name[key] = new
        return self._by_name[key]
