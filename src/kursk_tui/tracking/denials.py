"""Denials of what another origin states."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kursk_tui.counting.counts import Order
from kursk_tui.tracking.statements import Place, Told


def denials(
    told: Sequence[Told], denied: Sequence[Told], order: Order
) -> Mapping[Place, Sequence[Told]]:
    """Return the statements that another origin denies, with the denials in their order.

    A denial is about statements with the same number and perhaps the same count.
    """
    alike: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told:
        alike[one.statement.qualifier, one.statement.values].append(one)
    found: dict[Place, list[Told]] = defaultdict(list)
    for denial in denied:
        if denial.origin is None or not denial.statement.has_number:
            continue
        for one in alike.get((denial.statement.qualifier, denial.statement.values), ()):
            is_same = one.statement.says_the_same_as(denial.statement)
            parts = order.parts(one.statement.count, denial.statement.count)
            if denial.origin not in one.origins and is_same and parts.is_perhaps_same:
                found[one.place].append(denial)
    return found
