"""The statements about the same that are nearest in time to a statement."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kursk_tui.tracking.statements import Told

_NEAR = 60
"""The most statements before a statement, and after it, that are near; a library may be large."""


class _Line(NamedTuple):
    """The statements with a category, in the order in which they were said, and their days."""

    told: Sequence[Told]
    days: Sequence[float]


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Finds statements near others; `told` are in the order in which they were said."""

    told: Sequence[Told]

    def of(self, one: Told) -> Iterator[Told]:
        """Yield statements of other claims and origins that share a category, near in time."""
        found: dict[tuple[int, int], Told] = {}
        for line in self._lines_of(one):
            first = bisect_left(line.days, one.begins) - _NEAR
            last = bisect_right(line.days, one.begins) + _NEAR
            found |= {other.place: other for other in line.told[max(0, first) : last]}
        for other in found.values():
            if other.claim != one.claim and other.who != one.who:
                yield other

    def all_of(self, one: Told) -> Iterator[Told]:
        """Yield all statements that share a category with one, that one included."""
        for line in self._lines_of(one):
            yield from line.told

    def _lines_of(self, one: Told) -> Iterator[_Line]:
        for category in sorted(one.statement.count.categories.all):
            if category in self._lines:
                yield self._lines[category]

    @cached_property
    def _lines(self) -> Mapping[str, _Line]:
        found: dict[str, list[Told]] = defaultdict(list)
        for one in self.told:
            for category in one.statement.count.categories.all:
                found[category].append(one)
        return {
            category: _Line(told, [one.begins for one in told]) for category, told in found.items()
        }
