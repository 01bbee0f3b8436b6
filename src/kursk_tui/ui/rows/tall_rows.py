"""A row model that gives each row of another one several lines."""

from collections.abc import Sequence

from kursk_tui.ui.rows.row_model import LazySequence, Row, RowModel, Stop

_LINE = "line "
"""The start of the keys of lines after the first one."""


class TallRows:
    """The rows of a model, each as a number of rows: its lines."""

    def __init__(self, model: RowModel, height: int) -> None:
        self._model = model
        self._height = height

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return LazySequence(len(self._model.rows) * self._height, self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the cursor, each on all lines of its rows."""
        return LazySequence(len(self._model.stops), self._stop)

    def _row(self, at: int) -> Row:
        number, part = divmod(at, self._height)
        row = self._model.rows[number]
        return row._replace(key=f"{_LINE}{part}") if part else row

    def _stop(self, at: int) -> Stop:
        stop = self._model.stops[at]
        last = (stop.last + 1) * self._height - 1
        return stop._replace(first=stop.first * self._height, last=last)

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the indexes of the stops that represent a claim, in ascending order."""
        return self._model.stops_of(claim)

    def stop_at(self, row: int) -> int | None:
        """Return the index of the first stop that includes a row, or None."""
        return self._model.stop_at(row // self._height)


def line_of_row(row: Row) -> int:
    """Return which line of its row a row shows, from 0 on."""
    return int(row.key.removeprefix(_LINE)) if row.key.startswith(_LINE) else 0
