"""The statements about the same that are nearest in time to a statement."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kursk_tui.tracking.statements import Told

_NEAR = 20
"""The most statements of one origin and count that are near, those of the same day included."""


class _Key(NamedTuple):
    origin: str | None
    categories: frozenset[str]
    population: str | None
    place: str | None
    event: str | None


class _Group(NamedTuple):
    told: Sequence[Told]
    days: Sequence[float]


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Finds statements near others; `told` are in the order in which they were said."""

    told: Sequence[Told]

    def of(self, one: Told) -> Iterator[Told]:
        """Yield statements of other origins that share a category: the nearest of each count.

        These are the last before a statement, those of its day, and the first after it.
        """
        for key in self._keys(one):
            if key.origin is not None and key.origin == one.origin:
                continue
            group = self._groups[key]
            first = bisect_left(group.days, one.said.last) - 1
            last = bisect_right(group.days, one.said.last) + 1
            near = group.told[max(0, first) : last][-_NEAR:]
            yield from (other for other in near if other.claim != one.claim)

    def all_of(self, one: Told) -> Iterator[Told]:
        """Yield all statements that share a category with one, that one included."""
        for key in self._keys(one):
            yield from self._groups[key].told

    def _keys(self, one: Told) -> dict[_Key, None]:
        categories = sorted(one.statement.count.categories.all)
        return {key: None for category in categories for key in self._with.get(category, ())}

    @cached_property
    def _groups(self) -> dict[_Key, _Group]:
        found: dict[_Key, list[Told]] = defaultdict(list)
        for one in self.told:
            found[_key(one)].append(one)
        return {key: _Group(told, [one.said.last for one in told]) for key, told in found.items()}

    @cached_property
    def _with(self) -> Mapping[str, list[_Key]]:
        """The groups with each category."""
        found: dict[str, list[_Key]] = defaultdict(list)
        for key in self._groups:
            for category in key.categories:
                found[category].append(key)
        return found


def _key(told: Told) -> _Key:
    count = told.statement.count
    return _Key(told.origin, count.categories.all, count.population, count.place, count.event)
