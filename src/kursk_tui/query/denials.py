"""Denied figures, and the assertions of which they deny all numbers, or some."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kursk_tui.query.rivals import Ranged, Rival, Who, lowest_rivals, overlapping_rivals
from kursk_tui.query.statement import Source, Statement


def denies_in_part(contained: Statement, containing: Statement) -> bool:
    """Return whether one of two statements denies numbers that the other asserts.

    The count of `contained` is within that of `containing`.
    """
    limits = containing.limits_contained if containing.denied else contained.limits_containing
    return limits and contained.reach.overlaps(containing.reach)


class Denials(NamedTuple):
    """A search among denials and assertions for those that face each other.

    The methods return for each position in `asking` one in `asked`. All of `asking` are denials
    and all of `asked` are assertions, or the other way round.
    """

    statements: Sequence[Statement]
    source: Source

    def in_part(self, asking: Sequence[int], asked: Sequence[int]) -> dict[int, int]:
        """Find statements that deny, or assert, some of the numbers of others."""
        found: dict[int, int] = {}
        for contained, sign in ((True, 1), (False, -1)):
            mine = self._ranges(asking, contained=contained, sign=sign)
            theirs = self._ranges(asked, contained=not contained, sign=sign)
            found |= overlapping_rivals(mine, theirs)
        return found

    def _ranges(self, positions: Iterable[int], *, contained: bool, sign: int) -> list[Ranged]:
        """Return the numbers of statements whose counts are contained in others, or contain."""
        found: list[Ranged] = []
        for at in positions:
            one = self.statements[at]
            limits = one.limits_containing if contained else one.limits_contained
            if limits or not one.denied:
                x, y = one.days(contained=contained)
                low, high = one.reach.low, one.reach.high
                found.append(Ranged(sign * x, sign * y, low, high, self.source(one), at))
        return found

    def as_a_whole(self, asking: Sequence[int], asked: Sequence[int]) -> dict[int, int]:
        """Find statements that deny, or assert, all numbers of others; all count the same."""
        found = lowest_rivals(self._bounds(asking, 1), self._bounds(asked, 0))
        theirs = self._by_content(asked)
        for content, same in self._by_content(asking).items():
            mine = [Rival(0, 0, 1, who, at) for who, at in same]
            found |= lowest_rivals(mine, [Rival(0, 0, 0, *one) for one in theirs.get(content, ())])
        return found

    def _bounds(self, positions: Iterable[int], number: int) -> list[Rival]:
        """Return the numbers as printed if denied, and else all that may be meant."""
        found: list[Rival] = []
        for at in positions:
            one = self.statements[at]
            low, high = one.reach[:2] if one.denied else one.reach[2:]
            sign = -1 if one.denied == bool(number) else 1
            found.append(Rival(sign * low, sign * high, number, self.source(one), at))
        return found

    def _by_content(self, positions: Iterable[int]) -> Mapping[object, list[tuple[Who, int]]]:
        """Return sources and positions by number: "about 100" denies "about 100" without bounds."""
        found: dict[object, list[tuple[Who, int]]] = defaultdict(list)
        for at in positions:
            one = self.statements[at]
            found[one.content].append((self.source(one), at))
        return found
