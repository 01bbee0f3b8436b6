"""Conflicts: figures that contradict each other, or may do so, in groups."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from math import inf
from typing import NamedTuple

from kursk_tui.counting.comparison import Relation
from kursk_tui.model import Figure
from kursk_tui.progress import report
from kursk_tui.query.contradictions import comparable, contradicting, perhaps_contradicting
from kursk_tui.query.groups import Block, RivalsOf, apart_by_days, blocks, components
from kursk_tui.query.opposition import Rival, doubts_about, reach_needed, relation, rival_of
from kursk_tui.query.statements import Compared
from kursk_tui.tracking.statements import Place, Told

_TASK, _REPORTED = "looking for conflicts", 1_000
"""What progress is reported of, and after how many statements: then the search can be cancelled."""

_FEW = 50
"""Among at most so many statements, each is shown with all its rivals, otherwise with one."""


class Side(NamedTuple):
    """A statement in a conflict; `opposing` are the positions of those that oppose it.

    The closest one is first. Among many statements, there is only one, an example. There are none
    in a conflict of statements that all count the same.
    """

    compared: Compared
    at: int
    certain: bool
    opposing: Sequence[int] = ()
    by_example: bool = False

    @property
    def statement(self) -> Told:
        """The statement."""
        return self.compared.statements[self.at]

    @property
    def rivals(self) -> Iterator[Rival]:
        """The statements that oppose it, and why."""
        return (rival_of(self.compared, self.at, other) for other in self.opposing)


class Conflict(NamedTuple):
    """Statements of different origins that contradict each other, or may; grouped by origin.

    Each opposes at least one other. `counts_one` is whether all certainly count the same, and
    `mixes` whether they have several measures, or several categories of one.
    """

    certain: bool
    sides: Sequence[Side]
    counts_one: bool
    mixes: bool

    @property
    def figure(self) -> Figure:
        """The figure of the first side."""
        return self.sides[0].statement.figure

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures of the figures."""
        return tuple(dict.fromkeys(one.figure.measure for one in self.statements))

    @property
    def statements(self) -> Iterator[Told]:
        """The statements of the sides."""
        return (side.statement for side in self.sides)


class Contested(NamedTuple):
    """The claims that other origins certainly contradict, and the others that they may.

    `figures` are the claims and parts of those that they contradict, or may contradict.
    `comparable` are those that are compared with one of another origin.
    """

    certainly: frozenset[int]
    perhaps: frozenset[int]
    figures: frozenset[Place]
    comparable: frozenset[Place]


def find_conflicts(compared: Compared) -> tuple[Conflict, ...]:
    """Return the conflicts among statements: first the certain ones, in the order of the file."""
    everything = range(len(compared.statements))
    certain = _gathered(contradicting(compared, everything, everything))
    settled = certain.keys()
    found = perhaps_contradicting(compared, everything, everything)
    possible = _gathered((edge for edge in found if edge[0] not in settled), 0.3)
    possible |= _gathered(perhaps_contradicting(compared, list(settled), list(possible)), 0.6)
    return (*_certain(compared, certain), *_possible(compared, possible, settled))


def restricted(
    conflicts: Iterable[Conflict], compared: Compared, flags: bytes
) -> tuple[Conflict, ...]:
    """Return the conflicts among the claims whose flags are 1."""
    shown = {one.place: one for found in conflicts for one in found.statements if flags[one.claim]}
    return find_conflicts(compared.only(shown[place] for place in sorted(shown)))


def find_contested(conflicts: Iterable[Conflict], compared: Compared) -> Contested:
    """Return the claims that other origins contradict, or may contradict.

    Where an origin is not stated, it may be the same.
    """
    sides = [(conflict.certain, side) for conflict in conflicts for side in conflict.sides]
    known = {side.at for certain, side in sides if certain and side.statement.origin is not None}
    found = contradicting(compared, known, known)
    certainly = frozenset(compared.statements[at].claim for at, _ in found)
    figures = frozenset(side.statement.place for _, side in sides)
    perhaps = frozenset(claim for claim, _ in figures) - certainly
    places = frozenset(compared.statements[at].place for at in comparable(compared))
    return Contested(certainly, perhaps, figures, places)


def _gathered(edges: Iterable[tuple[int, int]], share: float = 0) -> dict[int, list[int]]:
    """Return the rivals of each statement; `share` is the part of the search that is done."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, (at, rival) in enumerate(edges):
        if number % _REPORTED == 0:
            report(_TASK, share)
        if rival not in found[at]:
            found[at].append(rival)
    return found


def _certain(compared: Compared, edges: RivalsOf) -> list[Conflict]:
    found: list[Conflict] = []
    for block in blocks(edges, compared.subjects.__getitem__):
        for group, by_example in _split(compared, block, "contradicts"):
            first, *others = {compared.exact_count(at) for at in group}
            counts_one = first is not None and not others
            opposing = dict.fromkeys(group, ()) if counts_one else group
            sides = _sides(compared, opposing, certain=True, by_example=by_example)
            sides.sort(key=lambda side: side.at)
            found.append(_conflict(sides, certain=True, counts_one=counts_one))
    return sorted(found, key=_first)


def _possible(compared: Compared, edges: RivalsOf, settled: Collection[int]) -> list[Conflict]:
    found: list[Conflict] = []
    for block in blocks(edges, lambda at: compared.subjects[at].categories):
        for group, by_example in _split(compared, block, "may contradict", settled):
            sides = _sides(compared, group, certain=False, by_example=by_example)
            sides.sort(key=_gravity)
            found.append(_conflict(sides, certain=False, counts_one=False))
    return sorted(found, key=_first)


def _conflict(sides: Iterable[Side], *, certain: bool, counts_one: bool) -> Conflict:
    in_order = _by_origin(sides)
    figures = (side.statement.figure for side in in_order)
    mixes = len({(figure.measure, figure.categories) for figure in figures}) > 1
    return Conflict(certain, in_order, counts_one, mixes)


def _first(conflict: Conflict) -> int:
    return min(side.at for side in conflict.sides)


def _split(
    compared: Compared, block: Block, wanted: Relation, settled: Collection[int] = ()
) -> Iterator[tuple[Block, bool]]:
    """Yield the statements of a block that oppose each other, and whether only by example."""
    report(_TASK, 0.9)
    parts = [block] if len(block) <= _FEW else apart_by_days(compared, block)
    for part in parts:
        if len(part) > _FEW:
            yield part, True
        else:
            every = _every_rival(compared, list(part), wanted, settled)
            yield from ((group, False) for group in components(compared, every))


def _every_rival(
    compared: Compared, positions: Sequence[int], wanted: Relation, settled: Collection[int]
) -> Block:
    """Return all rivals of each statement; those that are both settled are none."""
    found: Block = {at: [] for at in positions}
    for number, at in enumerate(positions):
        for other in positions[:number]:
            if at in settled and other in settled:
                continue
            if relation(compared, at, other) == wanted:
                found[at].append(other)
                found[other].append(at)
    return {at: rivals for at, rivals in found.items() if rivals}


def _sides(compared: Compared, group: RivalsOf, *, certain: bool, by_example: bool) -> list[Side]:
    def closest(at: int, rivals: Sequence[int]) -> Sequence[int]:
        if by_example:
            return rivals[:1]
        return sorted(rivals, key=lambda other: (len(doubts_about(compared, at, other)), other))

    return [
        Side(compared, at, certain, closest(at, rivals), by_example) for at, rivals in group.items()
    ]


def _gravity(side: Side) -> tuple[float, int]:
    """Return a key that sorts exact numbers first, then those that need the furthest reach."""
    needed = (reach_needed(side.compared, side.at, other) for other in side.opposing)
    return -max(inf if one is None else one.ratio for one in needed), side.at


def _by_origin(sides: Iterable[Side]) -> list[Side]:
    """Return sides with those of one origin together; those without an origin are last."""
    groups: dict[str | None, list[Side]] = defaultdict(list)
    for side in sides:
        groups[side.statement.origin].append(side)
    unknown = groups.pop(None, [])
    return [*chain.from_iterable(groups.values()), *unknown]
