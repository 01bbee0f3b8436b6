"""A track: all statements about a count, in the order in which they were said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from math import isfinite
from typing import Literal, NamedTuple

from kursk_tui.counting import floors
from kursk_tui.counting.answers import Answer, least
from kursk_tui.counting.comparison import Comparison, compare, may_differ
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.floors import Bounds
from kursk_tui.counting.periods import so_far
from kursk_tui.counting.successions import Succession, succession
from kursk_tui.tracking.endings import Ending
from kursk_tui.tracking.statements import Place, Told

Section = Literal["asked", "part", "perhaps", "around", "projected"]
"""Whether a statement counts what is asked, a part of it, perhaps that, or more than that.

A projected figure is in a section of its own. Which categories of casualties a statement counts
may be open where it counts what is asked.
"""

SECTIONS: tuple[Section, ...] = ("asked", "part", "perhaps", "around", "projected")


class Rival(NamedTuple):
    """A statement of another origin that contradicts one, or may."""

    told: Told
    comparison: Comparison


def rivals_among(one: Told, others: Iterable[Told], order: Order) -> Iterator[Rival]:
    """Yield the statements, among those of other origins, that contradict one, or may."""
    for other in others:
        if may_differ(one.statement, other.statement):
            comparison = compare(one.statement, other.statement, order)
            if comparison.relation in ("contradicts", "may contradict"):
                yield Rival(other, comparison)


def nearness(one: Told, rival: Rival) -> tuple[bool, float, float]:
    """Return the order of rivals: certain ones first, then those near in time, then by reach."""
    needed = rival.comparison.needed
    return (
        rival.comparison.relation != "contradicts",
        abs(rival.told.said.last - one.said.last),
        -needed.ratio if needed is not None else 0.0,
    )


class Row(NamedTuple):
    """A statement in a track; `is_within` is whether it counts what is asked, or a part of it."""

    told: Told
    section: Section
    is_within: Answer


class Beside(NamedTuple):
    """What a statement says about others.

    `before` is the last statement of the same origin, and `step` is what this one does to it.
    `rivals` are statements of other origins that contradict it, or may: first the certain ones,
    then those that are nearest in time. `ended` is why it no longer stands.
    """

    before: Told | None
    step: Succession | None
    rivals: Sequence[Rival]
    ended: Ending | None = None


_SEARCHED = 200
"""The most statements before a statement, and after it, that it is compared with."""


@dataclass(frozen=True)
class Track:
    """The statements about a count, in the order in which they were said.

    What a statement says about others is found when it is asked for, as a track may be long.
    `ended` are the statements that no longer stand, as a document states, and `denied` those that
    another origin denies, with the denials. `projected` figures bound nothing.
    """

    asked: Count
    rows: Sequence[Row]
    order: Order
    ended: Mapping[Place, Ending]
    denied: Mapping[Place, Sequence[Told]] = field(default_factory=dict)
    projected: Sequence[Row] = ()

    def of(self, section: Section) -> list[Row]:
        """Return the rows of a section, in the order in which they were said."""
        rows = self.projected if section == "projected" else self.rows
        return [row for row in rows if row.section == section]

    @cached_property
    def floor(self) -> Bounds:
        """The lower bounds that the statements establish, highest first, by origin."""
        return floors.floor(self.asked, self._standing, self.order)

    @cached_property
    def ceiling(self) -> Bounds:
        """The upper bounds that the statements establish, lowest first, by origin."""
        return floors.ceiling(self._bounded, self._standing, self.order)

    @property
    def _bounded(self) -> Count:
        """What a ceiling bounds: the total so far, if the question leaves its period open."""
        if self.asked.period is not None:
            return self.asked
        periods = (row.told.statement.count.period for row in self.rows)
        ends = [one.end_max for one in periods if one is not None and isfinite(one.end_max)]
        return self.asked._replace(period=so_far(max(ends))) if ends else self.asked

    @cached_property
    def _standing(self) -> list[floors.AttributedStatement]:
        """The statements that stand; those that a later one perhaps corrects are not sure."""
        corrected = set(self._corrected())
        return [
            floors.AttributedStatement(
                told.statement, told.rests_on, told.is_sure and told.place not in corrected
            )
            for told in (row.told for row in self.rows)
            if told.place not in self.ended and told.relays is None
        ]

    def _corrected(self) -> Iterator[Place]:
        for told in (row.told for row in self.rows):
            for earlier in self._earlier(told):
                if _may_replace(earlier, told):
                    step = self._step(earlier, told)
                    if step is not None and step.step in ("correction", "went down"):
                        yield earlier.place

    def beside(self, row: Row) -> Beside:
        """Return what a statement says about others."""
        if row.section == "projected":
            return Beside(None, None, ())
        before, step = self._before(row.told)
        return Beside(before, step, self._rivals(row.told), self.ended.get(row.told.place))

    @cached_property
    def _by_origin(self) -> dict[str, list[Told]]:
        found: dict[str, list[Told]] = defaultdict(list)
        for row in self.rows:
            for origin in row.told.origins:
                found[origin].append(row.told)
        return found

    @cached_property
    def _places(self) -> dict[tuple[str, Place], int]:
        """The place of each statement among those of each of its origins."""
        return {
            (origin, told.place): number
            for origin, statements in self._by_origin.items()
            for number, told in enumerate(statements)
        }

    @cached_property
    def _numbers(self) -> dict[Place, int]:
        return {row.told.place: number for number, row in enumerate(self.rows)}

    def _earlier(self, told: Told) -> Iterator[Told]:
        """Yield the statements of the same origin that were said before, the last one first."""
        for origin in told.origins:
            statements, here = self._by_origin[origin], self._places[origin, told.place]
            earlier = (statements[at] for at in range(here - 1, -1, -1))
            # An origin's next statement follows its own, and not one that relays it.
            own = (one for one in earlier if one.claim != told.claim and one.relays is None)
            yield from islice(own, _SEARCHED)

    def _step(self, earlier: Told, later: Told) -> Succession | None:
        said = earlier.said, later.said
        return succession(earlier.statement, later.statement, said, self.order)

    def _before(self, told: Told) -> tuple[Told | None, Succession | None]:
        for earlier in self._earlier(told):
            if (step := self._step(earlier, told)) is not None:
                return earlier, step
        return None, None

    def _rivals(self, told: Told) -> list[Rival]:
        here = self._numbers[told.place]
        near = self.rows[max(0, here - _SEARCHED) : here + _SEARCHED + 1]
        mine = told.all_who
        others = (row.told for row in near if mine.isdisjoint(row.told.all_who))
        found = rivals_among(told, others, self.order)
        return sorted(found, key=lambda rival: nearness(told, rival))


def question_about(told: Told) -> Count:
    """Return the count that a statement asks about: at any time, in any event."""
    return told.statement.count._replace(period=None, event=None)


def track_of(
    asked: Count, told: Iterable[Told], order: Order, ended: Mapping[Place, Ending]
) -> Track:
    """Return the track of a count among statements in the order in which they were said.

    `ended` are the statements that no longer stand.
    """
    sections: dict[Count, tuple[Section, Answer] | None] = {}
    rows: list[Row] = []
    for one in told:
        count = one.statement.count
        key = count if asked.period is not None else count._replace(period=None)
        if key not in sections:
            sections[key] = _section(key, asked, order)
        if (found := sections[key]) is not None:
            rows.append(Row(one, *found))
    return Track(asked, rows, order, ended)


def _section(count: Count, asked: Count, order: Order) -> tuple[Section, Answer] | None:
    parts = order.parts_asked(count, asked)
    answer = least(parts)
    if answer == "no":
        around = order.answers(asked, count._replace(period=None, event=None)) != "no"
        return ("around", answer) if around else None
    if least(parts[1:]) == "maybe":
        return "perhaps", answer
    is_part = count.categories.all < asked.categories.all
    return "part" if is_part else "asked", answer


def _may_replace(earlier: Told, later: Told) -> bool:
    """Return whether a later statement can correct an earlier one: with other numbers of its count.

    It saves the comparison of most statements.
    """
    one, other = earlier.statement, later.statement
    if one.count.categories != other.count.categories or one.says_the_same_as(other):
        return False
    lower, upper = one.interval.lower, other.interval.upper
    is_lower = lower is not None and upper is not None and lower > upper
    return is_lower or (one.count.period is not None and one.count.period == other.count.period)
