"""The reading order of a page: columns between what goes over the whole width."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from kursk_tui.documents.marks import CELLS
from kursk_tui.documents.pages.lines import MOST_LINES, Line

Column = list[Line]
"""Lines from top to bottom, one in each row."""

_GUTTER = 0.8
"""The least width of the gap between columns, in sizes of the text."""

_LEAST_ROWS = 3
_LEAST_LETTERS = 14
"""Columns of prose have at least this many letters in a line, unlike those of a table."""

_FAR_BELOW = 2.2
"""Lines this far below columns, in sizes, can be of another part of the page."""

_EVEN = 0.1
"""Gaps between words that are spread over a line differ by less than this, in sizes."""

_LIST_MARK = 3
"""The most characters of a number or a sign that begins an item of a list."""


def columns_of(lines: Sequence[Line]) -> list[Column]:
    """Return the lines of a page as columns in reading order."""
    if len(lines) > MOST_LINES:
        return [[*lines]]
    rows = sorted(lines, key=lambda line: (-line.base, line.left))
    found: list[Column] = []
    single: list[Line] = []
    at = 0
    while at < len(rows):
        end, columns = _side_by_side(rows, at)
        if columns:
            found += [_rows(part) for part in (single, *columns) if part]
            single = []
        else:
            end = at + max(1, (end - at) // 4)  # the rest may be columns below a table
            single += rows[at:end]
        at = end
    return [*found, _rows(single)] if single else found


def _side_by_side(rows: Sequence[Line], start: int) -> tuple[int, list[list[Line]]]:
    """Return the end of the lines from `start` on that stand side by side, and their columns.

    There are no columns if the lines are not prose.
    """
    spans: list[_Span] = []
    end = start
    for at in range(start, len(rows)):
        line = rows[at]
        met = [span for span in spans if span.meets(line)]
        if sum(span.rows >= _LEAST_ROWS for span in met) > 1:
            break  # the line goes over several columns
        if _are_closed(spans, rows[at:]):
            break
        spans = [span for span in spans if span not in met] + [_Span.of(met, line)]
        if len(spans) > 1:
            end = at + 1
        elif at - start > _LEAST_ROWS:
            break
    columns = [
        [line for line in rows[start:end] if span.left <= line.left <= span.right]
        for span in sorted(spans)
    ]
    return end, columns if _is_prose(columns) else []


class _Span(NamedTuple):
    """A part of the width, and the number of lines in it."""

    left: float
    right: float
    rows: int
    base: float
    """The base line of the lowest line."""

    @staticmethod
    def of(spans: Sequence["_Span"], line: Line) -> "_Span":
        """Return the span of a line and of the spans that it meets."""
        left = min([line.left, *(span.left for span in spans)])
        right = max([line.right, *(span.right for span in spans)])
        return _Span(left, right, 1 + sum(span.rows for span in spans), line.base)

    def meets(self, line: Line) -> bool:
        """Return whether less than a gutter is between the span and a line."""
        room = _GUTTER * line.size
        return self.left - room < line.right and line.left < self.right + room


def _are_closed(spans: Sequence[_Span], below: Sequence[Line]) -> bool:
    """Return whether columns end at one height, far above lines that stand in one of them alone."""
    line = below[0]
    ends = [span.base for span in spans if span.rows >= _LEAST_ROWS]
    if len(ends) < 2 or min(ends) - line.base < _FAR_BELOW * line.size:
        return False
    level = max(ends) - min(ends) <= 2 * line.size
    return level and sum(any(span.meets(one) for one in below) for span in spans) == 1


def _is_prose(columns: Sequence[Sequence[Line]]) -> bool:
    return (
        len(columns) > 1
        and all(columns)
        and max(map(len, columns)) >= _LEAST_ROWS
        and all(median(len(line.text) for line in one) >= _LEAST_LETTERS for one in columns)
    )


def _rows(lines: Iterable[Line]) -> Column:
    """Return lines from top to bottom, those of the same height joined from left to right."""
    return [_row(row) for row in _by_height(sorted(lines, key=attrgetter("base"), reverse=True))]


def _by_height(lines: Iterable[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in lines:
        if row and row[0].base - line.base > 0.4 * min(line.size, row[0].size):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _are_cells(first: Line, other: Line, *, even: bool) -> bool:
    """Return whether two lines side by side are cells of a table: far apart, or two numbers.

    If all gaps of a row are `even`, its words are spread over the width.
    """
    numbers = first.text[-1:].isdecimal() and other.text[:1].isdecimal()
    is_list = len(first.text) <= _LIST_MARK
    return numbers or (not even and not is_list and other.left - first.right > 2 * first.size)


def _row(lines: list[Line]) -> Line:
    first, *others = row = sorted(lines, key=attrgetter("left"))
    gaps = [other.left - one.right for one, other in pairwise(row)]
    even = len(gaps) > 1 and max(gaps) - min(gaps) < _EVEN * first.size
    for other in others:
        first = first.joined(other, CELLS if _are_cells(first, other, even=even) else " ")
    return first
