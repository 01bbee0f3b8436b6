"""Statements in groups of those that oppose each other."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from math import inf

from kursk_tui.query.statements import Compared

RivalsOf = Mapping[int, Sequence[int]]
"""The rivals of statements, all by their positions."""

Block = dict[int, list[int]]
"""The statements of a group, each with its rivals in it."""


def blocks(edges: RivalsOf, unit: Callable[[int], Hashable]) -> list[Block]:
    """Return statements in groups: those of one unit, and of units that an edge joins."""
    units = joined((unit(at), unit(rival)) for at, rivals in edges.items() for rival in rivals)
    found: dict[Hashable, Block] = defaultdict(dict)
    for at, rivals in edges.items():
        found[units[unit(at)]][at] = list(rivals)
    return list(found.values())


def components(compared: Compared, edges: RivalsOf) -> Iterator[Block]:
    """Yield the statements that edges join, each with its rivals.

    A statement of any period does not join others: it is shown with each of them.
    """
    pairs = [(at, rival) for at in sorted(edges) for rival in edges[at]]
    groups = _together(pairs, [at for at in edges if not _is_any(compared, at)])
    if len(groups) < 2:
        groups = _together(pairs, list(edges))
    apart = [pair for pair in pairs if not any(group.issuperset(pair) for group in groups)]
    groups += _together(apart, [at for pair in apart for at in pair])
    for group in sorted(groups, key=min):
        yield {at: [one for one in edges[at] if one in group] for at in sorted(group)}


def _together(pairs: Iterable[tuple[int, int]], joining: Collection[int]) -> list[set[int]]:
    """Return the statements that pairs join; only some join others."""
    links = set(joining)
    pairs = list(pairs)
    units = joined((a, b) for a, b in pairs if a in links and b in links)
    found: dict[Hashable, set[int]] = defaultdict(set)
    for one, other in pairs:
        for at, rival in ((one, other), (other, one)):
            if at in links:
                found[units.get(at, at)] |= {at, rival}
    return list(found.values())


def apart_by_days(compared: Compared, edges: RivalsOf) -> Iterator[Block]:
    """Yield statements in groups whose periods do not touch, each with its rivals.

    Statements of any period do not join the groups of others: they are shown in each.
    """
    numbers = _numbers_by_days(compared, edges)
    if len(set(numbers.values())) < 2:
        yield {at: list(rivals) for at, rivals in edges.items()}
        return
    found: dict[int, dict[int, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
    for at, rivals in edges.items():
        for rival in rivals:
            group = found[numbers.get(at, numbers.get(rival, _ANY_PERIOD))]
            group[at][rival] = group[rival][at] = None
    for number in sorted(found):
        yield {at: list(rivals) for at, rivals in found[number].items()}


_ANY_PERIOD = 2**62
"""The number of the group of statements that may be of any period; it is the last."""


def _numbers_by_days(compared: Compared, positions: Iterable[int]) -> dict[int, int]:
    """Return the number of the group of each statement that is not of any period."""
    found: dict[int, int] = {}
    number, until = 0, -inf
    limited = [at for at in positions if not _is_any(compared, at)]
    for at in sorted(limited, key=compared.extent):
        first, last = compared.extent(at)
        number += bool(found) and first > until
        found[at] = number
        until = max(until, last)
    return found


def _is_any(compared: Compared, at: int) -> bool:
    return compared.extent(at) == (-inf, inf)


def joined(pairs: Iterable[tuple[Hashable, Hashable]]) -> dict[Hashable, Hashable]:
    """Return for each thing in some pairs one that stands for all that pairs join with it."""
    above: dict[Hashable, Hashable] = {}

    def top(one: Hashable) -> Hashable:
        while (next_one := above.setdefault(one, one)) != one:
            above[one] = one = above.setdefault(next_one, next_one)
        return one

    for one, other in pairs:
        above[top(one)] = top(other)
    return {one: top(one) for one in list(above)}
