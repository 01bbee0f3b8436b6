"""Denials of what another origin states."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from kursk_tui.counting.counts import Order
from kursk_tui.counting.denials import compare_denial
from kursk_tui.tracking.neighbours import Neighbours
from kursk_tui.tracking.statements import Place, Told


class Denial(NamedTuple):
    """A denial of a statement, which is certain if it denies all of its numbers."""

    told: Told
    is_certain: bool


def denials(
    told: Sequence[Told], denied: Sequence[Told], order: Order
) -> Mapping[Place, Sequence[Denial]]:
    """Return the statements that another origin denies, or may, with the denials in their order.

    `told` are in the order in which they were said. A denial is compared with those of its number
    and with those near in time.
    """
    alike: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told if denied else ():
        alike[one.statement.qualifier, one.statement.values].append(one)
    near = Neighbours(told)
    found: dict[Place, list[Denial]] = defaultdict(list)
    for denial in (one for one in denied if one.statement.has_number):
        same = alike.get((denial.statement.qualifier, denial.statement.values), ())
        others = {one.place: one for one in chain(same, near.of(denial))}
        for one in others.values():
            found[one.place].extend(_denied(one, denial, order))
    return {place: of_place for place, of_place in found.items() if of_place}


def _denied(one: Told, denial: Told, order: Order) -> Iterator[Denial]:
    if not one.statement.has_number or not one.all_who.isdisjoint(denial.all_who):
        return
    relation = compare_denial(denial.statement, one.statement, order)
    if relation in ("contradicts", "may contradict"):
        is_named = one.origin is not None and denial.origin is not None
        yield Denial(denial, relation == "contradicts" and is_named)
