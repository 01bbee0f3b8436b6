"""Figures that are compared with no other figure of their measure, and why they are not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from kursk_tui.model import Briefing, Figure
from kursk_tui.progress import track
from kursk_tui.query.conflicts import Place, place_of, same_counts, statements_of
from kursk_tui.query.contradictions import find_comparable
from kursk_tui.query.counts import comparable
from kursk_tui.query.statement import Statement

Lack = Literal["projected", "not asserted", "only a magnitude given", "no number given"]
"""Why a figure can be compared with no other."""

Obstacle = Literal["another period", "the same source", "an increase", "a total"]
"""Why a figure is not compared with another: if only one is an increase, which of them."""


class Uncompared(NamedTuple):
    """A figure that is not compared with the figures of its measure in other claims.

    `statement` is None if it can't be compared at all. `alike` are all statements of its measure,
    also those of its own claim; `others` is the number of the rest.
    """

    claim: int
    part: int
    figure: Figure
    statement: Statement | None
    alike: Sequence[Statement]
    others: int

    @property
    def lack(self) -> Lack | None:
        """Why it can't be compared at all, or None if it can."""
        if self.statement is not None:
            return None
        modality = self.figure.modality
        if modality in ("projected", "not asserted"):
            return modality
        return "only a magnitude given" if self.figure.values else "no number given"

    def obstacles(self, most: int) -> Iterator[tuple[Statement, Obstacle]]:
        """Yield the first figures of other claims, and why it is not compared with them."""
        if self.statement is not None:
            others = (one for one in self.alike if one.claim != self.claim)
            for other in islice(others, most):
                yield other, _obstacle(self.statement, other)


def find_uncompared(briefing: Briefing) -> tuple[Uncompared, ...]:
    """Return the figures that are compared with no other, in the order of the file.

    A figure is left out if no other claim has a figure of its measure to compare it with.
    """
    alike: dict[str, list[Statement]] = defaultdict(list)
    statements: dict[Place, Statement] = {}
    for one in statements_of(briefing):
        alike[one.figure.measure].append(one)
        statements[place_of(one)] = one
    own = Counter((one.figure.measure, one.claim) for one in statements.values())
    compared = _compared(alike.values())
    found: list[Uncompared] = []
    for number, claim in enumerate(track("comparing figures", briefing.claims)):
        for part, figure in enumerate(claim.figures):
            group, place = alike.get(figure.measure, ()), (number, part)
            count = len(group) - own[figure.measure, number]
            if count and place not in compared:
                stated = statements.get(place)
                found.append(Uncompared(number, part, figure, stated, group, count))
    return tuple(found)


def _compared(groups: Iterable[Sequence[Statement]]) -> set[Place]:
    """Return the statements that are compared with others; each group is of one measure."""
    found: set[Place] = set()
    for group in groups:
        totals: dict[str, list[Statement]] = defaultdict(list)
        for one in group:
            totals[one.counted.measure].append(one)
        for statements in totals.values():
            found.update(place_of(statements[at]) for at in find_comparable(statements))
            for same in same_counts(statements):
                if len({statements[at].claim for at in same}) > 1:
                    found.update(place_of(statements[at]) for at in same)
    return found


def _obstacle(one: Statement, other: Statement) -> Obstacle:
    if one.counted.measure != other.counted.measure:
        return "a total" if one.counted.measure == one.figure.measure else "an increase"
    answer = comparable(one.counted, other.counted).answer
    return "another period" if answer == "no" else "the same source"
