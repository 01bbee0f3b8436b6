"""The track of one statement among those near it, which is fast in a library of any size."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from kursk_tui.tracking.neighbours import Neighbours
from kursk_tui.tracking.questions import Questions
from kursk_tui.tracking.statements import Place, Told, in_order
from kursk_tui.tracking.track import Row, Track

_EARLIER = 50
"""The most statements of an origin before a statement that are near it."""


@dataclass(frozen=True, eq=False)
class Vicinity:
    """Finds the statements that one statement is compared with."""

    questions: Questions

    def prepare(self) -> None:
        """Compute what all statements have in common, so that the first is as fast as others."""
        if self.questions.told:
            self.track(self.questions.told[0].place)

    def track(self, place: Place) -> tuple[Track, Row] | None:
        """Return the track of a figure among the statements near it, and its row there."""
        one = self._by_place.get(place)
        if one is None:
            return None
        track = self.questions.about(place, in_order([*self._near(one)]))
        if track is None:
            return None
        row = next((row for row in track.rows if row.told.place == place), None)
        return None if row is None else (track, row)

    def _near(self, one: Told) -> Iterator[Told]:
        """Yield a statement, those of its origins before it, and those of others near in time."""
        found = {one.place: one}
        for origin in one.origins:
            earlier = reversed(self._by_origin[origin][: self._at[origin, one.place]])
            found |= {other.place: other for other in islice(earlier, _EARLIER)}
        found |= {other.place: other for other in self._neighbours.of(one)}
        if one.relays is not None and (relayed := self._by_place.get(one.relays)) is not None:
            found[relayed.place] = relayed
        yield from found.values()

    @cached_property
    def _by_place(self) -> Mapping[Place, Told]:
        return {one.place: one for one in self.questions.told}

    @cached_property
    def _by_origin(self) -> Mapping[str, Sequence[Told]]:
        found: dict[str, list[Told]] = defaultdict(list)
        for one in self.questions.told:
            for origin in one.origins:
                found[origin].append(one)
        return found

    @cached_property
    def _at(self) -> Mapping[tuple[str, Place], int]:
        """The place of each statement among those of each of its origins."""
        return {
            (origin, one.place): number
            for origin, told in self._by_origin.items()
            for number, one in enumerate(told)
        }

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self.questions.told)
