"""A track as a chart: a column for each day, and a sign for each statement.

Nothing joins the signs: a document says what it says of its day, and nothing of the days between.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby, product
from typing import NamedTuple

from kursk_tui.charts.count_axis import CountAxis, fit_count_axis
from kursk_tui.charts.number_axis import power_name
from kursk_tui.counting.categories import Categories
from kursk_tui.text.cells import width_in_cells
from kursk_tui.tracking.endings import Ending
from kursk_tui.tracking.statements import Place, Told
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import Line, Span
from kursk_tui.wording.short_dates import short_date

HEIGHT = 18
"""The lines of the axis of numbers."""

_LABELS = 7
"""The cells of the numbers beside the axis."""

_SHORTEST = 6
"""The fewest cells of a name that is cut."""

_LOWER, _UPPER, _EXACT, _ABOUT, _MAGNITUDE, _NONE = "┴", "┬", "◆", "◇", "?", "∅"
_ENDED = "✗"

SIGNS = (
    Sign(_EXACT, "in the chart: exactly this number"),
    Sign(_ABOUT, "in the chart: about this number"),
    Sign(_LOWER, "in the chart: this number or more"),
    Sign(_UPPER, "in the chart: this number or less"),
    Sign(_MAGNITUDE, "in the chart: only a magnitude"),
    Sign(_NONE, "in the chart: no number"),
    Sign(_ENDED, "in the chart: withdrawn, corrected or replaced"),
)

LEGEND = (
    f"{_EXACT} exact · {_ABOUT} about · {_LOWER} or more · {_UPPER} or less"
    f" · {_MAGNITUDE} magnitude · {_NONE} no number"
)
"""The signs in few words, for the border of the chart."""

_CURSOR = "►"
"""Left of the signs of the selected claim, so that colour is not the only sign."""

Grid = list[list[tuple[str, str]]]
"""The lines of the chart: the text and the style of each cell."""


class _Mark(NamedTuple):
    """The sign of a statement: its cell, and the ends of the line of an open bound."""

    column: int
    line: int
    sign: str
    until: int


class Chart(NamedTuple):
    """The lines of a chart, the days above them, and the line with the sign of each statement."""

    lines: Sequence[Line]
    days: Sequence[Line]
    signs: Sequence[int]


def chart(
    statements: Sequence[Told],
    ended: Mapping[Place, Ending],
    asked: Categories,
    name: Callable[[Told], str],
    width: int,
    selected: int | None,
) -> Chart:
    """Return a chart of statements in the order in which they were said.

    Words and names stand beside a sign where there is room for them, with the measure of what
    counts other categories than are `asked`. Those that have `ended` bound nothing, and say so.
    """
    axis = fit_count_axis((value for told in statements for value in told.figure.values), HEIGHT)
    columns = _columns(statements, width)
    grid: Grid = [[(" ", "faint")] * width for _ in range(HEIGHT + 1)]
    if axis is not None:
        _draw_axis(grid, axis, width)
    marks = [
        _mark(told, columns[told.place], axis, ended=told.place in ended) for told in statements
    ]
    for told, mark in zip(statements, marks, strict=True):
        style = "accent" if told.claim == selected else "point"
        for line in range(min(mark.line, mark.until), max(mark.line, mark.until) + 1):
            grid[line][mark.column] = ("│", style)
        if mark.until < mark.line:
            grid[mark.until][mark.column] = ("▲", style)
        if mark.until > mark.line:
            grid[mark.until][mark.column] = ("▼", style)
        grid[mark.line][mark.column] = (mark.sign, style)
        if told.claim == selected:
            grid[mark.line][mark.column - 1] = (_CURSOR, style)
    for told, mark in zip(statements, marks, strict=True):
        words, measure = told.figure.words, told.figure.measure
        is_other = told.statement.count.categories != asked and measure not in words
        counted = f"{words} {measure}" if is_other else words
        if (ending := ended.get(told.place)) is not None:
            since = f", since {ending.kind}"
            counted, words = f"{counted}{since}", f"{words}{since}"
        who = "unstated" if told.origin is None else "source"
        _describe(grid, mark, (counted, words), (name(told), who))
    days = _days(statements, columns, width)
    return Chart([_line(cells) for cells in grid], days, [mark.line for mark in marks])


def _columns(statements: Sequence[Told], width: int) -> dict[tuple[int, int], int]:
    """Return the column of each statement: the days at equal distances, in their order."""
    dates = dict.fromkeys(told.date for told in statements)
    days = {date: number for number, date in enumerate(dates)}
    step = max(1, (width - _LABELS - 1) // max(1, len(days)))
    counts = Counter(told.date for told in statements)
    seen: Counter[str | None] = Counter()
    found: dict[tuple[int, int], int] = {}
    for told in statements:
        within = seen[told.date] * max(1, step // counts[told.date])
        column = _LABELS + days[told.date] * step + min(within, step - 1)
        found[told.place] = min(width - 1, column)
        seen[told.date] += 1
    return found


def _mark(told: Told, column: int, axis: CountAxis | None, *, ended: bool) -> _Mark:
    figure, have = told.figure, told.figure.interval
    if axis is None or not figure.values:
        return _Mark(column, HEIGHT, _NONE, HEIGHT)
    line = axis.line_of(figure.values[0])
    if ended:
        return _Mark(column, line, _ENDED, line)
    if figure.qualifier == "magnitude":
        return _Mark(column, line, _MAGNITUDE, line)
    if figure.qualifier == "exactly":
        return _Mark(column, line, _EXACT, line)
    if have.lower is not None and have.upper is not None:
        return _Mark(column, axis.line_of(have.upper), _UPPER, axis.line_of(have.lower))
    if have.lower is not None:
        return _Mark(column, axis.line_of(have.lower), _LOWER, 0)
    if figure.qualifier in ("about", "nearly"):
        return _Mark(column, line, _ABOUT, line)
    return _Mark(column, line, _UPPER, HEIGHT - 1)


def _draw_axis(grid: Grid, axis: CountAxis, width: int) -> None:
    for power, line in axis.powers:
        for at, letter in enumerate(power_name(power).rjust(_LABELS - 2)):
            grid[line][at] = (letter, "muted")
        for at in range(_LABELS, width, 4):
            grid[line][at] = ("·", "faint")


def _describe(grid: Grid, mark: _Mark, words: tuple[str, str], name: tuple[str, str]) -> None:
    """Write words beside a sign, or a line above or below it, and a name below or after them.

    The second words are shorter, for where the first do not fit.
    """
    lines = mark.line, mark.line - 1, mark.line + 1
    for text, line in product(words, lines):
        if _write(grid, line, mark.column, text, "words"):
            below = line + 1
            if fitting := _fitting(grid, below, mark.column, name[0]):
                _write(grid, below, mark.column, fitting, name[1])
            else:
                _write(grid, line, mark.column + len(text) + 1, name[0], name[1])
            return


def _fitting(grid: Grid, line: int, column: int, name: str) -> str:
    """Return a name, cut if fewer cells are free; empty if only a few are."""
    if line >= len(grid):
        return ""
    cells = grid[line][column + 1 :]
    free = next((at for at, (cell, _) in enumerate(cells) if cell not in " ·"), len(cells)) - 2
    return name if len(name) <= free else f"{name[: free - 1]}…" if free >= _SHORTEST else ""


def _write(grid: Grid, line: int, column: int, text: str, style: str) -> bool:
    """Write a text right of a column; return False if the cells are not free."""
    start = column + 2
    end = start + len(text)
    if not 0 <= line < len(grid) or end >= len(grid[0]) or width_in_cells(text) != len(text):
        return False
    cells = grid[line]
    if not all(cell in " ·" for cell, _ in cells[column + 1 : end + 1]):
        return False
    cells[column + 1 : end + 1] = [
        (" ", "faint"),
        *((letter, style) for letter in text),
        (" ", "faint"),
    ]
    return True


def _days(
    statements: Sequence[Told], columns: dict[tuple[int, int], int], width: int
) -> list[Line]:
    """Return the days over their columns, and below them how many days lie between, if any do."""
    days, gaps = ([(" ", "faint")] * width for _ in range(2))
    free = 0
    before: Told | None = None
    for told in statements:
        if before is not None and told.date == before.date:
            continue
        column = columns[told.place]
        day = short_date(told.date, "reported") if told.date else "not stated"
        if column >= free and column + len(day) <= width:
            days[column : column + len(day)] = [(letter, "muted") for letter in day]
            free = column + len(day) + 2
        gap = 0 if before is None else told.said.first - before.said.last
        words = f"┆ {gap:,.0f} days later"
        if 1 < gap < float("inf") and column + len(words) < width:
            gaps[column : column + len(words)] = [(letter, "faint") for letter in words]
        before = told
    return [_line(cells) for cells in (days, gaps) if any(cell != " " for cell, _ in cells)]


def _line(cells: Sequence[tuple[str, str]]) -> Line:
    runs = groupby(cells, key=lambda cell: cell[1])
    return tuple(Span("".join(text for text, _ in run), style) for style, run in runs)
