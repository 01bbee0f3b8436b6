"""The function of `editing` that makes each change, and what is read in changed words.

A change of an item accepts it: the analyst has decided on it.
"""

from collections.abc import Callable, Mapping
from typing import cast, get_args

from kursk_tui.editing import EditError, Item
from kursk_tui.editing.accepting import with_item_decided, with_kind_accepted
from kursk_tui.editing.additions import add_date, add_likelihood, add_number
from kursk_tui.editing.division import join, move_ends, split
from kursk_tui.editing.fields import change_claim, change_item, move_words, set_reach
from kursk_tui.editing.periods import change_period, period_at
from kursk_tui.editing.related import relate, unrelate
from kursk_tui.editing.sources import merge_sources, set_sources, split_source
from kursk_tui.editing.typed import change_date, change_number, change_qualifier
from kursk_tui.editing.words_beside import change_words_beside, name_source, one_line
from kursk_tui.model import Briefing
from kursk_tui.vocabulary import RelationKind

_CONFIDENCE = Item("confidence")
_SOURCE = Item("attribution")


def edit(briefing: Briefing, number: int, item: Item | None, name: str, value: str) -> Briefing:
    """Return the briefing with a choice changed to a value; empty clears it. Raises EditError."""
    match name:
        case "join":
            return join(briefing, number)
        case "kind":
            return with_kind_accepted(change_claim(briefing, number, kind=value), number)
        case "confidence" if value:
            new = change_claim(briefing, number, confidence=value)
            return with_item_decided(new, number, _CONFIDENCE)
        case "confidence":
            return with_item_decided(briefing, number, _CONFIDENCE, "rejected")
        case "source" if not value:
            return with_item_decided(briefing, number, _SOURCE, "rejected")
        case "source" | "new source" | "via" | "merge" | "apart":
            return with_item_decided(_edit_source(briefing, number, name, value), number, _SOURCE)
    if item is None:
        raise EditError("nothing is under the cursor")
    return with_item_decided(_edit_item(briefing, number, item, name, value), number, item)


def _edit_item(briefing: Briefing, number: int, item: Item, name: str, value: str) -> Briefing:
    match name:
        case "number":
            return change_number(briefing, number, item, value)
        case "qualifier":
            return change_qualifier(briefing, number, item, value)
        case "date":
            return change_date(briefing, number, item, value)
        case "period":
            return change_period(briefing, number, item, value)
        case "population" | "place":
            return change_words_beside(briefing, number, item, name, value)
        case "relation":
            return _related(briefing, number, item, value)
        case "preliminary":
            before = briefing.claims[number].figures[item.nth].preliminary
            return change_item(briefing, number, item, preliminary=not before)
        case "stance":  # what drafting noted is about the stance that it read
            return change_item(briefing, number, item, stance=value, note=None)
    return change_item(briefing, number, item, **{name: value or None})


def _related(briefing: Briefing, number: int, item: Item, value: str) -> Briefing:
    """Return the briefing with a relation given to a figure, or taken from it."""
    kind, nth, name = value.split("|", 2)
    if kind not in get_args(RelationKind):
        return unrelate(briefing, number, item, int(nth))
    other = next((at for at, claim in enumerate(briefing.claims) if claim.id == name), None)
    if other is None:
        raise EditError(f"there is no claim “{name}” any more")
    return relate(briefing, number, item, cast("RelationKind", kind), (other, int(nth)))


def _edit_source(briefing: Briefing, number: int, name: str, value: str) -> Briefing:
    chain = briefing.claims[number].attribution.chain
    match name:
        case "via":
            return set_sources(briefing, number, (*chain[:1], *([value] if value else ())))
        case "merge":
            return merge_sources(briefing, value, chain[0])
        case "apart":
            return split_source(briefing, number, chain[0], value)
        case "new source":
            return name_source(briefing, number, value)
    return set_sources(briefing, number, (value, *chain[1:]))


WordEdit = Callable[[Briefing, int, Item | None, str, int, int], Briefing]
"""Takes the claim, the item, what was chosen beside the words, and the span of the words."""


def _of_item(change: Callable[[Briefing, int, Item, int, int], Briefing]) -> WordEdit:
    """Return a change by words of an item, which accepts it."""

    def changed(
        briefing: Briefing, number: int, item: Item | None, _: str, start: int, end: int
    ) -> Briefing:
        if item is None:
            raise EditError("nothing is under the cursor")
        return with_item_decided(change(briefing, number, item, start, end), number, item)

    return changed


def _beside(name: str) -> WordEdit:
    """Return a change of a field that has words of the document."""

    def change(briefing: Briefing, number: int, item: Item, start: int, end: int) -> Briefing:
        if name == "period":
            return period_at(briefing, number, item, (start, end))
        document = briefing.document_by_id[briefing.claims[number].document]
        return change_item(briefing, number, item, **{name: one_line(document, (start, end))})

    return _of_item(change)


def _named(briefing: Briefing, number: int, _: Item, start: int, end: int) -> Briefing:
    document = briefing.document_by_id[briefing.claims[number].document]
    return name_source(briefing, number, one_line(document, (start, end)), (start, end))


def _of_claim(change: Callable[[Briefing, int, int, int], Briefing]) -> WordEdit:
    """Return a change by words of a claim."""
    return lambda briefing, number, _, __, start, end: change(briefing, number, start, end)


WORD_EDITS: Mapping[str, WordEdit] = {
    "words": _of_item(move_words),
    "reach": _of_item(set_reach),
    "population": _beside("population"),
    "place": _beside("place"),
    "period": _beside("period"),
    "source": _of_item(_named),
    "ends": _of_claim(move_ends),
    "split": _of_claim(lambda briefing, number, start, _: split(briefing, number, start)),
    "add date": _of_claim(add_date),
    "add figure": _of_claim(add_number),
    "add likelihood": lambda briefing, number, _, term, start, end: add_likelihood(
        briefing, number, term, start, end
    ),
}
"""The changes that marked words make, by the names of their choices."""
