"""Items that are as the changed one was: offered for the same change, and never changed unasked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursk_tui.editing.fields import change_item
from kursk_tui.editing.items import Item, decide_item
from kursk_tui.editing.sources import set_sources
from kursk_tui.model import Briefing, Claim, When


class Place(NamedTuple):
    """An item of a claim, by the number of the claim."""

    claim: int
    item: Item


def figures_alike(briefing: Briefing, number: int, item: Item, field: str) -> list[Place]:
    """Return the other figures of the same sources that have the same value in a field.

    For any field but the measure, they count the same measure.
    """
    claim = briefing.claims[number]
    figure = claim.figures[item.nth]
    old, measure = getattr(figure, field), figure.measure
    return [
        Place(at, Item("figures", nth))
        for at, other in _others_of(briefing, claim)
        for nth, one in enumerate(other.figures)
        if (at, nth) != (number, item.nth) and getattr(one, field) == old and one.measure == measure
    ]


def _others_of(briefing: Briefing, claim: Claim) -> Iterator[tuple[int, Claim]]:
    """Yield the numbered claims of the sources of a claim, itself included."""
    chains = claim.attribution.chains
    return (pair for pair in enumerate(briefing.claims) if pair[1].attribution.chains == chains)


def claims_alike(briefing: Briefing, number: int) -> list[Place]:
    """Return the other claims that name the same sources in the same words."""
    claim = briefing.claims[number]
    if not claim.attribution.chain:
        return []
    words = claim.attribution.words
    return [
        Place(at, Item("attribution"))
        for at, other in _others_of(briefing, claim)
        if at != number and other.attribution.words == words
    ]


def dates_alike(briefing: Briefing, number: int, item: Item) -> list[Place]:
    """Return the other dates that are the same, and have the same role."""
    date = briefing.claims[number].when[item.nth]
    return [
        Place(at, Item("when", nth))
        for at, claim in enumerate(briefing.claims)
        for nth, one in enumerate(claim.when)
        if (at, nth) != (number, item.nth) and one.role == date.role and _day(one) == _day(date)
    ]


def _day(date: When) -> str | None:
    return date.placed or date.bound or (date.words or "").casefold()


def stances_alike(briefing: Briefing, number: int) -> list[Place]:
    """Return the other claims of the same sources in the same words, with the same stance."""
    stance = briefing.claims[number].attribution.stance
    places = claims_alike(briefing, number)
    return [place for place in places if briefing.claims[place.claim].attribution.stance == stance]


def change_alike(
    briefing: Briefing, places: Sequence[Place], changes: dict[str, object]
) -> Briefing:
    """Return the briefing with the same change of several items. Raises EditError.

    A change of sources is their `chain`; without any, the attributions are rejected.
    """
    for place in places:
        if changes.get("chain") == ():
            briefing = decide_item(briefing, place.claim, place.item, "rejected")
        elif isinstance(chain := changes.get("chain"), tuple):
            briefing = set_sources(briefing, place.claim, chain)
        else:
            briefing = change_item(briefing, place.claim, place.item, **changes)
    return briefing
