"""Change what a claim states about one of its items."""

from kursk_tui.editing.claims import changed, with_claim
from kursk_tui.editing.error import EditError
from kursk_tui.editing.items import Item, ListField, container_of, listed, span_of
from kursk_tui.editing.links import anchored, with_linked_claims
from kursk_tui.editing.reading import number_at
from kursk_tui.editing.spans import words_of
from kursk_tui.model import Briefing, Claim, Selector
from kursk_tui.model.figure import Figure


def change_claim(briefing: Briefing, number: int, **changes: object) -> Briefing:
    """Return the briefing with fields of a claim changed, such as `kind`. Raises EditError."""
    return with_claim(briefing, number, changed(briefing.claims[number], **changes))


def change_item(briefing: Briefing, number: int, item: Item, **changes: object) -> Briefing:
    """Return the briefing with fields of an item changed. Raises EditError.

    `measure`, `qualifier`, `values`, `population`, `modality` and the like for a figure; `role`,
    `edtf` and `resolved` for a date; `stance` for the attribution; `term` for a likelihood.
    """
    claim = briefing.claims[number]
    if item.rejected:
        raise EditError("this item was rejected; accept it before you change it")
    if item.field == "open_numbers":
        raise EditError("this number has no measure; accept it with a measure first")
    if item.field == "attribution":
        new = claim.replace(attribution=changed(claim.attribution, **changes))
    elif item.field == "confidence":
        new = changed(claim, **changes)
    else:
        new = _with_entry(claim, item, item.field, changes)
    return with_claim(briefing, number, new)


def _with_entry(claim: Claim, item: Item, field: ListField, changes: dict[str, object]) -> Claim:
    if field == "figures" and changes.keys() & {"qualifier", "values"}:
        changes = {"best": None, **changes}  # a best value belongs to the bounds around it
    if field == "figures" and "measure" in changes:
        changes = {"categories": (), **changes}  # what a sum counts belongs to its words
    entries = list(listed(container_of(claim, item), field))
    entries[item.nth] = changed(entries[item.nth], **changes)
    return claim.replace(**{field: tuple(entries)})


def move_words(briefing: Briefing, number: int, item: Item, start: int, end: int) -> Briefing:
    """Return the briefing with other words of the document for an item. Raises EditError.

    The number of a figure, and what qualifies it, are read from the new words.
    """
    claim = briefing.claims[number]
    changes = words_of(claim.evidence, start, end)
    if item == Item("attribution") and claim.attribution.words is None:
        changes["basis"] = "stated"
    if item.field != "figures" or item.rejected:
        return change_item(briefing, number, item, **changes)
    changes |= _read(claim, claim.figures[item.nth], start, end)
    new = _with_entry(anchored(briefing, number), item, "figures", changes)
    before = span_of(claim, item)
    return with_linked_claims(briefing, number, 1, [new], {before[0]: start} if before else {})


def _read(claim: Claim, figure: Figure, start: int, end: int) -> dict[str, object]:
    base, words = claim.evidence.start, claim.words_at(start, end)
    found = number_at(claim.evidence.exact, start - base, end - base)
    # “at least” alone belongs to a number, but is none.
    if found is not None and number_at(words, 0, len(words)) is not None:
        return {"qualifier": found.qualifier, "values": found.values}
    if figure.qualifier != "no number":
        raise EditError("these words state no number")
    return {}


def set_reach(briefing: Briefing, number: int, item: Item, start: int, end: int) -> Briefing:
    """Return the briefing with other words that a likelihood applies to. Raises EditError."""
    claim = briefing.claims[number]
    if item.field != "likelihoods":
        raise EditError("only a likelihood has a reach")
    scope = Selector(start=start, end=end, exact=claim.words_at(start, end))
    return change_item(briefing, number, item, scope=scope)
