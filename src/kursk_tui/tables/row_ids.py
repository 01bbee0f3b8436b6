"""The ids of rows: those of a column, or the line where the row has none."""

from typing import NamedTuple

from kursk_tui.tables.labels import Ids
from kursk_tui.tables.reading import value_at
from kursk_tui.tables.remarks import Remarks
from kursk_tui.tables.scanner import Row
from kursk_tui.text.messages import shortened

_SHOWN = 40


class RowId(NamedTuple):
    """The id of what a row becomes, and that of its event, which rows with one id share."""

    name: str
    event: str


class RowIds:
    """Gives each row an id of its own, and remarks on rows without one and on ids used again.

    `column` has the ids, if the table has such a column; `what` is what a row becomes, in words.
    """

    def __init__(self, prefix: str, column: int | None, what: str, remarks: Remarks) -> None:
        self._prefix, self._column, self._what, self._remarks = prefix, column, what, remarks
        self._ids, self._event_ids = Ids(), Ids()
        self._events: dict[str, str] = {}

    def of(self, row: Row) -> RowId:
        """Return the id of a row."""
        stated = value_at(row, self._column)
        name, new = self._ids.new(f"{self._prefix}{stated}" if stated else "", f"row-{row.line}")
        if self._column is not None:
            place = row.place_of(row.cells[self._column].start)
            if not stated:
                message = f"the row has no id; its {self._what} is “{name}”"
                self._remarks.add("rows without an id", place, message)
            elif not new:
                again = "is used again" if stated in self._events else "is like an earlier id"
                shown = shortened(stated, _SHOWN)
                message = f"the id “{shown}” {again}; this row is the {self._what} “{name}”"
                self._remarks.add("ids used again", place, message)
        return RowId(name, self._event(stated, name))

    def _event(self, stated: str, name: str) -> str:
        if stated in self._events:
            return self._events[stated]
        event, _ = self._event_ids.new(stated, name)
        if stated:
            self._events[stated] = event
        return event
