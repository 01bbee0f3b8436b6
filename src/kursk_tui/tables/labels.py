"""Texts of cells as labels, ids and sources."""

import re
from collections import Counter

from kursk_tui.model import Source
from kursk_tui.model.limits import MAX_CITED
from kursk_tui.tables.reading import Header, value_at
from kursk_tui.tables.remarks import Remarks
from kursk_tui.tables.scanner import Row
from kursk_tui.text.invisible import is_blank
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

_NOT_ID = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_ID = 48


def label_of(text: str) -> str | None:
    """Return a cell as one line without control characters, cut if very long; None if blank."""
    return None if is_blank(text) else shortened(_one_line(text), MAX_CITED)


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())


class Labels:
    """Makes labels of the cells of a table, and remarks on those that are cut.

    `carried` counts the cells of each column that became labels.
    """

    def __init__(self, header: Header, remarks: Remarks) -> None:
        self._header, self._remarks = header, remarks
        self.carried: Counter[int] = Counter()
        self._line = 0
        self._seen: set[int] = set()
        self._cut: set[int] = set()

    def of(self, row: Row, column: int | None, part: str | None = None) -> str | None:
        """Return a cell of a row, or a part of it, as a label; None if it is blank or missing."""
        text = value_at(row, column) if part is None else part
        label = label_of(text)
        if label is None or column is None:
            return None
        if row.line != self._line:
            self._line = row.line
            self._seen.clear()
            self._cut.clear()
        if column not in self._seen:
            self._seen.add(column)
            self.carried[column] += 1
        if len(text) > MAX_CITED and column not in self._cut:
            self._say_cut(row, column, len(_one_line(text)))
        return label

    def _say_cut(self, row: Row, column: int, length: int) -> None:
        if length <= MAX_CITED:
            return
        self._cut.add(column)
        message = (
            f"a name in “{self._header.names[column]}” has {length:,} characters, and is cut at "
            f"{MAX_CITED}"
        )
        self._remarks.add("names cut", row.place_of(row.cells[column].start), message)


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
