"""A search for statements that contradict each other, or may.

It finds a rival for each statement that has any, without comparing all pairs.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from math import inf

from kursk_tui.query.compared import Compared
from kursk_tui.query.denials import denied_in_part, denied_wholly
from kursk_tui.query.facing import (
    FindFacing,
    Placed,
    Positions,
    facing_certainly,
    facing_perhaps,
)
from kursk_tui.query.rivals import Rival, lowest_rivals

Edges = Iterator[tuple[int, int]]
"""The positions of statements, each with that of a rival."""


def contradicting(compared: Compared, asking: Positions, asked: Positions) -> Edges:
    """Yield each position in `asking` that one in `asked` certainly contradicts, with that one.

    Only statements of different origins contradict each other. A position may come again, with a
    rival that counts something else.
    """
    yield from _above_or_below(compared, asking, asked, facing_certainly, certain=True)
    if any(compared.denied):
        yield from denied_wholly(compared, list(asking), list(asked))


def perhaps_contradicting(compared: Compared, asking: Positions, asked: Positions) -> Edges:
    """Yield each position in `asking` that one in `asked` perhaps contradicts, with that one."""
    yield from _above_or_below(compared, asking, asked, facing_perhaps, certain=False)
    if any(compared.denied):
        for facing in facing_perhaps(compared, asking, asked):
            yield from denied_in_part(compared, facing, contained=True)
        for facing in facing_perhaps(compared, asked, asking):
            yield from denied_in_part(compared, facing, contained=False)


def comparable(compared: Compared) -> Collection[int]:
    """Return the positions of statements that are compared with one of another origin."""
    found: set[int] = set()
    everything = range(len(compared.statements))
    for contained, containing in facing_perhaps(compared, everything, everything):
        for sign, mine, theirs in ((1, contained, containing), (-1, containing, contained)):
            asking = [Rival(sign * x, sign * y, 1, compared.who[at], at) for at, x, y in mine]
            asked = [Rival(sign * x, sign * y, 0, compared.who[at], at) for at, x, y in theirs]
            found.update(lowest_rivals(asking, asked))
    return found


def _above_or_below(
    compared: Compared,
    asking: Positions,
    asked: Positions,
    find_facing: FindFacing,
    *,
    certain: bool,
) -> Edges:
    """Yield statements whose numbers are above, or below, what others leave room for."""
    numbers = _Numbers(compared, certain=certain)
    for facing in find_facing(compared, asking, asked):
        yield from numbers.compare(facing.contained, facing.containing, 1)
        if asking is asked:
            yield from numbers.compare(facing.containing, facing.contained, -1)
    if asking is asked:
        return
    for facing in find_facing(compared, asked, asking):
        yield from numbers.compare(facing.containing, facing.contained, -1)


class _Numbers:
    """The ends of the numbers of statements, certain ones or those that are printed."""

    def __init__(self, compared: Compared, *, certain: bool) -> None:
        self._who, self._denied, self._certain = compared.who, compared.denied, certain
        reaches = compared.reaches
        self._low = [reach.least if certain else reach.low for reach in reaches]
        self._high = [reach.most if certain else reach.high for reach in reaches]

    def compare(self, asking: Sequence[Placed], asked: Sequence[Placed], sign: int) -> Edges:
        """Yield statements with a number above one of others, or below it if `sign` is negative.

        What a denial leaves is compared with assertions, and only for certain.
        """
        ends = (self._low, self._high) if sign > 0 else (self._high, self._low)
        asserted = self._rivals(asked, ends[1], sign, denied=False)
        denied = self._rivals(asked, ends[1], sign, denied=True) if self._certain else []
        mine = self._rivals(asking, ends[0], sign, denied=False)
        yield from lowest_rivals(mine, [*asserted, *denied]).items()
        if self._certain and (mine := self._rivals(asking, ends[0], sign, denied=True)):
            yield from lowest_rivals(mine, asserted).items()

    def _rivals(
        self, placed: Iterable[Placed], ends: Sequence[float], sign: int, *, denied: bool
    ) -> list[Rival]:
        """Return the ends of statements, without those that leave room for every number."""
        return [
            Rival(sign * x, sign * y, sign * ends[at], self._who[at], at)
            for at, x, y in placed
            if self._denied[at] is denied and -inf < ends[at] < inf
        ]
