"""The rows of a track: two for each statement, below the headings of the sections."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.ui.rows.row_model import LazySequence, Row, Stop

if TYPE_CHECKING:  # loaded with the first track
    from kursk_tui.tracking.track import Row as Statement

ABOUT = "about"
"""The key of the second row of a statement; its part is the number of the statement."""


class TrackSection(NamedTuple):
    """The rows above the statements of a section, and those statements."""

    above: Sequence[Row]
    statements: Sequence["Statement"]


class TrackRows:
    """A row model that creates each row when it is asked for, as a track may be long."""

    def __init__(self, sections: Sequence[TrackSection]) -> None:
        self._sections = sections
        self._tops: list[int] = []
        """The index of the first row of each section, and the number of its first statement."""
        self._firsts: list[int] = []
        self._length = self._count = 0
        for section in sections:
            self._tops.append(self._length)
            self._firsts.append(self._count)
            self._length += len(section.above) + 2 * len(section.statements)
            self._count += len(section.statements)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return LazySequence(self._length, self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """The statements."""
        return LazySequence(self._count, self._stop)

    def statement(self, number: int) -> "Statement":
        """Return a statement by its number among all of them."""
        at = bisect_right(self._firsts, number) - 1
        return self._sections[at].statements[number - self._firsts[at]]

    def _row(self, row: int) -> Row:
        at = bisect_right(self._tops, row) - 1
        above = self._sections[at].above
        place = row - self._tops[at]
        if place < len(above):
            return above[place]
        number, line = divmod(place - len(above), 2)
        if line:
            return Row(None, self._firsts[at] + number, ABOUT)
        told = self._sections[at].statements[number].told
        return Row(told.claim, told.part)

    def _stop(self, number: int) -> Stop:
        at = bisect_right(self._firsts, number) - 1
        section = self._sections[at]
        first = self._tops[at] + len(section.above) + 2 * (number - self._firsts[at])
        return Stop(self.statement(number).told.claim, first, first + 1)

    @cached_property
    def _of_claim(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = {}
        statements = (one for section in self._sections for one in section.statements)
        for number, one in enumerate(statements):
            found.setdefault(one.told.claim, []).append(number)
        return found

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the numbers of the statements of a claim."""
        return self._of_claim.get(claim, ())

    def stop_at(self, row: int) -> int | None:
        """Return the number of the statement at a row, or None above those of a section."""
        if not 0 <= row < self._length:
            return None
        at = bisect_right(self._tops, row) - 1
        place = row - self._tops[at] - len(self._sections[at].above)
        return None if place < 0 else self._firsts[at] + place // 2
