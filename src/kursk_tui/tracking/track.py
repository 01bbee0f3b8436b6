"""A track: all statements about a count, in the order in which they were said."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from math import isfinite
from typing import Literal, NamedTuple

from kursk_tui.counting import floors
from kursk_tui.counting.answers import Answer, least
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.floors import Bounds
from kursk_tui.counting.periods import so_far
from kursk_tui.counting.successions import Succession, succession
from kursk_tui.tracking.by_count import ByCount
from kursk_tui.tracking.denials import Denial
from kursk_tui.tracking.endings import Ending
from kursk_tui.tracking.rivals import SEARCHED, Rivals, RivalSearch
from kursk_tui.tracking.series import Dropped
from kursk_tui.tracking.statements import Place, Told
from kursk_tui.tracking.steps import is_open, last_step, steps_from

Section = Literal["asked", "part", "perhaps", "around", "projected"]
"""Whether a statement counts what is asked, a part of it, perhaps that, or more than that.

A projected figure is in a section of its own. Which categories of casualties a statement counts
may be open where it counts what is asked.
"""

SECTIONS: tuple[Section, ...] = ("asked", "part", "perhaps", "around", "projected")


class Row(NamedTuple):
    """A statement in a track; `is_within` is whether it counts what is asked, or a part of it."""

    told: Told
    section: Section
    is_within: Answer


class Beside(NamedTuple):
    """What a statement says about others.

    `before` is the last statement of the same origin, and `step` is what this one does to it.
    `rivals` are statements of other origins that contradict it, or may. `ended` is why it no longer
    stands.
    """

    before: Told | None = None
    step: Succession | None = None
    rivals: Rivals = Rivals()
    ended: Ending | None = None


@dataclass(frozen=True)
class Track:
    """The statements about a count, in the order in which they were said.

    They are those of `by_count` that count something of this kind. What a statement says about
    others is found when it is asked for, as a track may be long.
    `ended` are the statements that no longer stand, as a document states, and `denied` those that
    another origin denies, with the denials. `projected` figures bound nothing. `dropped` are those
    that the later editions of a series do not repeat, and `perhaps_ended` those that another
    edition perhaps replaces. `rival_order` is the order in which other origins are compared, if it
    is another one.
    """

    asked: Count
    rows: Sequence[Row]
    by_count: ByCount
    order: Order
    ended: Mapping[Place, Ending]
    denied: Mapping[Place, Sequence[Denial]] = field(default_factory=dict)
    projected: Sequence[Row] = ()
    dropped: Mapping[Place, Dropped] = field(default_factory=dict)
    perhaps_ended: Collection[Place] = ()
    rival_order: Order | None = None

    def of(self, section: Section) -> list[Row]:
        """Return the rows of a section, in the order in which they were said."""
        return self._sections.get(section, [])

    @cached_property
    def _sections(self) -> Mapping[Section, list[Row]]:
        found: dict[Section, list[Row]] = defaultdict(list)
        for row in (*self.rows, *self.projected):
            found[row.section].append(row)
        return found

    @cached_property
    def floor(self) -> Bounds:
        """The lower bounds that the statements establish, highest first, by origin."""
        within = ((row.told, row.is_within) for row in self.rows)
        return floors.floor(self._standing(within), self._is_corrected)

    @cached_property
    def ceiling(self) -> Bounds:
        """The upper bounds that the statements establish, lowest first, by origin.

        Unlike in a floor, a part that the question leaves open is not stated: an upper bound of a
        part of the time bounds no total.
        """
        containing = self.by_count.containing(self._bounded, self.order)
        return floors.ceiling(self._standing(containing), self._is_corrected)

    @property
    def _bounded(self) -> Count:
        """What a ceiling bounds: the total so far, if the question leaves its period open."""
        if self.asked.period is not None:
            return self.asked
        periods = (row.told.statement.count.period for row in self.rows)
        ends = [one.end_max for one in periods if one is not None and isfinite(one.end_max)]
        return self.asked._replace(period=so_far(max(ends))) if ends else self.asked

    def _standing(self, statements: Iterable[tuple[Told, Answer]]) -> Iterator[tuple[Told, Answer]]:
        for one, answer in statements:
            if one.relays is None and (not self.ended or one.place not in self.ended):
                yield one, answer

    def _is_corrected(self, told: Told) -> bool:
        if told.place in self.perhaps_ended:
            return True
        for later in self._later(told):
            if _may_replace(told, later):
                step = self._step(told, later)
                if step is not None and step.step in ("correction", "went down"):
                    return True
        return False

    def beside(self, row: Row) -> Beside:
        """Return what a statement says about others."""
        if row.section == "projected":
            return Beside()
        before, step = self._before(row.told)
        rivals = self._rivals.of(self._numbers[row.told.place])
        return Beside(before, step, rivals, self.ended.get(row.told.place))

    @cached_property
    def _rivals(self) -> RivalSearch:
        return RivalSearch(
            [row.told for row in self.rows], self.rival_order or self.order, self.ended
        )

    @cached_property
    def _own(self) -> Mapping[str, list[int]]:
        """The positions of the statements of each origin, without those that others relay."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            if row.told.relays is None:
                for origin in row.told.origins:
                    found[origin].append(number)
        return found

    @cached_property
    def _numbers(self) -> dict[Place, int]:
        return {row.told.place: number for number, row in enumerate(self.rows)}

    def _earlier(self, told: Told) -> Iterator[Told]:
        """Yield the statements of the same origin that were said before, the last one first."""
        for origin in told.origins:
            own = self._own.get(origin, ())
            here = bisect_left(own, self._numbers[told.place])
            yield from self._others(told, own, range(here - 1, -1, -1))

    def _later(self, told: Told) -> Iterator[Told]:
        """Yield the statements of the same origin that were said after one, the next one first."""
        for origin in told.origins:
            own = self._own.get(origin, ())
            here = bisect_right(own, self._numbers[told.place])
            yield from self._others(told, own, range(here, len(own)))

    def _others(self, told: Told, own: Sequence[int], places: Iterable[int]) -> Iterator[Told]:
        """Yield statements of other claims than that of a statement, as far as is searched."""
        found = (self.rows[own[place]].told for place in places)
        yield from islice((one for one in found if one.claim != told.claim), SEARCHED)

    def _step(self, earlier: Told, later: Told) -> Succession | None:
        said = earlier.said, later.said
        return succession(earlier.statement, later.statement, said, self.order)

    def _before(self, told: Told) -> tuple[Told | None, Succession | None]:
        return last_step(self._earlier(told), told, self.order) or (None, None)

    def is_surely_first(self, told: Told) -> bool:
        """Return whether no statement of the same origin that comes after may be an earlier one."""
        open_ones = (one for one in self._later(told) if is_open(one, told))
        return not any(steps_from(open_ones, told, self.order))


def question_about(told: Told) -> Count:
    """Return the count that a statement asks about: at any time, in any event."""
    return told.statement.count._replace(period=None, event=None)


def track_of(asked: Count, told: ByCount, order: Order, ended: Mapping[Place, Ending]) -> Track:
    """Return the track of a count among some statements; `ended` are those that do not stand."""
    found: list[tuple[Section, Answer] | None] = [None] * len(told.told)
    for count, periods in told.groups.items():
        at_any_time = asked.period is None and order.trusts_readings
        section = _section(count, asked, order) if at_any_time else None
        for period, positions in periods.items():
            if not at_any_time:
                section = _section(count._replace(period=period), asked, order)
            if section is not None:
                for at in positions:
                    found[at] = section
    rows = [Row(one, *where) for one, where in zip(told.told, found, strict=True) if where]
    return Track(asked, rows, told, order, ended)


def _section(count: Count, asked: Count, order: Order) -> tuple[Section, Answer] | None:
    parts = order.parts_asked(count, asked)
    answer = least(parts)
    if answer == "no":
        around = order.answers(asked, count._replace(period=None, event=None)) != "no"
        return ("around", answer) if around else None
    if least(parts.without_categories) == "maybe":
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
