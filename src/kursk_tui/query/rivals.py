"""Search for the lowest number of another source, among those that lie in some range of days.

The search takes time that grows with the number of figures, and not with that of their pairs.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import inf, nextafter
from typing import NamedTuple

Who = str | int
"""The origin of a figure, or the number of its claim if no origin is stated."""


class Rival(NamedTuple):
    """A number to search for, with its source and its position in the list of all numbers.

    It is found by those whose `x` is at least as high, and whose `y` is at most as high.
    """

    x: float
    y: float
    number: float
    who: Who
    at: int


class Ranged(NamedTuple):
    """A range of numbers to search for, like a rival."""

    x: float
    y: float
    low: float
    high: float
    who: Who
    at: int


_NONE = Rival(inf, inf, inf, -1, -1)
_Two = tuple[Rival, Rival]
"""The lowest number, and the lowest of another source."""


def lowest_rivals(asking: Sequence[Rival], asked: Iterable[Rival]) -> dict[int, int]:
    """Return the position of the lowest number in `asked` for each position of `asking`.

    Positions without a lower number than their own, of another source, are left out.
    """
    if not asking:
        return {}
    groups: dict[tuple[float, float], _Two] = {}
    for one in asked:
        place = one.x, one.y
        groups[place] = _lower(groups.get(place, (_NONE, _NONE)), one)
    tree = _Tree(sorted({y for _, y in groups}))
    waiting = sorted(groups, reverse=True)
    answers: dict[tuple[float, float], _Two] = {}
    for place in sorted({(one.x, one.y) for one in asking}):
        while waiting and waiting[-1][0] <= place[0]:
            added = waiting.pop()
            tree.add(added[1], groups[added])
        answers[place] = tree.lowest_from(place[1])
    found = ((one, _other(answers[one.x, one.y], one.who)) for one in asking)
    return {one.at: rival.at for one, rival in found if rival.number < one.number}


def overlapping_rivals(asking: Sequence[Ranged], asked: Sequence[Ranged]) -> dict[int, int]:
    """Return the position of a range in `asked` that overlaps, for each position of `asking`.

    Positions without such a range, of another source, are left out.
    """
    mine = ((one.low, False, one) for one in asking)
    theirs = ((one.high, True, one) for one in asked)
    in_order = sorted((*mine, *theirs), key=lambda entry: entry[:2])
    return _overlapping([(is_asked, one) for _, is_asked, one in in_order])


def _overlapping(in_order: Sequence[tuple[bool, Ranged]]) -> dict[int, int]:
    """Return the overlapping ranges; those asked are in the order of their ends.

    The others are in the order of their beginnings, so that all in the first half begin before
    those of the second half end.
    """
    if len({is_asked for is_asked, _ in in_order}) < 2:
        return {}
    middle = len(in_order) // 2
    first, second = in_order[:middle], in_order[middle:]
    asking = [
        Rival(one.x, one.y, nextafter(one.high, inf), one.who, one.at)
        for is_asked, one in first
        if not is_asked
    ]
    asked = [Rival(one.x, one.y, one.low, one.who, one.at) for is_asked, one in second if is_asked]
    found = lowest_rivals(asking, asked) if asking and asked else {}
    return found | _overlapping(first) | _overlapping(second)


def _lower(two: _Two, one: Rival) -> _Two:
    """Return the lowest numbers of two sources after adding a number."""
    first, second = two
    if one.number < first.number:
        return one, second if one.who == first.who else first
    if one.who != first.who and one.number < second.number:
        return first, one
    return two


def _other(two: _Two, who: Who) -> Rival:
    return two[1] if two[0].who == who else two[0]


class _Tree:
    """A Fenwick tree that returns the lowest numbers from a height on."""

    def __init__(self, heights: Sequence[float]) -> None:
        self._heights = heights
        self._lowest: list[_Two] = [(_NONE, _NONE)] * (len(heights) + 1)

    def add(self, height: float, two: _Two) -> None:
        """Add the lowest numbers of two sources at a height."""
        at = self._at(height)
        while at < len(self._lowest):
            self._lowest[at] = _lower(_lower(self._lowest[at], two[0]), two[1])
            at += at & -at

    def lowest_from(self, height: float) -> _Two:
        """Return the lowest numbers of two sources at a height or above it."""
        at, found = self._at(height), (_NONE, _NONE)
        while at > 0:
            first, second = self._lowest[at]
            found = _lower(_lower(found, first), second)
            at -= at & -at
        return found

    def _at(self, height: float) -> int:
        return len(self._heights) - bisect_left(self._heights, height)
