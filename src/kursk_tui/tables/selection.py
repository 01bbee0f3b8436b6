"""The rows of a table that are imported; the others are remarked on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kursk_tui.formats.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.model.limits import MAX_TEXT
from kursk_tui.tables.reading import Table
from kursk_tui.tables.remarks import Remarks
from kursk_tui.tables.scanner import Row
from kursk_tui.tables.slices import Slice, SliceError, Slices, advice
from kursk_tui.text.invisible import is_blank
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import find_unsafe

MAX_ROWS = 100_000
"""The most rows of a table that become a briefing."""


class Selection:
    """The rows that slices select, one at a time, with remarks on those that cannot be used.

    `count` is the number of rows so far, and `unread` counts the cells that are not empty in the
    columns that the briefing does not always carry. `limit` is the most characters of all rows
    together.
    """

    def __init__(self, table: Table, slices: Sequence[Slice], limit: int) -> None:
        self.remarks = Remarks(table.name)
        self.count = 0
        self.unread: Counter[int] = Counter()
        self._table, self._slices, self._limit = table, slices, limit
        self._selects = Slices(slices, table.header)
        self._size = 0
        self._unsafe: list[int] = []

    def rows(self) -> Iterator[Row]:
        """Yield the rows to import.

        Raises TooManyRowsError, UnreadableError if the rows are larger than the limit, SliceError
        if no row matches, and InvalidBriefingError if there is no row that can be used.
        """
        selected = 0
        columns = range(len(self._table.header.names))
        unread = [at for at in columns if at not in self._table.header.used]
        for row in self._table.rows():
            if not self._selects.matches(row):
                continue
            selected += 1
            if self._is_usable(row):
                self._count(row)
                self.unread.update(at for at in unread if row.cells[at].value.strip())
                yield row
        if not selected and self._slices:
            raise SliceError(self._selects.nothing_found())
        if not self.count:
            raise self._without_rows()
        self._say_what_was_odd()

    def _is_usable(self, row: Row) -> bool:
        width = len(self._table.header.names)
        wrong = ""
        if all(is_blank(cell.value) for cell in row.cells):
            wrong = "it is empty"
        elif len(row.cells) != width:
            cells = plural(len(row.cells), "cell")
            wrong = f"it has {cells}, and the header has {width:,}"
        elif len(row.text) > MAX_TEXT:
            wrong = f"it has {len(row.text):,} characters, and a quote has at most {MAX_TEXT:,}"
        if wrong:
            self.remarks.add("rows left out", (row.line, 1), f"the row is left out: {wrong}")
        return not wrong

    def _count(self, row: Row) -> None:
        self.count += 1
        self._size += len(row.text)
        for cell in row.cells:
            if cell.torn:
                message = "text follows the closing quote of a cell; two quotes are one in the text"
                self.remarks.add("stray quotes", row.place_of(cell.start), message)
        if find_unsafe(row.text.replace("\r", "")) is not None:
            self._unsafe.append(row.line)
        if self.count > MAX_ROWS:
            what = "the slice of " * bool(self._slices) + self._table.name
            hint = advice(self._table.header, row)
            raise TooManyRowsError(f"{what} has more than {MAX_ROWS:,} rows; {hint}")
        if self._size > self._limit:
            message = f"the rows of {self._table.name} have more than {self._limit:,} characters"
            raise UnreadableError(f"{message}; choose fewer with --slice, or raise --max-size")

    def _without_rows(self) -> InvalidBriefingError:
        left_out = [Located(one.line, one.column, "", one.message) for one in self.remarks.on_rows]
        problem = Located(1, 1, "", "the table has a header, but no row that can be imported")
        return InvalidBriefingError(self._table.name, [problem, *left_out[:20]])

    def _say_what_was_odd(self) -> None:
        if not self._table.has_header:
            self.remarks.general.append(
                "the table has no header; its columns are read in the order of the profile's"
            )
        if self._unsafe:
            rows = plural(len(self._unsafe), "row")
            self.remarks.general.append(
                f"control characters in {rows}, first in line {self._unsafe[0]}: quotes keep them, "
                "and labels have visible substitutes"
            )


class TooManyRowsError(Exception):
    """A table, or a slice of it, has more rows than are imported."""
