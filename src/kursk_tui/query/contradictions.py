"""Statements that contradict each other: figures that count the same, or may, and do not agree."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from kursk_tui.model import Figure
from kursk_tui.query.counts import Count, within
from kursk_tui.query.reach import Reach
from kursk_tui.query.rivals import Rival, Who, lowest_rivals

Origin = str | None
"""The id of the first source in a claim's chain, or None if no source is stated."""


class Statement(NamedTuple):
    """A figure that is compared: its claim, its index in that claim, and the claim's origin."""

    claim: int
    part: int
    origin: Origin
    figure: Figure
    counted: Count
    reach: Reach

    @property
    def who(self) -> Who:
        """The origin; a claim without one may have any, so it counts as a source of its own."""
        return self.claim if self.origin is None else self.origin

    @property
    def content(self) -> tuple[str, tuple[int, ...]]:
        """The number, whatever its words: "about 1,000" and "some 1,000" have the same."""
        return self.figure.qualifier, self.figure.values

    @property
    def denied(self) -> bool:
        """Whether the figure is denied."""
        return self.figure.modality == "denied"


Source = Callable[[Statement], Who]
"""Returns what tells the statements apart that are compared: statements of one are not."""


def find_contradicted(statements: Sequence[Statement], source: Source) -> Collection[int]:
    """Return the positions of statements that others certainly contradict; all count the same."""
    everything = range(len(statements))
    return _Search(statements, source, certain=True).rivals(everything, everything)


def find_rivals(
    statements: Sequence[Statement], asking: Iterable[int], asked: Iterable[int]
) -> dict[int, int]:
    """Return for each position in `asking` that of a statement in `asked` that may contradict it.

    Figures of one origin are not compared, as they may count different things.
    """
    return _Search(statements, lambda one: one.who, certain=False).rivals(asking, asked)


def may_contradict(one: Statement, other: Statement) -> bool:
    """Return whether two statements may contradict each other."""
    if one.who == other.who:
        return False
    for above, below in ((one, other), (other, one)):
        opposed = above.reach.is_above(below.reach)
        if above.denied or below.denied:
            opposed = above.denied != below.denied and above.content == below.content
        if opposed and within(above.counted, below.counted).answer != "no":
            return True
    return False


class _Search(NamedTuple):
    """A search among some statements, for certain contradictions or for possible ones."""

    statements: Sequence[Statement]
    source: Source
    certain: bool

    def rivals(self, asking: Iterable[int], asked: Iterable[int]) -> dict[int, int]:
        """Return for each position in `asking` that of a contradicting one in `asked`."""
        found: dict[int, int] = {}
        mine, theirs = self._by_content(asking), self._by_content(asked)
        for (denied, content), some in mine.items():
            found |= self._facing(some, theirs.get((not denied, content), ()), _denial)
        mine_asserted = [at for (denied, _), some in mine.items() if not denied for at in some]
        asserted = [at for (denied, _), some in theirs.items() if not denied for at in some]
        return found | self._facing(mine_asserted, asserted, self._end)

    def _by_content(self, positions: Iterable[int]) -> dict[tuple[bool, object], list[int]]:
        """Return the positions by whether the figure is denied, and by its number."""
        found: dict[tuple[bool, object], list[int]] = defaultdict(list)
        for at in positions:
            one = self.statements[at]
            found[one.denied, one.content].append(at)
        return found

    def _facing(self, asking: Sequence[int], asked: Sequence[int], end: "_End") -> dict[int, int]:
        """Return the statements that face the asking ones from below and from above."""
        found: dict[int, int] = {}
        if asking and asked:
            for low in (True, False):
                mine = self._placed(asking, end, low=low, sign=1 if low else -1)
                theirs = self._placed(asked, end, low=not low, sign=1 if low else -1)
                found |= lowest_rivals(mine, theirs)
        return found

    def _placed(
        self, positions: Iterable[int], end: "_End", *, low: bool, sign: int
    ) -> list[Rival]:
        """Return the low or the high ends of statements, with the days that they must cover.

        The count with the low end must be within the count with the high end.
        """
        found: list[Rival] = []
        for at in positions:
            one = self.statements[at]
            period = one.counted.period
            x, y = (period.start_max, period.end_min) if low else (period.start_min, period.end_max)
            found.append(Rival(sign * x, sign * y, sign * end(one, low), self.source(one), at))
        return found

    def _end(self, one: Statement, low: bool) -> float:
        reach = one.reach
        if self.certain:
            return reach.least if low else reach.most
        return reach.low if low else reach.high


_End = Callable[[Statement, bool], float]
"""Returns the low or the high end of a statement's numbers."""


def _denial(_: Statement, low: bool) -> float:
    """Return an end that contradicts every other, as a denial does the number it denies."""
    return float(low)
