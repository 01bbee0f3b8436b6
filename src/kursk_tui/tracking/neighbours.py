"""The statements about the same that are nearest in time to a statement."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from kursk_tui.tracking.statements import Told

_NEAR = 60
"""The most statements before a statement, and after it, that are near; a library may be large."""


class _Line(NamedTuple):
    """The positions of the statements with a category among all, and their days."""

    places: Sequence[int]
    days: Sequence[float]


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Finds statements near others; `told` are in the order in which they were said."""

    told: Sequence[Told]

    def near(self, one: Told) -> Collection[int]:
        """Return the positions of statements that share a category with one, near in time."""
        found: dict[int, None] = {}
        for line in self._lines_of(one):
            first = bisect_left(line.days, one.begins) - _NEAR
            last = bisect_right(line.days, one.begins) + _NEAR
            found |= dict.fromkeys(line.places[max(0, first) : last])
        return found.keys()

    def of(self, one: Told) -> Iterator[Told]:
        """Yield the statements of `near` that are of other claims and other origins."""
        for other in map(self.told.__getitem__, self.near(one)):
            if other.claim != one.claim and other.who != one.who:
                yield other

    def before(self, at: int) -> Iterator[Told]:
        """Yield the statements that share a category with that at a position, the last first."""
        lines = self._lines_of(self.told[at])
        places = (_downwards(line.places, bisect_left(line.places, at)) for line in lines)
        yield from self._at(merge(*places, reverse=True))

    def after(self, at: int) -> Iterator[Told]:
        """Yield the statements that share a category with that at a position, the next first."""
        lines = self._lines_of(self.told[at])
        places = (_upwards(line.places, bisect_right(line.places, at)) for line in lines)
        yield from self._at(merge(*places))

    def _at(self, places: Iterable[int]) -> Iterator[Told]:
        return (self.told[place] for place, _ in groupby(places))

    def _lines_of(self, one: Told) -> Iterator[_Line]:
        for category in sorted(one.statement.count.categories.all):
            if category in self._lines:
                yield self._lines[category]

    @cached_property
    def _lines(self) -> Mapping[str, _Line]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self.told):
            for category in one.statement.count.categories.all:
                found[category].append(place)
        days = [one.begins for one in self.told]
        return {
            category: _Line(places, [days[place] for place in places])
            for category, places in found.items()
        }


def _downwards(places: Sequence[int], end: int) -> Iterator[int]:
    return (places[at] for at in range(end - 1, -1, -1))


def _upwards(places: Sequence[int], start: int) -> Iterator[int]:
    return (places[at] for at in range(start, len(places)))
