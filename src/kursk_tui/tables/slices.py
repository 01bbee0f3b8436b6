"""Slices: which rows of a table are imported, as `column=value` on the command line."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kursk_tui.tables.reading import Header
from kursk_tui.tables.scanner import Row
from kursk_tui.text.messages import suggestion

_RANGE = re.compile(r"(\d{1,15})(?:-|\.\.)(\d{1,15})")
_MOST_KNOWN = 1_000
"""The most values of a column that are kept, to suggest one when no row matches."""


class SliceError(ValueError):
    """A slice is not one, or names a column that the table lacks."""


class Slice(NamedTuple):
    """A column with the value that it must have, or the first and the last whole number."""

    column: str
    value: str

    @classmethod
    def of(cls, text: str) -> "Slice":
        """Return the slice that `column=value` writes."""
        column, equals, value = (part.strip() for part in text.partition("="))
        if not (column and equals and value):
            message = f"“{text}” is not a slice; write column=value, such as country=Syria"
            raise SliceError(message)
        return cls(column, value)

    def matches(self, cell: str) -> bool:
        """Return whether a cell has the value, in any case of letters, or lies in the range."""
        cell = cell.strip()
        if cell.casefold() == self.value.casefold():
            return True
        found = _RANGE.fullmatch(self.value)
        if found is None or not (cell.isascii() and cell.isdigit() and len(cell) <= 15):
            return False
        return int(found[1]) <= int(cell) <= int(found[2])


class Slices:
    """The slices of a command line: those of one column are alternatives, others must all match."""

    def __init__(self, slices: Sequence[Slice], header: Header) -> None:
        self._by_column: dict[int, list[Slice]] = {}
        self._seen: dict[int, dict[str, None]] = {}
        self._header = header
        for one in slices:
            at = _column(one.column, header)
            self._by_column.setdefault(at, []).append(one)
            self._seen[at] = {}

    def matches(self, row: Row) -> bool:
        """Return whether a row is imported."""
        selected = True
        for at, slices in self._by_column.items():
            value = row.cells[at].value if at < len(row.cells) else ""
            seen = self._seen[at]
            if len(seen) < _MOST_KNOWN and value not in seen:
                seen[value] = None
            selected = selected and any(one.matches(value) for one in slices)
        return selected

    def nothing_found(self) -> str:
        """Return a sentence for a table in which no row matches."""
        for at, slices in self._by_column.items():
            for one in slices:
                if not any(one.matches(value) for value in self._seen[at]):
                    hint = suggestion(one.value, self._seen[at])
                    return f"no row has {self._header.names[at]}={one.value}{hint}"
        return "no row matches all slices together"


def _column(name: str, header: Header) -> int:
    if name in header.names:
        return header.names.index(name)
    folded = [one.casefold() for one in header.names]
    if name.casefold() in folded:
        return folded.index(name.casefold())
    hint = suggestion(name, header.names)
    raise SliceError(f"the table has no column “{name}” to slice by{hint}")


def advice(header: Header, row: Row) -> str:
    """Return how to slice a table, by columns that it has, with values of a row."""
    values = {
        name: row.cells[header.names.index(name)].value.strip()
        for name in ("country", "year")
        if name in header.names
    }
    pairs = [f"{name}={value}" for name, value in values.items() if value]
    pairs = pairs or [f"{header.names[0]}=VALUE"]
    examples = [f'--slice "{pair}"' if " " in pair else f"--slice {pair}" for pair in pairs]
    return (
        f"choose some of them, for example with {' '.join(examples)} (or a range, year=2013-2015)"
    )
