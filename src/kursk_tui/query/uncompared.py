"""Figures that are compared with no other figure of their measure, and why they are not."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from kursk_tui.counting.counts import Order
from kursk_tui.model import Figure
from kursk_tui.progress import track
from kursk_tui.query.index import Index
from kursk_tui.query.reasons import Difference, difference
from kursk_tui.tracking.endings import Ending
from kursk_tui.tracking.statements import Place, Told

Lack = Literal["projected", "not asserted", "only a magnitude given", "no number given"]
"""Why a figure can be compared with no other."""

Obstacle = Difference | Literal["the same source", "an increase", "a total"]
"""Why a figure is not compared with another: if only one is an increase, which of them."""


class Uncompared(NamedTuple):
    """A figure that is not compared with the figures of its measure in other claims.

    `statement` is None if it can't be compared at all. `alike` are all statements of its measure,
    also those of its own claim; `others` is the number of the rest. `ended` is why it no longer
    stands, if it does not.
    """

    claim: int
    part: int
    figure: Figure
    statement: Told | None
    alike: Sequence[Told]
    others: int
    order: Order
    ended: Ending | None = None

    @property
    def lack(self) -> Lack | None:
        """Why it can't be compared at all, or None if it can."""
        if self.statement is not None:
            return None
        modality = self.figure.modality
        if modality in ("projected", "not asserted"):
            return modality
        return "only a magnitude given" if self.figure.values else "no number given"

    def obstacles(self, most: int) -> Iterator[tuple[Told, Obstacle]]:
        """Yield the first figures of other claims, and why it is not compared with them."""
        if self.statement is not None:
            others = (one for one in self.alike if one.claim != self.claim)
            for other in islice(others, most):
                yield other, _obstacle(self.statement, other, self.order)


def find_uncompared(index: Index) -> tuple[Uncompared, ...]:
    """Return the figures that are compared with no other, in the order of the file.

    A figure is left out if no other claim has a figure of its measure to compare it with.
    """
    compared = index.compared
    alike: dict[str, list[Told]] = defaultdict(list)
    statements: dict[Place, Told] = {}
    for one in compared.statements:
        alike[one.figure.measure].append(one)
        statements[one.place] = one
    own = Counter((one.figure.measure, one.claim) for one in compared.statements)
    found: list[Uncompared] = []
    for number, claim in enumerate(track("comparing figures", index.claims)):
        for part, figure in enumerate(claim.figures):
            group, place = alike.get(figure.measure, ()), (number, part)
            count = len(group) - own[figure.measure, number]
            if count and place not in index.contested.comparable:
                stated = statements.get(place)
                ended = compared.ended.get(place)
                found.append(
                    Uncompared(number, part, figure, stated, group, count, compared.order, ended)
                )
    return tuple(found)


def _obstacle(one: Told, other: Told, order: Order) -> Obstacle:
    is_increase, other_is = (_is_increase(told.figure) for told in (one, other))
    if is_increase != other_is:
        return "an increase" if is_increase else "a total"
    return difference(one.statement.count, other.statement.count, order) or "the same source"


def _is_increase(figure: Figure) -> bool:
    return any(relation.kind == "increase on" for relation in figure.relations)
