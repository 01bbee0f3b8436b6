"""Items of a drafted claim, each with a decision of its own.

An item is the attribution, the analytic confidence, a figure, a likelihood, a date, or a number
that drafting set aside. What the analyst rejects is moved from the claim into its review, so that
the claim does not state it.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeVar

from kursk_tui.editing.claims import in_order, with_claim
from kursk_tui.editing.error import EditError
from kursk_tui.editing.relations import with_figure_back, with_figure_out
from kursk_tui.model import Attribution, Briefing, Claim, Figure, Likelihood, Proposal, Review, When
from kursk_tui.model.review import OpenNumber, Rejected
from kursk_tui.vocabulary import Decision

Field = Literal["attribution", "figures", "likelihoods", "confidence", "when", "open_numbers"]
"""The field of a claim, or of its review, that contains an item."""

ListField = Literal["figures", "likelihoods", "when"]
"""A field of a claim that contains several items."""

_KINDS: dict[Field, str] = {
    "attribution": "attribution",
    "figures": "figure",
    "likelihoods": "likelihood",
    "confidence": "confidence",
    "when": "when",
    "open_numbers": "figure",
}
"""The kind of the proposals for the items of each field."""

BY_HAND = "by hand"
"""The rule of an item that no rule has proposed."""

Listed = Figure | Likelihood | When
T = TypeVar("T", bound=Listed)


class Item(NamedTuple):
    """An item: its field, its place if the field is a list, and whether it was taken out."""

    field: Field
    nth: int = 0
    rejected: bool = False


def items_of(claim: Claim) -> Iterator[Item]:
    """Yield the items of a claim, then those that were taken out of it, each in reading order.

    A number that drafting set aside and the analyst counted since is a figure, and no open number.
    """
    yield from _items(claim, rejected=False)
    if claim.review is None:
        return
    yield from _open_numbers(claim.review, None)
    yield from _items(claim.review.rejected, rejected=True)
    yield from _open_numbers(claim.review, "rejected")


def _open_numbers(review: Review, decision: Decision | None) -> Iterator[Item]:
    for at, number in enumerate(review.open_numbers):
        if number.decision == decision:
            yield Item("open_numbers", at, decision == "rejected")


def _items(stated: Claim | Rejected, *, rejected: bool) -> Iterator[Item]:
    if stated.attribution not in (None, Attribution()):
        yield Item("attribution", 0, rejected)
    yield from (Item("when", at, rejected) for at in range(len(stated.when)))
    for field in ("figures", "likelihoods"):
        yield from (Item(field, at, rejected) for at in range(len(listed(stated, field))))
    if stated.confidence is not None:
        yield Item("confidence", 0, rejected)


def listed(stated: Claim | Rejected, field: ListField) -> tuple[Listed, ...]:
    """Return the items in a field of a claim, or of what was taken out of it."""
    match field:
        case "figures":
            return stated.figures
        case "likelihoods":
            return stated.likelihoods
        case "when":
            return stated.when


def decision_on(claim: Claim, item: Item) -> Decision | None:
    """Return the analyst's decision on an item."""
    if item.field == "open_numbers":
        return open_number(claim, item).decision
    if item.rejected:
        return "rejected"
    proposals = claim.review.items if claim.review is not None else ()
    return next((proposals[at].decision for at in proposals_of(claim, item)), None)


def needs_decision(claim: Claim, item: Item) -> bool:
    """Return whether an item is an open number, a guess or flagged, and not decided."""
    if claim.review is None or decision_on(claim, item) is not None:
        return False
    proposals = (claim.review.items[at] for at in proposals_of(claim, item))
    return item.field == "open_numbers" or any(
        proposal.tier == "guess" or proposal.flags for proposal in proposals
    )


def next_to_decide(claim: Claim, item: Item, decision: Decision) -> Item | None:
    """Return the next item that needs a decision after another one, as it is once that is decided.

    None stands for the claim itself.
    """
    items = list(items_of(claim))
    if item not in items:
        return None
    following = items[items.index(item) + 1 :]
    found = next((other for other in following if needs_decision(claim, other)), None)
    if found is None or decision == "accepted" or found.field != item.field:
        return found
    moved = item.field != "open_numbers"  # the rejected item leaves its list
    return found._replace(nth=found.nth - moved)


def open_number(claim: Claim, item: Item) -> OpenNumber:
    """Return the number of an item that drafting set aside."""
    assert claim.review is not None
    return claim.review.open_numbers[item.nth]


def proposals_of(claim: Claim, item: Item) -> list[int]:
    """Return the indexes of the proposals for an item among those of the review.

    A claim has a single attribution, so every proposal of a source is for it.
    """
    assert claim.review is not None
    if item.field == "open_numbers":
        return []
    span = span_of(claim, item) if item.field != "attribution" else None
    kind = _KINDS[item.field]
    return [
        at
        for at, proposal in enumerate(claim.review.items)
        if proposal.kind == kind
        and (span is None or (proposal.start < span[1] and span[0] < proposal.end))
    ]


def span_of(claim: Claim, item: Item) -> tuple[int, int] | None:
    """Return the span of an item's words in the document, or None if it has no words."""
    if item.field == "open_numbers":
        number = open_number(claim, item)
        return number.start, number.end
    stated = container_of(claim, item)
    if item.field == "confidence":
        return None
    if item.field == "attribution":
        one: Attribution | Listed | None = stated.attribution
    else:
        one = listed(stated, item.field)[item.nth]
    if one is None or one.words is None:
        return None
    return claim.span_of(one.words, one.start)


def container_of(claim: Claim, item: Item) -> Claim | Rejected:
    """Return the claim, or what was taken out of it, that contains an item."""
    if not item.rejected:
        return claim
    assert claim.review is not None
    return claim.review.rejected


def decide_item(briefing: Briefing, number: int, item: Item, decision: Decision | None) -> Briefing:
    """Return the briefing with a decision on an item of a claim; None clears the decision.

    A rejected item is taken out of what the claim states; any other decision puts it back. Raises
    EditError if the claim was not drafted, or could not state the item again.
    """
    claim = briefing.claims[number]
    if claim.review is None:
        raise EditError(f"{claim.id} was not drafted and needs no decision")
    if item.field == "open_numbers":
        if decision == "accepted":
            raise EditError("a number needs a measure to become a figure")
        return with_claim(briefing, number, with_number_decided(claim, item, decision))
    if item == Item("attribution") and claim.attribution == Attribution():
        raise EditError(f"{claim.id} states no source to decide on; c names one")
    decided = claim.replace(review=_decided(claim, claim.review, item, decision))
    if item.rejected == (decision == "rejected"):
        return with_claim(briefing, number, decided)
    moved = _moved(decided, item)
    if item.field != "figures":
        return with_claim(briefing, number, moved)
    figure = container_of(claim, item).figures[item.nth]
    put = with_figure_back if item.rejected else with_figure_out
    return put(briefing, number, moved, figure)


def with_number_decided(claim: Claim, item: Item, decision: Decision | None) -> Claim:
    """Return the claim with a decision on a number that drafting set aside."""
    assert claim.review is not None
    numbers = list(claim.review.open_numbers)
    numbers[item.nth] = numbers[item.nth].replace(decision=decision)
    return claim.replace(review=claim.review.replace(open_numbers=tuple(numbers)))


def _decided(claim: Claim, review: Review, item: Item, decision: Decision | None) -> Review:
    """Return the review with the decision at the proposals for the item."""
    items = list(review.items)
    found = proposals_of(claim, item)
    for at in found:
        items[at] = items[at].replace(decision=decision)
    if not found:
        start, end = span_of(claim, item) or (claim.evidence.start, claim.evidence.end)
        items.append(
            Proposal(
                kind=_KINDS[item.field],
                start=start,
                end=end,
                rule=BY_HAND,
                tier="beside",
                decision=decision,
            )
        )
    return review.replace(items=tuple(items))


def _moved(claim: Claim, item: Item) -> Claim:
    """Return the claim with an item taken out of what it states, or put back."""
    assert claim.review is not None
    taken = claim.review.rejected
    if item.field == "attribution":
        if item.rejected and claim.attribution != Attribution():
            raise EditError("the claim has another source by now; reject that one first")
        stated: dict[str, object] = {
            "attribution": taken.attribution if item.rejected else Attribution()
        }
        rest: dict[str, object] = {"attribution": None if item.rejected else claim.attribution}
    elif item.field == "confidence":
        if item.rejected and claim.confidence is not None:
            raise EditError("the claim has another level of confidence by now; reject that first")
        stated = {"confidence": taken.confidence if item.rejected else None}
        rest = {"confidence": None if item.rejected else claim.confidence}
    else:
        assert item.field != "open_numbers"
        here, there = listed(claim, item.field), listed(taken, item.field)
        if item.rejected:
            there, here = _across(there, here, item.nth, claim)
        else:
            here, there = _across(here, there, item.nth, claim)
        stated, rest = {item.field: here}, {item.field: there}
    review = claim.review.replace(rejected=taken.replace(**rest))
    return claim.replace(review=review, **stated)


def _across(
    source: tuple[Listed, ...], target: tuple[Listed, ...], index: int, claim: Claim
) -> tuple[tuple[Listed, ...], tuple[Listed, ...]]:
    """Move an entry from one list to another, which stays in the order of the text."""
    left = (*source[:index], *source[index + 1 :])
    return left, in_order(claim, (*target, source[index]))
