"""What a figure is to another: a part of it, an increase on it, or the same figure again."""

from kursk_tui.editing.claims import changed
from kursk_tui.editing.error import EditError
from kursk_tui.editing.fields import change_item
from kursk_tui.editing.items import Item
from kursk_tui.model import Briefing
from kursk_tui.model.figure import FigureRelation
from kursk_tui.vocabulary import RelationKind


def relate(
    briefing: Briefing, number: int, item: Item, kind: RelationKind, other: tuple[int, int]
) -> Briefing:
    """Return the briefing with a relation of a figure to another; `other` is its claim and place.

    A relation that the figure has to the other is replaced. Raises EditError.
    """
    if other == (number, item.nth):
        raise EditError("a figure is not related to itself")
    claim, named = briefing.claims[number], briefing.claims[other[0]]
    target = named.figures[other[1]]
    new = changed(
        FigureRelation(kind=kind, words=target.words),
        start=target.start,
        claim=None if other[0] == number else named.id,
    )
    key = (new.words, new.start, new.claim)
    before = claim.figures[item.nth].relations
    rest = tuple(
        relation for relation in before if (relation.words, relation.start, relation.claim) != key
    )
    return change_item(briefing, number, item, relations=(*rest, new))


def unrelate(briefing: Briefing, number: int, item: Item, nth: int | None = None) -> Briefing:
    """Return the briefing without a relation of a figure; by default, without any of them."""
    before = briefing.claims[number].figures[item.nth].relations
    kept = () if nth is None else tuple(relation for at, relation in enumerate(before) if at != nth)
    return change_item(briefing, number, item, relations=kept)
