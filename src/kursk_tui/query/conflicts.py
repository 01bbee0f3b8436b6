"""Conflicts: figures that count the same, or may do so, and that cannot all be right."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from math import inf
from typing import NamedTuple

from kursk_tui.model import Briefing, Figure
from kursk_tui.progress import track
from kursk_tui.query.contradictions import find_contradicted, find_rivals, may_contradict
from kursk_tui.query.counts import Comparison, Count, comparable, count_of
from kursk_tui.query.reach import reach_of
from kursk_tui.query.rivals import Who
from kursk_tui.query.statement import Origin, Statement

Place = tuple[int, int]
"""The claim and the part of a statement."""

_FEW = 50
"""Among at most so many statements, each is shown with all its rivals, otherwise with one."""


def place_of(statement: Statement) -> Place:
    """Return the claim and the part of a statement."""
    return statement.claim, statement.part


class Side(NamedTuple):
    """A statement in a conflict; `rivals` are the statements that it may contradict.

    The closest one is first. Among many statements, there is only one, an example. In a certain
    conflict, all sides count the same, and there are no rivals.
    """

    statement: Statement
    rivals: tuple[Statement, ...] = ()
    by_example: bool = False

    def compared_with(self, rival: Statement) -> Comparison:
        """Return the comparison with a rival."""
        return comparable(self.statement.counted, rival.counted)


class Conflict(NamedTuple):
    """Statements of one measure that contradict each other, or may; grouped by origin.

    In a certain conflict, all count the same, and each contradicts at least one other.
    """

    certain: bool
    sides: Sequence[Side]

    @property
    def figure(self) -> Figure:
        """The figure of the first side."""
        return self.sides[0].statement.figure

    @property
    def statements(self) -> Iterator[Statement]:
        """The statements of the sides."""
        return (side.statement for side in self.sides)


class Contested(NamedTuple):
    """The claims that other origins certainly contradict, and the others that they may.

    `figures` are the claims and parts of those that they contradict, or may contradict.
    """

    certainly: frozenset[int]
    perhaps: frozenset[int]
    figures: frozenset[tuple[int, int]]


def find_conflicts(briefing: Briefing) -> tuple[Conflict, ...]:
    """Return the conflicts of a briefing: first the certain ones, in the order of the file."""
    return conflicts_among(statements_of(briefing))


def statements_of(briefing: Briefing) -> list[Statement]:
    """Return the figures that can be compared: with a number, and asserted or denied."""
    dates = {document.id: document.date or briefing.date for document in briefing.documents}
    found: list[Statement] = []
    for number, claim in enumerate(track("comparing figures", briefing.claims)):
        origin = next(iter(claim.attribution.chain), None)
        for part, stated in enumerate(claim.figures):
            figure = _denied(stated) if claim.attribution.stance == "denies" else stated
            if (
                figure.modality in ("asserted", "denied")
                and figure.qualifier != "magnitude"
                and figure.values
            ):
                counted = count_of(figure, claim.when, dates[claim.document])
                found.append(Statement(number, part, origin, figure, counted, reach_of(figure)))
    return found


def _denied(figure: Figure) -> Figure:
    """Return a figure of a claim that its source denies, with that as its own modality."""
    return replace(figure, modality="denied") if figure.modality == "asserted" else figure


def restricted(conflicts: Iterable[Conflict], flags: bytes) -> tuple[Conflict, ...]:
    """Return the conflicts among the claims whose flags are 1."""
    shown = {
        (one.claim, one.part): one
        for conflict in conflicts
        for one in conflict.statements
        if flags[one.claim]
    }
    return conflicts_among(shown[place] for place in sorted(shown))


def conflicts_among(statements: Iterable[Statement]) -> tuple[Conflict, ...]:
    """Return the conflicts among some statements."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        groups[one.counted.measure].append(one)
    found = list(chain.from_iterable(map(_conflicts, groups.values())))
    return tuple(sorted(found, key=lambda one: not one.certain))


def find_contested(conflicts: Iterable[Conflict]) -> Contested:
    """Return the claims that other origins contradict, or may contradict.

    Where an origin is not stated, it may be the same.
    """
    certainly: set[int] = set()
    figures: set[Place] = set()
    for conflict in conflicts:
        statements = [side.statement for side in conflict.sides]
        if conflict.certain:
            known = [one for one in statements if one.origin is not None]
            certainly.update(known[at].claim for at in find_contradicted(known, _who))
            statements = [statements[at] for at in find_contradicted(statements, _who)]
        figures.update(map(place_of, statements))
    perhaps = frozenset(claim for claim, _ in figures) - certainly
    return Contested(frozenset(certainly), perhaps, frozenset(figures))


def _conflicts(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """Yield the conflicts among the statements of one measure."""
    certain: set[int] = set()
    for group in same_counts(statements):
        same = [statements[at] for at in group]
        found = sorted(find_contradicted(same, lambda one: one.claim))
        if found:
            certain.update(group[at] for at in found)
            yield Conflict(True, _by_origin(Side(same[at]) for at in found))
    settled = {place_of(statements[at]) for at in certain}
    for sides in _apart(_possible_sides(statements, certain)):
        few = len(sides) <= _FEW
        yield Conflict(False, _by_origin(_with_closest(sides, settled) if few else sides))


def same_counts(statements: Sequence[Statement]) -> Iterator[list[int]]:
    """Yield the positions of statements that certainly count the same."""
    groups: dict[Count, list[int]] = defaultdict(list)
    for at, one in enumerate(statements):
        if one.counted.is_exact:
            groups[one.counted].append(at)
    return (group for group in groups.values() if len(group) > 1)


def _possible_sides(statements: Sequence[Statement], certain: set[int]) -> list[Side]:
    """Return the statements that others may contradict, but where both are in certain conflicts."""
    everything = range(len(statements))
    found = find_rivals(statements, everything, everything)
    new = [at for at in found if at not in certain]
    old = [at for at in found if at in certain]
    found = {at: found[at] for at in new} | find_rivals(statements, old, new)
    return [Side(statements[at], (statements[found[at]],), by_example=True) for at in found]


def _apart(sides: Sequence[Side]) -> Iterator[list[Side]]:
    """Yield the sides in groups whose periods do not touch, each with its rival.

    Statements of any period do not join the groups of others: they are shown in each.
    """
    groups = _groups_by_period(side.statement for side in sides)
    found: dict[int, dict[Place, Side]] = defaultdict(dict)
    for side in sides:
        one, (rival,) = side.statement, side.rivals
        group = found[groups.get(place_of(one), groups.get(place_of(rival), _ANY_PERIOD))]
        group[place_of(one)] = side
        group.setdefault(place_of(rival), Side(rival, (one,), by_example=True))
    if found and len(set(groups.values())) < 2:
        found = {0: {place: side for group in found.values() for place, side in group.items()}}
    return (list(found[number].values()) for number in sorted(found))


_ANY_PERIOD = 2**62
"""The number of the group of statements that may be of any period; it is the last."""


def _groups_by_period(statements: Iterable[Statement]) -> dict[Place, int]:
    """Return the number of the group of each statement that is not of any period."""
    found: dict[Place, int] = {}
    number, until = 0, -inf
    limited = (one for one in statements if not one.counted.period.is_any)
    for one in sorted(limited, key=lambda one: one.counted.period.start_min):
        period = one.counted.period
        number += bool(found) and period.start_min > until
        found[place_of(one)] = number
        until = max(until, period.end_max)
    return found


def _with_closest(sides: Iterable[Side], settled: Collection[Place]) -> Iterator[Side]:
    """Yield the sides, each with all its rivals: first the one that leaves the fewest doubts.

    Statements that are both settled, as they are in certain conflicts, are no rivals.
    """
    statements = [side.statement for side in sides]
    for one in statements:
        here = place_of(one) in settled
        rivals = (
            other
            for other in statements
            if may_contradict(one, other) and not (here and place_of(other) in settled)
        )
        in_order = sorted(rivals, key=lambda other: (_doubts(one, other), place_of(other)))
        yield Side(one, tuple(in_order))


def _doubts(one: Statement, other: Statement) -> int:
    return len(comparable(one.counted, other.counted).reasons)


def _by_origin(sides: Iterable[Side]) -> list[Side]:
    """Return sides in the order of their origins; those without an origin are last."""
    groups: dict[Origin, list[Side]] = defaultdict(list)
    for side in sorted(sides, key=lambda side: place_of(side.statement)):
        groups[side.statement.origin].append(side)
    unknown = groups.pop(None, [])
    return [*chain.from_iterable(groups.values()), *unknown]


def _who(statement: Statement) -> Who:
    return statement.who
