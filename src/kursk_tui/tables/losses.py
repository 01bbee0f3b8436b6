"""The losses of an import: of the table in the briefing, and of the words in the table."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kursk_tui.tables.comparison import KINDS, WordLoss
from kursk_tui.tables.remarks import Remark
from kursk_tui.text.messages import plural


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column, and the number of its cells that are not empty and that the briefing leaves out."""

    name: str
    cells: int


@dataclass(frozen=True, slots=True)
class TableLosses:
    """What the briefing leaves out of a table, and what the numbers leave out of its words.

    `quoted` means that the cells are still in the quotes. `compared` is the number of rows whose
    words were compared with their number; None if the table has no such words.
    """

    table: str
    rows: int
    quoted: bool
    columns: tuple[UnreadColumn, ...]
    remarks: tuple[Remark, ...]
    compared: int | None
    words: tuple[WordLoss, ...]

    def as_text(self) -> Iterator[str]:
        """Yield the report as lines."""
        yield f"{self.table}: {plural(self.rows, 'row')}"
        where = "only in the quotes of claims" if self.quoted else "not in the briefing"
        if self.columns:
            yield f"cells that are {where}, by column:"
            for one in self.columns:
                yield f"  {one.name}: {plural(one.cells, 'cell')}"
        yield from self._remarks_as_text()
        yield from self._words_as_text()

    def as_json(self) -> str:
        """Return the report as a JSON object."""
        report = {
            "table": self.table,
            "rows": self.rows,
            "columns": {
                "in_quotes": self.quoted,
                "unread": [{"name": one.name, "cells": one.cells} for one in self.columns],
            },
            "notes": [one._asdict() for one in self.remarks],
            "words": {
                "compared": self.compared,
                "counts": {kind: self._counts()[kind] for kind in KINDS},
                "rows": [one._asdict() for one in self.words],
            },
        }
        return json.dumps(report, ensure_ascii=False, indent=2)

    def _counts(self) -> Counter[str]:
        return Counter(one.kind for one in self.words)

    def _remarks_as_text(self) -> Iterator[str]:
        for kind, count in Counter(one.kind for one in self.remarks).items():
            yield f"{kind}: {plural(count, 'row')}"
            for one in self.remarks:
                if one.kind == kind:
                    yield f"  {one.line}:{one.column}: {one.message}"

    def _words_as_text(self) -> Iterator[str]:
        if self.compared is None:
            return
        rows = len({one.line for one in self.words})
        yield (
            f"what the words say and the number does not: {plural(rows, 'row')} of "
            f"{self.compared:,} with words"
        )
        for kind, about in KINDS.items():
            found = [one for one in self.words if one.kind == kind]
            if found:
                yield f"  {about}: {plural(len(found), 'row')}"
            for one in found:
                words = ", ".join(f"“{each}”" for each in one.words)
                yield f"    {one.line}: {words}, but the table codes {one.coded} ({one.row})"
