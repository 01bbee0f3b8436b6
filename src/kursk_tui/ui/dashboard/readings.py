"""What the reader of English found in words that a change gave to an item."""

from kursk_tui.editing import Item
from kursk_tui.editing.items import items_of, span_of
from kursk_tui.model import Claim
from kursk_tui.wording import phrases


def read_in_item(claim: Claim, item: Item | None, name: str) -> str:
    """Return what was read in the words of a period or a figure, to end a message."""
    if item is None or item.field != "figures":
        return ""
    figure = claim.figures[item.nth]
    if name == "words":
        return f", read as {phrases.unmarked_bounds(figure)}"
    if name != "period" or figure.period is None:
        return ""
    days = figure.covers and phrases.date(figure.covers)
    return f", read as {figure.tally} {days}" if days else "; its days are not read"


def added(claim: Claim, field: str, start: int, end: int) -> Item | None:
    """Return the item of a field that has some words of a span."""
    for item in items_of(claim):
        here = span_of(claim, item) if item.field == field else None
        if here is not None and here[0] < end and start < here[1]:
            return item
    return None


def read_in_added(claim: Claim, item: Item | None) -> str:
    """Return what was read in the words of an added date or likelihood, to end a message."""
    if item is None or item.field == "open_numbers":
        return ""
    if item.field == "likelihoods":
        return f", read as {claim.likelihoods[item.nth].term}"
    when = claim.when[item.nth]
    if when.placed is None:
        return "; its days are not read: c d types them"
    return f", read as {phrases.date(when.placed)}, {when.role}"
