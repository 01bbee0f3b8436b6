"""Remarks of an import: what was left out or changed, each with its line in the table."""

from collections.abc import Iterator
from typing import NamedTuple

from kursk_tui.text.messages import plural

_SHOWN = 20
"""The most remarks of one kind that are listed one by one."""


class Remark(NamedTuple):
    """A remark on a row; `line` and `column` count from 1."""

    kind: str
    line: int
    column: int
    message: str


class Remarks:
    """The remarks on a table: in general, and by row."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.general: list[str] = []
        self.on_rows: list[Remark] = []

    def add(self, kind: str, place: tuple[int, int], message: str) -> None:
        """Add a remark on a row; `kind` is its group in words, such as “rows left out”."""
        self.on_rows.append(Remark(kind, *place, message))

    def lines(self) -> Iterator[str]:
        """Yield each remark as a line; of many of one kind, the first and how many more."""
        yield from (f"note: {one}" for one in self.general)
        counts: dict[str, int] = {}
        for one in self.on_rows:
            counts[one.kind] = counts.get(one.kind, 0) + 1
            if counts[one.kind] <= _SHOWN:
                yield f"{self.name}:{one.line}:{one.column}: note: {one.message}"
        for kind, count in counts.items():
            if count > _SHOWN:
                more = plural(count - _SHOWN, "more note", "more notes")
                yield f"note: {more} of “{kind}”; --losses text lists them all"
