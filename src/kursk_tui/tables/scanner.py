"""Read CSV (RFC 4180) row by row, with the place of each cell in the row's own text.

Cells have the values that Python's csv module gives them. Unlike that module, the scanner says
where each cell lies, so that quotes of a table are verbatim.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kursk_tui.model.limits import MAX_CLAIM_TEXT

SEPARATORS = (",", ";", "\t")
"""What separates the cells of a table."""

_WITHOUT_QUOTES = re.compile(r'[^"\r\n]+')
_UNKNOWN, _NONE = -2, -1
"""Where the next newline is: not yet looked for, and nowhere in the buffer."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class TableError(Exception):
    """A table cannot be read on; `line` and `column` count from 1."""

    def __init__(self, line: int, column: int, message: str) -> None:
        self.line, self.column = line, column
        super().__init__(message)


class Cell(NamedTuple):
    """A cell: its value, and its span in the text of the row, without the quotes around it.

    Two quotes in the text are one in the value. `torn` means that text follows the closing quote.
    """

    value: str
    start: int
    end: int
    torn: bool = False


class Row(NamedTuple):
    """A row: its verbatim text without the line end, the line end, cells, and first line from 1."""

    text: str
    line_end: str
    cells: tuple[Cell, ...]
    line: int

    @property
    def lines(self) -> int:
        """The number of lines of the file that the row takes."""
        return 1 + (len(_LINE_END.findall(self.text)) if '"' in self.text else 0)

    def place_of(self, offset: int) -> tuple[int, int]:
        """Return the line and the column in the file, from 1, of an offset in the text."""
        before = self.text[:offset]
        ends = list(_LINE_END.finditer(before))
        start = ends[-1].end() if ends else 0
        return self.line + len(ends), offset - start + 1


def separator_of(text: str, known: Iterable[str] = ()) -> str:
    """Return the separator of a text that begins with a header.

    It is the separator that gives most known names, then most cells.
    """
    names = {name.casefold() for name in known}

    def merit(separator: str) -> tuple[int, int]:
        try:
            first = next(scan([text], separator), None)
        except TableError:  # a quote seems to stay open: another separator closes it
            first = None
        cells = first.cells if first is not None else ()
        return sum(cell.value.strip().casefold() in names for cell in cells), len(cells)

    return max(SEPARATORS, key=merit)


def scan(chunks: Iterable[str], separator: str) -> Iterator[Row]:
    """Yield the rows of a text that comes in chunks; blank lines are no rows.

    Raise TableError for a quote that is never closed, and for a row of more characters than a claim
    can have.
    """
    buffer, line, source = "", 1, iter(chunks)
    more = True
    while more:
        chunk = next(source, None)
        more = chunk is not None
        buffer += chunk or ""
        at, size, newline = 0, len(buffer), _UNKNOWN
        while at < size:
            if newline < at and newline != _NONE:
                newline = buffer.find("\n", at)
            found = _row(buffer, at, newline, separator, line)
            if found is None:
                if more and size - at <= MAX_CLAIM_TEXT:
                    break
                raise _too_long(line) if more else _unclosed(buffer, at, separator, line)
            row, end = found
            if end == size and more:
                break  # its line end, or a second quote, may be in the next chunk
            if row.text:
                yield row
            line += row.lines
            at = end
        buffer = buffer[at:]


def _row(buffer: str, at: int, newline: int, separator: str, line: int) -> tuple[Row, int] | None:
    """Return the row that begins at an offset and where it ends; None if a quote stays open."""
    if newline >= 0:
        text = buffer[at:newline]
        if '"' not in text and "\r" not in text[:-1]:
            text, line_end = (text[:-1], "\r\n") if text.endswith("\r") else (text, "\n")
            return Row(text, line_end, tuple(_plain_cells(text, separator)), line), newline + 1
    return _row_with_quotes(buffer, at, separator, line)


def _plain_cells(text: str, separator: str, start: int = 0) -> Iterator[Cell]:
    for value in text.split(separator):
        yield Cell(value, start, start + len(value))
        start += len(value) + 1


def _row_with_quotes(buffer: str, at: int, separator: str, line: int) -> tuple[Row, int] | None:
    pattern = _cell_pattern(separator)
    cells: list[Cell] = []
    position = at
    while True:
        if (plain := _WITHOUT_QUOTES.match(buffer, position)) and separator in plain[0]:
            text = plain[0][: plain[0].rindex(separator)]
            cells += _plain_cells(text, separator, position - at)
            position += len(text) + 1
        found = pattern.match(buffer, position)
        if found is None:
            return None
        quoted, rest, bare, end = found.groups()
        if quoted is None:
            cells.append(Cell(bare, found.start("bare") - at, found.end("bare") - at))
        else:
            value = quoted.replace('""', '"') + rest
            first, last = found.start("quoted"), found.end("rest" if rest else "quoted")
            cells.append(Cell(value, first - at, last - at, torn=bool(rest)))
        position = found.end()
        if end != separator:
            return Row(buffer[at : position - len(end)], end, tuple(cells), line), position


@cache
def _cell_pattern(separator: str) -> re.Pattern[str]:
    inside = rf"[^{re.escape(separator)}\r\n]*+"
    return re.compile(
        rf'(?:"(?P<quoted>(?:[^"]++|"")*+)"(?P<rest>{inside})|(?!")(?P<bare>{inside}))'
        rf"(?P<end>{re.escape(separator)}|\r\n|\r|\n|\Z)"
    )


def _too_long(line: int) -> TableError:
    message = (
        f'the row has more than {MAX_CLAIM_TEXT:,} characters; is a quote (“"”) left open in it?'
    )
    return TableError(line, 1, message)


def _unclosed(buffer: str, at: int, separator: str, line: int) -> TableError:
    pattern = _cell_pattern(separator)
    position = at
    while (found := pattern.match(buffer, position)) is not None:
        position = found.end()
    before = Row(buffer[at:position], "", (), line)
    return TableError(*before.place_of(position - at), "a quote opens here and is never closed")
