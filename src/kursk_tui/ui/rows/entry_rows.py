"""A row model that creates each row when it is asked for, as there may be very many."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from kursk_tui.ui.rows.row_model import NO_ROWS, FixedRows, LazySequence, Row, Stop

T = TypeVar("T")


class Section(NamedTuple, Generic[T]):
    """The rows above some entries, the entries, and the number of rows of each."""

    above: Sequence[Row]
    entries: Sequence[T]
    lines: int


class _Starts(NamedTuple):
    """The first row of each section, the number of its first entry, and how many there are."""

    rows: Sequence[int]
    entries: Sequence[int]
    row_count: int
    entry_count: int


@dataclass(frozen=True, eq=False)
class EntryRows(Generic[T]):
    """Rows of entries in sections; each entry is a stop.

    `rows_of` returns the rows of an entry from its number among all, and `claim_of` its claim.
    `below` are further rows, whose stops count from their own first row.
    """

    sections: Sequence[Section[T]]
    rows_of: Callable[[int, T], Sequence[Row]]
    claim_of: Callable[[T], int]
    below: FixedRows = NO_ROWS

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return LazySequence(self._starts.row_count + len(self.below.rows), self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the cursor: the entries, and the stops below them."""
        return LazySequence(self._starts.entry_count + len(self.below.stops), self._stop)

    def entry(self, number: int) -> T:
        """Return an entry by its number among all of them."""
        at = bisect_right(self._starts.entries, number) - 1
        return self.sections[at].entries[number - self._starts.entries[at]]

    @cached_property
    def _starts(self) -> _Starts:
        rows, entries, row_count, entry_count = [], [], 0, 0
        for section in self.sections:
            rows.append(row_count)
            entries.append(entry_count)
            row_count += len(section.above) + section.lines * len(section.entries)
            entry_count += len(section.entries)
        return _Starts(rows, entries, row_count, entry_count)

    def _row(self, row: int) -> Row:
        if row >= self._starts.row_count:
            return self.below.rows[row - self._starts.row_count]
        at = bisect_right(self._starts.rows, row) - 1
        section = self.sections[at]
        place = row - self._starts.rows[at] - len(section.above)
        if place < 0:
            return section.above[place]
        number, line = divmod(place, section.lines)
        return self.rows_of(self._starts.entries[at] + number, section.entries[number])[line]

    def _stop(self, number: int) -> Stop:
        if number >= self._starts.entry_count:
            stop, top = self.below.stops[number - self._starts.entry_count], self._starts.row_count
            return stop._replace(first=top + stop.first, last=top + stop.last)
        at = bisect_right(self._starts.entries, number) - 1
        section, place = self.sections[at], number - self._starts.entries[at]
        first = self._starts.rows[at] + len(section.above) + section.lines * place
        return Stop(self.claim_of(section.entries[place]), first, first + section.lines - 1)

    @cached_property
    def _claims(self) -> list[int]:
        return [self.claim_of(entry) for section in self.sections for entry in section.entries]

    @cached_property
    def _found(self) -> dict[int, list[int]]:
        return {}

    def _of_claim(self, claim: int) -> list[int]:
        """Return the numbers of the entries of a claim: few are asked for, so each is searched."""
        if claim not in self._found:
            places: list[int] = []
            with suppress(ValueError):
                while True:
                    start = places[-1] + 1 if places else 0
                    places.append(self._claims.index(claim, start))
            self._found[claim] = places
        return self._found[claim]

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the indexes of the stops that represent a claim, in ascending order."""
        below = (self._starts.entry_count + at for at in self.below.stops_of(claim))
        return [*self._of_claim(claim), *below]

    def stop_at(self, row: int) -> int | None:
        """Return the index of the stop at a row, or None above the entries of a section."""
        starts = self._starts
        if row >= starts.row_count:
            found = self.below.stop_at(row - starts.row_count)
            return None if found is None else starts.entry_count + found
        at = bisect_right(starts.rows, row) - 1
        if at < 0:
            return None
        place = row - starts.rows[at] - len(self.sections[at].above)
        return None if place < 0 else starts.entries[at] + place // self.sections[at].lines
