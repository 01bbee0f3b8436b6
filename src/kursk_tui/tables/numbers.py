"""The numbers of a row as figures: a best value with the bounds that the table gives."""

import re
from typing import NamedTuple

from kursk_tui.tables.profile import FigureProfile
from kursk_tui.tables.reading import Header, cell_at, value_at
from kursk_tui.tables.scanner import Cell, Row
from kursk_tui.text.messages import shortened
from kursk_tui.vocabulary import Qualifier

_NUMBER = re.compile(r"(\d{1,16})(?:\.0+)?")
_MOST = 10**15
_SHOWN = 20


class NotANumberError(ValueError):
    """A cell is not a whole number of people or things; `cell` is the cell."""

    def __init__(self, cell: Cell) -> None:
        self.cell = cell
        shown = shortened(cell.value.strip(), _SHOWN)
        super().__init__(f"“{shown}” is not a whole number, so no figure is made of it")


class Range(NamedTuple):
    """What the cells of a number establish.

    `contradiction` says why bounds are left out: they contradict the best value, or there is only
    one, which no qualifier can carry with a best value.
    """

    qualifier: Qualifier
    values: tuple[int, ...]
    best: int | None
    cells: tuple[Cell, ...]
    contradiction: str = ""


class Number:
    """Reads the number of a figure from the columns that a profile names."""

    def __init__(self, profile: FigureProfile, header: Header) -> None:
        self._best = header.need(profile.best, f"the number {profile.measure}")
        self._low = header.find(profile.low)
        self._high = header.find(profile.high)
        derived = profile.derived
        self._derived = header.find(derived.column) if derived else None
        self._pattern = re.compile(derived.pattern) if derived else None

    def is_derived(self, row: Row) -> bool:
        """Return whether the number of a row follows from others, as the profile recognizes it."""
        value = value_at(row, self._derived)
        return self._pattern is not None and self._pattern.search(value) is not None

    def range_of(self, row: Row) -> Range | None:
        """Return the number of a row; None if its cells are empty. Raises NotANumberError."""
        cells = [cell_at(row, at) for at in (self._low, self._best, self._high)]
        low, best, high = (_value(cell) for cell in cells)
        given = tuple(cell for cell in cells if cell is not None and cell.value.strip())
        if best is None:
            return _bounds(low, high, given)
        best_cell = (row.cells[self._best],)
        if low is None and high is None:
            return Range("exactly", (best,), None, best_cell)
        if wrong := _contradiction(low, best, high):
            return Range("exactly", (best,), None, best_cell, wrong)
        if low == best == high:
            return Range("exactly", (best,), None, best_cell)
        if low is not None and high is not None:
            return Range("between", (low, high), best, given)
        only = f"low {low:,}" if low is not None else f"high {high:,}"
        return Range("about", (best,), None, best_cell, f"{only} has no other bound beside it")


def _value(cell: Cell | None) -> int | None:
    if cell is None or not cell.value.strip():
        return None
    found = _NUMBER.fullmatch(cell.value.strip())
    if found is None or not found[1].isascii() or int(found[1]) > _MOST:
        raise NotANumberError(cell)
    return int(found[1])


def _bounds(low: int | None, high: int | None, cells: tuple[Cell, ...]) -> Range | None:
    if low is not None and high is not None:
        if low > high:
            return Range("no number", (), None, cells, f"low {low:,} is greater than high {high:,}")
        return Range("between", (low, high), None, cells)
    if low is not None:
        return Range("at least", (low,), None, cells)
    return Range("at most", (high,), None, cells) if high is not None else None


def _contradiction(low: int | None, best: int, high: int | None) -> str:
    wrong = []
    if low is not None and high is not None and low > high:
        wrong.append(f"low {low:,} is greater than high {high:,}")
    if low is not None and low > best:
        wrong.append(f"low {low:,} is greater than best {best:,}")
    if high is not None and best > high:
        wrong.append(f"best {best:,} is greater than high {high:,}")
    return ", ".join(wrong)
