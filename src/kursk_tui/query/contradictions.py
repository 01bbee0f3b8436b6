"""A search for statements that contradict each other, or may.

It finds a rival for each statement that has any, without comparing all pairs.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from math import inf

from kursk_tui.query.days import Days
from kursk_tui.query.denials import denied_in_part, denied_wholly
from kursk_tui.query.facing import (
    Facing,
    FindFacing,
    Positions,
    facing_certainly,
    facing_perhaps,
)
from kursk_tui.query.opposition import relation
from kursk_tui.query.rivals import Rival, lowest_rivals
from kursk_tui.query.statements import Compared

RivalPairs = Iterator[tuple[int, int]]
"""The positions of statements, each with that of a rival."""


_Placed = tuple[Sequence[int], Sequence[Days], Sequence[float]]
"""The positions of statements, with the days and the ends of all."""


_MOST_COMPARED = 200_000
"""The most statements that are compared one by one, as some have several origins."""


def contradicting(compared: Compared, asking: Positions, asked: Positions) -> RivalPairs:
    """Yield each position in `asking` that one in `asked` certainly contradicts, with that one.

    Only statements of different origins contradict each other. A position may come again, with a
    rival that counts something else.
    """
    found = _above_or_below(compared, asking, asked, facing_certainly, certain=True)
    if any(compared.denied):
        found = chain(found, denied_wholly(compared, list(asking), list(asked)))
    return _of_other_origins(compared, found, asked, certain=True)


def perhaps_contradicting(compared: Compared, asking: Positions, asked: Positions) -> RivalPairs:
    """Yield each position in `asking` that one in `asked` perhaps contradicts, with that one."""
    found = _above_or_below(compared, asking, asked, facing_perhaps, certain=False)
    if any(compared.denied):
        found = chain(found, _denied_in_part(compared, asking, asked))
    return _of_other_origins(compared, found, asked, certain=False)


def _denied_in_part(compared: Compared, asking: Positions, asked: Positions) -> RivalPairs:
    for facing in facing_perhaps(compared, asking, asked):
        yield from denied_in_part(compared, facing, contained=True)
    for facing in facing_perhaps(compared, asked, asking):
        yield from denied_in_part(compared, facing, contained=False)


def _of_other_origins(
    compared: Compared, edges: RivalPairs, asked: Positions, *, certain: bool
) -> RivalPairs:
    """Yield edges, with another rival where the two have one of several origins in common."""
    budget = iter(range(_MOST_COMPARED))
    for at, rival in edges:
        if not compared.share_origin(at, rival):
            yield at, rival
            continue
        for other, _ in zip(asked, budget, strict=False):
            found = relation(compared, at, other)
            if found == "contradicts" or (found == "may contradict" and not certain):
                yield at, other
                break


def comparable(compared: Compared) -> Collection[int]:
    """Return the positions of statements that are compared with one of another origin."""
    found: set[int] = set()
    unsure: set[int] = set()
    everything = range(len(compared.statements))
    for contained, containing, within, around in facing_perhaps(compared, everything, everything):
        for sign, mine, theirs, here, there in (
            (1, contained, containing, within, around),
            (-1, containing, contained, around, within),
        ):
            asking = [at for at in mine if at not in found]
            asked = _by_days(compared, theirs, there, sign, 0)
            edges = lowest_rivals(_by_days(compared, asking, here, sign, 1), asked)
            shared = {at for at, rival in edges.items() if compared.share_origin(at, rival)}
            found.update(edges.keys() - shared)
            unsure |= shared
    budget = iter(range(_MOST_COMPARED))
    for at in unsure - found:
        others = (other for other, _ in zip(everything, budget, strict=False))
        if any(_are_comparable(compared, at, other) for other in others):
            found.add(at)
    return found


def _are_comparable(compared: Compared, one: int, other: int) -> bool:
    if compared.share_origin(one, other):
        return False
    return compared.within(one, other) != "no" or compared.within(other, one) != "no"


def _by_days(
    compared: Compared, positions: Iterable[int], ends: Sequence[Days], sign: int, number: int
) -> list[Rival]:
    """Return statements as rivals of one number, so that only the days matter."""
    places = ((at, ends[at]) for at in positions)
    return [Rival(sign * x, sign * y, number, compared.who[at], at) for at, (x, y) in places]


def _above_or_below(
    compared: Compared,
    asking: Positions,
    asked: Positions,
    find_facing: FindFacing,
    *,
    certain: bool,
) -> RivalPairs:
    """Yield statements whose numbers are above, or below, what others leave room for."""
    numbers = _Numbers(compared, certain=certain)
    for facing in find_facing(compared, asking, asked):
        yield from numbers.above(facing)
        if asking is asked:
            yield from numbers.below(facing)
    if asking is asked:
        return
    for facing in find_facing(compared, asked, asking):
        yield from numbers.below(facing)


class _Numbers:
    """The ends of the numbers of statements, certain ones or those that are printed."""

    def __init__(self, compared: Compared, *, certain: bool) -> None:
        self._who, self._denied, self._certain = compared.who, compared.denied, certain
        self._has_denials = any(self._denied)
        reaches = compared.reaches
        self._low = [reach.least if certain else reach.low for reach in reaches]
        self._high = [reach.most if certain else reach.high for reach in reaches]

    def above(self, facing: Facing) -> RivalPairs:
        """Yield contained statements with a number above one of those that contain them."""
        asked = facing.containing, facing.around, self._high
        yield from self._compare((facing.contained, facing.within, self._low), asked, 1)

    def below(self, facing: Facing) -> RivalPairs:
        """Yield containing statements with a number below one of those that they contain."""
        asked = facing.contained, facing.within, self._low
        yield from self._compare((facing.containing, facing.around, self._high), asked, -1)

    def _compare(self, asking: _Placed, asked: _Placed, sign: int) -> RivalPairs:
        """Yield statements with a rival; what a denial leaves is compared only for certain."""
        mine, theirs = self._rivals(*asking, sign), self._rivals(*asked, sign)
        if not self._has_denials:
            yield from lowest_rivals(mine, theirs).items()
            return
        denied = self._denied
        asserted = [one for one in theirs if not denied[one.at]]
        others = theirs if self._certain else asserted
        yield from lowest_rivals([one for one in mine if not denied[one.at]], others).items()
        if self._certain:
            yield from lowest_rivals([one for one in mine if denied[one.at]], asserted).items()

    def _rivals(
        self, positions: Iterable[int], days: Sequence[Days], ends: Sequence[float], sign: int
    ) -> list[Rival]:
        """Return the ends of statements, without those that leave room for every number."""
        who = self._who
        limited = (at for at in positions if -inf < ends[at] < inf)
        if sign > 0:
            return [Rival(*days[at], ends[at], who[at], at) for at in limited]
        places = ((at, days[at]) for at in limited)
        return [Rival(-x, -y, -ends[at], who[at], at) for at, (x, y) in places]
