"""What a change decides: the analyst who changes an item accepts it, or clears it."""

from kursk_tui.editing.items import Item, decide_item, items_of
from kursk_tui.model import Briefing
from kursk_tui.vocabulary import Decision

_SENTENCE = "sentence"
"""The kind of the proposal for the claim itself."""


def with_item_decided(
    briefing: Briefing, number: int, item: Item, decision: Decision = "accepted"
) -> Briefing:
    """Return the briefing with a decision on an item, if the claim states it and was drafted."""
    claim = briefing.claims[number]
    if claim.review is None or item not in items_of(claim):
        return briefing
    return decide_item(briefing, number, item, decision)


def with_kind_accepted(briefing: Briefing, number: int) -> Briefing:
    """Return the briefing with the kind of a claim accepted, which drafting may have guessed."""
    claim = briefing.claims[number]
    if claim.review is None:
        return briefing
    items = tuple(
        item.replace(decision="accepted") if item.kind == _SENTENCE else item
        for item in claim.review.items
    )
    claims = list(briefing.claims)
    claims[number] = claim.replace(review=claim.review.replace(items=items))
    return briefing.replace(claims=tuple(claims))
