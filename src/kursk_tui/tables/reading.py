"""Read a table from a file of any size: its header, and the rows that a slice selects."""

import codecs
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path

from kursk_tui.formats.source import display_name, read_chunks
from kursk_tui.tables.profile import Columns, Profile
from kursk_tui.tables.scanner import Cell, Row, TableError, scan, separator_of
from kursk_tui.text.messages import suggestion

_LONGEST_HEADER = 65_536
"""The most characters in which the separator is looked for."""


class Header:
    """The names of the columns, and which of them a profile reads."""

    def __init__(self, row: Row, names: Iterable[str]) -> None:
        self.row = row
        self.names = tuple(name.strip() for name in names)
        self.used: set[int] = set()

    def find(self, wanted: Columns | None, *, carried: bool = True) -> int | None:
        """Return the number of the first wanted column that the table has.

        It is marked as read, if the briefing carries all of its cells.
        """
        for name in wanted or ():
            if name in self.names:
                at = self.names.index(name)
                if self.names.count(name) > 1:
                    place = self.row.place_of(self.row.cells[at].start if self.row.cells else 0)
                    raise TableError(*place, f"the header has the column “{name}” more than once")
                if carried:
                    self.used.add(at)
                return at
        return None

    def need(self, wanted: Columns, purpose: str) -> int:
        """Return the number of a column as `find` does, or raise TableError."""
        if (at := self.find(wanted)) is not None:
            return at
        named = " or ".join(f"“{name}”" for name in wanted)
        hint = suggestion(wanted[0], self.names)
        message = f"the table has no column {named}, from which the profile reads {purpose}{hint}"
        raise TableError(self.row.line, 1, message)


class Table:
    """A table that is being read. `digest` is that of the file once all rows have been read."""

    def __init__(self, path: Path, profile: Profile) -> None:
        self.name = display_name(path)
        self._digest = sha256()
        self._line = 1
        self._column = 1
        chunks = self._text(path)
        head = _beginning(chunks)
        self.separator = separator_of(head, profile.names)
        self._rows = scan(chain([head], chunks), self.separator)
        row = next(self._rows, None)
        if row is None:
            raise TableError(1, 1, "the file is empty")
        self.has_header = _is_header(row, profile)
        if self.has_header:
            self.header = Header(row, (cell.value for cell in row.cells))
        else:
            self.header = Header(Row("", "", (), 1), profile.header)
            self._rows = chain([row], self._rows)

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes read so far."""
        return self._digest.hexdigest()

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header."""
        return self._rows

    def _text(self, path: Path) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder("utf-8-sig")()
        for data in chain(read_chunks(path), [b""]):
            self._digest.update(data)
            try:
                text = decoder.decode(data, final=not data)
            except UnicodeDecodeError as error:
                self._count(error.object[: error.start].decode("utf-8", "replace"))
                message = "the file is not UTF-8 text"
                if error.object[:2] in (b"\xff\xfe", b"\xfe\xff"):
                    message += "; it looks like UTF-16"
                raise TableError(self._line, self._column, f"{message}: save it as UTF-8") from None
            self._count(text)
            if text:
                yield text

    def _count(self, text: str) -> None:
        ends = text.count("\n")
        self._line += ends
        self._column = len(text) - text.rfind("\n") if ends else self._column + len(text)


def _beginning(chunks: Iterator[str]) -> str:
    """Return the beginning of a text: enough for a header, however small the chunks are."""
    head = ""
    for chunk in chunks:
        head += chunk
        if len(head) >= _LONGEST_HEADER:
            break
    return head


def _is_header(row: Row, profile: Profile) -> bool:
    """Return whether the first row has names; a row of data has as many cells as the profile's."""
    known = profile.names
    named = any(cell.value.strip() in known for cell in row.cells)
    return named or len(row.cells) != len(profile.header)


def probably_has_more_rows(path: Path, most: int) -> bool:
    """Return whether a file seems to have more rows, by its line ends outside quotes.

    This takes a fraction of the time of reading the rows; stray quotes mislead it.
    """
    ends, quoted = 0, False
    for data in read_chunks(path):
        first, *others = data.split(b'"')
        ends += 0 if quoted else first.count(b"\n")
        for part in others:
            quoted = not quoted
            ends += 0 if quoted else part.count(b"\n")
        if ends > most:
            return True
    return False


def cell_at(row: Row, column: int | None) -> Cell | None:
    """Return a cell of a row, or None if the table lacks the column."""
    return None if column is None else row.cells[column]


def value_at(row: Row, column: int | None) -> str:
    """Return the value of a cell without blanks around it; empty if the table lacks the column."""
    return "" if column is None else row.cells[column].value.strip()


def span_of(row: Row, cells: Sequence[Cell], otherwise: Cell) -> tuple[int, int]:
    """Return the span of cells in a row if they are side by side, else that of one cell."""
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    between = [cell for cell in row.cells if start <= cell.start and cell.end <= end]
    return (start, end) if len(between) == len(cells) else (otherwise.start, otherwise.end)
