"""Chains of sources that other documents complete.

If a document gives a number as that of a publisher, and an earlier text of that publisher names
whose number it is, the number is one statement of that origin.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain as joined

from kursk_tui.counting.counts import Order
from kursk_tui.counting.figures import statement_of
from kursk_tui.model import Briefing, Claim
from kursk_tui.text.folding import fold
from kursk_tui.tracking.statements import Place, Told


def with_completed_chains(
    briefing: Briefing, told: Sequence[Told], order: Order
) -> tuple[Told, ...]:
    """Return statements with the origins that other documents name for them.

    A statement without a day of its own has the day of the one that it relays, and counts up to it.
    A chain is completed only if exactly one earlier statement that the source printed has the same
    number and perhaps the same count. With two candidates, nothing is completed. If that statement
    is completed too, the chain leads on to its origin.
    """
    names = {source.id: fold(source.name) for source in briefing.sources}
    publishers = {
        document.id: fold(document.publisher)
        for document in briefing.documents
        if document.publisher is not None
    }
    printed: dict[tuple[object, ...], dict[str | None, list[Told]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in told:
        publisher = publishers.get(briefing.claims[one.claim].document)
        if publisher is not None and one.figure.values:
            printed[publisher, *_number(one)][one.figure.event].append(one)

    def origin_of(one: Told) -> Told | None:
        if one.origin is None:
            return None
        by_event = printed.get((names[one.origin], *_number(one)), {})
        event = one.figure.event
        groups = by_event.values() if event is None else map(by_event.get, (event, None))
        candidates = [
            other
            for other in joined.from_iterable(filter(None, groups))
            if other.origin not in (None, one.origin) and _is_relayed(other, one, order)
        ]
        return candidates[0] if len(candidates) == 1 else None

    relayed = {one.place: origin for one in told if (origin := origin_of(one)) is not None}
    return tuple(_completed(one, relayed, briefing.claims) for one in told)


def _completed(one: Told, relayed: Mapping[Place, Told], claims: Sequence[Claim]) -> Told:
    """Return a statement with the origin at the end of its chain; not if the chain is a loop."""
    origin, chain, seen = one, claims[one.claim].attribution.chain, {one.place}
    while (earlier := relayed.get(origin.place)) is not None:
        if earlier.place in seen:
            return one
        seen.add(earlier.place)
        origin, chain = earlier, (*claims[earlier.claim].attribution.chain, *chain)
    if origin is one:
        return one
    if not one.has_own_date:
        statement = statement_of(one.figure, claims[one.claim].when, origin.date)
        one = one._replace(date=origin.date, statement=statement)
    via = tuple(dict.fromkeys(chain))[1:]
    return one._replace(origin=origin.origin, further=origin.further, relays=origin.place, via=via)


def _is_relayed(earlier: Told, later: Told, order: Order) -> bool:
    if earlier.said.first > later.said.last:
        return False
    parts = order.parts(later.statement.count, earlier.statement.count)
    return parts.population != "no" and parts.place != "no"


def _number(one: Told) -> tuple[object, ...]:
    return one.figure.measure, one.figure.values
