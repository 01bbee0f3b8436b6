"""A row model that ends in a group, which is a single row until it is opened."""

from collections.abc import Sequence

from kursk_tui.ui.rows.row_model import Group, LazySequence, Row, RowModel, ShownRows, Stop


class RowsWithClosingGroup:
    """Rows, then one row for the rows of a group; if it is open, they follow.

    The row of the group has their number as `part`. A claim may be in both.
    """

    def __init__(self, rows: RowModel, group: ShownRows, key: str, *, is_open: bool) -> None:
        self._above = rows
        self._group = group
        self._start = len(rows.rows)
        self._size = len(group.rows)
        self._row = Row(None, self._size, key)
        self._below = self._size if is_open else 0

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return LazySequence(self._length, self._row_at)

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the cursor: every row is a stop."""
        return LazySequence(self._length, self._stop)

    @property
    def _length(self) -> int:
        return self._start + bool(self._size) + self._below

    def _row_at(self, at: int) -> Row:
        if at < self._start:
            return self._above.rows[at]
        return self._row if at == self._start else self._group.rows[at - self._start - 1]

    def _stop(self, at: int) -> Stop:
        if at < self._start:
            return self._above.stops[at]
        group = self._group
        if at > self._start:
            return Stop(group.stops[at - self._start - 1].claim, at, at)
        contains = Group(self._size, lambda claim: bool(group.stops_of(claim)))
        return Stop(group.stops[0].claim, at, at, contains)

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the indexes of the stops that represent a claim, in ascending order."""
        above, found = self._above.stops_of(claim), self._group.stops_of(claim)
        if not found:
            return above
        below = (self._start + 1 + at for at in found) if self._below else ()
        return [*above, self._start, *below]

    def stop_at(self, row: int) -> int | None:
        """Return the row itself if it exists."""
        return row if 0 <= row < self._length else None
