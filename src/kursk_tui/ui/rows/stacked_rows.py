"""A row model that shows others below one another."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from kursk_tui.ui.rows.row_model import LazySequence, Row, RowModel, Stop


class StackedRows:
    """The rows of several models, from top to bottom."""

    def __init__(self, parts: Sequence[RowModel]) -> None:
        self._parts = parts
        # Where the rows and the stops of each part start; the last number is their total.
        self._rows = [0, *accumulate(len(part.rows) for part in parts)]
        self._stops = [0, *accumulate(len(part.stops) for part in parts)]

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return LazySequence(self._rows[-1], self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the cursor."""
        return LazySequence(self._stops[-1], self._stop)

    def _row(self, at: int) -> Row:
        part = bisect_right(self._rows, at) - 1
        return self._parts[part].rows[at - self._rows[part]]

    def _stop(self, at: int) -> Stop:
        part = bisect_right(self._stops, at) - 1
        stop = self._parts[part].stops[at - self._stops[part]]
        start = self._rows[part]
        return stop._replace(first=stop.first + start, last=stop.last + start)

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the indexes of the stops that represent a claim, in ascending order."""
        parts = zip(self._parts, self._stops, strict=False)
        return [start + at for part, start in parts for at in part.stops_of(claim)]

    def stop_at(self, row: int) -> int | None:
        """Return the index of the first stop that includes a row, or None."""
        if not 0 <= row < self._rows[-1]:
            return None
        part = bisect_right(self._rows, row) - 1
        found = self._parts[part].stop_at(row - self._rows[part])
        return None if found is None else found + self._stops[part]
