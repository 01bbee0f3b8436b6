"""A track: all statements about a count, in the order in which they were said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from kursk_tui.counting import floors
from kursk_tui.counting.answers import Answer, least
from kursk_tui.counting.comparison import Comparison, compare
from kursk_tui.counting.counts import Count, Order
from kursk_tui.counting.floors import Bounds
from kursk_tui.counting.successions import Succession, succession
from kursk_tui.tracking.statements import Place, Told, in_order

Section = Literal["asked", "part", "perhaps", "around"]
"""Whether a statement counts what is asked, a part of it, perhaps that, or more than that.

Which categories of casualties a statement counts may be open where it counts what is asked.
"""

SECTIONS: tuple[Section, ...] = ("asked", "part", "perhaps", "around")


class Rival(NamedTuple):
    """A statement of another origin that contradicts one, or may."""

    told: Told
    comparison: Comparison


class Row(NamedTuple):
    """A statement in a track, with what it says about those before it.

    `is_within` is whether it counts what is asked, or a part of it.
    `before` is the last statement of the same origin, and `step` is what this one does to it.
    `rivals` are the statements of other origins that contradict it, or may: first the certain ones,
    then those that are nearest in time. `relays` are later prints of the same statement.
    """

    told: Told
    section: Section
    is_within: Answer
    before: Told | None
    step: Succession | None
    rivals: Sequence[Rival]
    is_first: bool


@dataclass(frozen=True)
class Track:
    """The statements about a count."""

    asked: Count
    rows: Sequence[Row]
    order: Order

    def of(self, section: Section) -> list[Row]:
        """Return the rows of a section, in the order in which they were said."""
        return [row for row in self.rows if row.section == section]

    @cached_property
    def floor(self) -> Bounds:
        """The lower bounds that the statements establish, highest first, by origin."""
        return floors.floor(self.asked, self._standing, self.order)

    @cached_property
    def ceiling(self) -> Bounds:
        """The upper bounds that the statements establish, lowest first, by origin."""
        return floors.ceiling(self.asked, self._standing, self.order)

    @property
    def _standing(self) -> list[floors.Told]:
        """Return the statements that no later one of their origin corrects."""
        corrected = {
            row.before.place
            for row in self.rows
            if row.before is not None and row.step is not None and _replaces(row.step)
        }
        return [
            floors.Told(row.told.statement, row.told.who, row.told.is_sure)
            for row in self.rows
            if row.told.place not in corrected and row.told.relays is None
        ]


def question_about(told: Told) -> Count:
    """Return the count that a statement asks about: at any time, in any event."""
    return told.statement.count._replace(period=None, event=None)


def track_of(asked: Count, told: Iterable[Told], order: Order) -> Track:
    """Return the track of a count among some statements."""
    placed = [(one, _section(one.statement.count, asked, order)) for one in told]
    sections: Mapping[Place, tuple[Section, Answer]] = {
        one.place: found for one, found in placed if found is not None
    }
    statements = in_order([one for one, found in placed if found is not None])
    before = _before(statements, order)
    rows = [
        Row(
            one,
            *sections[one.place],
            *before.get(one.place, (None, None)),
            rivals=_rivals(one, statements, order),
            is_first=one.place not in before,
        )
        for one in statements
    ]
    return Track(asked, rows, order)


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


def _before(
    statements: Sequence[Told], order: Order
) -> dict[Place, tuple[Told | None, Succession | None]]:
    """Return for each statement the last one of its origin that it says something about."""
    found: dict[Place, tuple[Told | None, Succession | None]] = {}
    by_origin: dict[str, list[Told]] = defaultdict(list)
    for one in statements:
        if one.origin is None:
            continue
        for earlier in reversed(by_origin[one.origin]):
            step = succession(earlier.statement, one.statement, (earlier.said, one.said), order)
            if step is not None and earlier.claim != one.claim:
                found[one.place] = earlier, step
                break
        if one.relays is None:  # an origin's next statement follows its own, and not a relay's
            by_origin[one.origin].append(one)
    return found


def _rivals(one: Told, statements: Sequence[Told], order: Order) -> list[Rival]:
    found: list[Rival] = []
    for other in statements:
        if other.who == one.who:
            continue
        comparison = compare(one.statement, other.statement, order)
        if comparison.relation in ("contradicts", "may contradict"):
            found.append(Rival(other, comparison))

    def nearness(rival: Rival) -> tuple[bool, float, float]:
        needed = rival.comparison.needed
        return (
            rival.comparison.relation != "contradicts",
            abs(rival.told.said.last - one.said.last),
            -needed.ratio if needed is not None else 0.0,
        )

    return sorted(found, key=nearness)


def _replaces(step: Succession) -> bool:
    return step.step in ("correction", "went down")
