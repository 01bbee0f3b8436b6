"""How many statements there are, each counted once: not again where a document repeats it."""

from collections.abc import Hashable, Iterable, Mapping

from kursk_tui.counting.counts import Order
from kursk_tui.tracking.statements import Place, Told


def statements_in(told: Iterable[Told], order: Order) -> int:
    """Return the number of different statements.

    A relay is the statement that it relays, in whatever words. Statements of the same origins on
    the same day, with the same number of the same count, are one.
    """
    by_place = {one.place: one for one in told}
    return len({_identity(one, by_place, order) for one in by_place.values()})


def _identity(one: Told, known: Mapping[Place, Told], order: Order) -> Hashable:
    """Return what is equal for documents that print one statement."""
    if one.relays is not None:
        origin = known.get(one.relays)
        return one.relays if origin is None else _identity(origin, known, order)
    if not one.origins or one.said.first != one.said.last:
        return one.place
    statement = one.statement
    count = statement.count
    population = count.population and order.populations.resolved(count.population)
    place = count.place and order.places.resolved(count.place)
    number = statement.qualifier, statement.values, statement.interval.best
    words = None if statement.values else one.figure.words
    counted = count._replace(population=population, place=place)
    return one.origins, one.said, counted, number, words
