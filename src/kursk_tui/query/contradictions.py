"""Statements that contradict each other: figures that count the same, or may, and do not agree."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from kursk_tui.query.counts import within
from kursk_tui.query.denials import Denials, denies_in_part
from kursk_tui.query.rivals import Rival, lowest_rivals
from kursk_tui.query.statement import Source, Statement


def find_contradicted(statements: Sequence[Statement], source: Source) -> Collection[int]:
    """Return the positions of statements that others certainly contradict; all count the same.

    A denial contradicts an assertion if it denies every number that the assertion allows.
    """
    everything = range(len(statements))
    return _Search(statements, source, certain=True).rivals(everything, everything)


def find_rivals(
    statements: Sequence[Statement], asking: Iterable[int], asked: Iterable[int]
) -> dict[int, int]:
    """Return for each position in `asking` that of a statement in `asked` that may contradict it.

    A denial may contradict an assertion if it denies some number that the assertion allows.
    Figures of one origin are not compared, as they may count different things.
    """
    return _Search(statements, lambda one: one.who, certain=False).rivals(asking, asked)


def find_comparable(statements: Sequence[Statement]) -> Collection[int]:
    """Return the positions of statements whose count may be within that of another source's.

    Those that contain the other count are found as well. All are of one measure.
    """
    found: set[int] = set()
    for contained, sign in ((True, 1), (False, -1)):
        mine = _by_days(statements, contained=contained, sign=sign, number=1)
        theirs = _by_days(statements, contained=not contained, sign=sign, number=0)
        found.update(lowest_rivals(mine, theirs))
    return found


def _by_days(
    statements: Sequence[Statement], *, contained: bool, sign: int, number: int
) -> list[Rival]:
    """Return the days of statements as rivals of one number, so that only the days matter."""
    days = (one.days(contained=contained) for one in statements)
    return [
        Rival(sign * x, sign * y, number, one.who, at)
        for at, (one, (x, y)) in enumerate(zip(statements, days, strict=True))
    ]


def may_contradict(one: Statement, other: Statement) -> bool:
    """Return whether two statements may contradict each other."""
    if one.who == other.who or (one.denied and other.denied):
        return False
    for above, below in ((one, other), (other, one)):
        if above.denied or below.denied:
            opposed = denies_in_part(above, below)
        else:
            opposed = above.reach.is_above(below.reach)
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
        mine, my_denials = self._apart(asking)
        theirs, their_denials = self._apart(asked)
        denials = Denials(self.statements, self.source)
        facing = denials.as_a_whole if self.certain else denials.in_part
        return (
            self._above_or_below(mine, theirs)
            | facing(mine, their_denials)
            | facing(my_denials, theirs)
        )

    def _apart(self, positions: Iterable[int]) -> tuple[list[int], list[int]]:
        """Return the positions of the assertions and those of the denials."""
        found: tuple[list[int], list[int]] = [], []
        for at in positions:
            found[self.statements[at].denied].append(at)
        return found

    def _above_or_below(self, asking: Sequence[int], asked: Sequence[int]) -> dict[int, int]:
        """Return the assertions whose numbers are all below, or above, those of the asking ones."""
        found: dict[int, int] = {}
        if asking and asked:
            for low in (True, False):
                mine = self._placed(asking, low=low, sign=1 if low else -1)
                theirs = self._placed(asked, low=not low, sign=1 if low else -1)
                found |= lowest_rivals(mine, theirs)
        return found

    def _placed(self, positions: Iterable[int], *, low: bool, sign: int) -> list[Rival]:
        """Return the low or the high ends of statements, with the days that they must cover.

        The count with the low end must be within the count with the high end.
        """
        found: list[Rival] = []
        for at in positions:
            one = self.statements[at]
            x, y = one.days(contained=low)
            found.append(
                Rival(sign * x, sign * y, sign * self._end(one, low), self.source(one), at)
            )
        return found

    def _end(self, one: Statement, low: bool) -> float:
        reach = one.reach
        if self.certain:
            return reach.least if low else reach.most
        return reach.low if low else reach.high
