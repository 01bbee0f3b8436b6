"""Items that drafting missed: dates, likelihoods and numbers in words of the claim."""

from kursk_tui.editing.claims import changed, in_order, with_claim
from kursk_tui.editing.error import EditError
from kursk_tui.editing.items import BY_HAND, Field, items_of, span_of
from kursk_tui.editing.marked_words import Reader
from kursk_tui.editing.reading import number_at
from kursk_tui.editing.scales import scale_in_use
from kursk_tui.editing.spans import Span, words_of
from kursk_tui.model import Briefing, Claim, Likelihood, Proposal, Review, Selector, When
from kursk_tui.model.review import OpenNumber
from kursk_tui.model.when import parse_edtf

MARKED = "marked in review"
"""The reason of an open number that the analyst marked."""


def add_date(briefing: Briefing, number: int, start: int, end: int) -> Briefing:
    """Return the briefing with a date in words of a claim, as far as they state it.

    Words that state no date, such as “after the flood”, are a date without days. Raises EditError.
    """
    claim = briefing.claims[number]
    _refuse_twice(claim, "when", (start, end))
    document = briefing.document_by_id[claim.document]
    found = Reader(document, claim, (start, end)).date()
    when = changed(When(role="event", words="."), **words_of(claim.evidence, start, end))
    if found is not None:
        dating = found.dating
        low, high = min(start, dating.start), max(end, dating.end)
        if claim.evidence.start <= low and high <= claim.evidence.end:
            start, end = low, high
        resolved = dating.resolved if dating.resolved != dating.edtf else None
        when = changed(
            when,
            role=dating.role,
            edtf=_edtf(dating.edtf),
            resolved=_edtf(resolved),
            bound=_edtf(dating.bound),
            **words_of(claim.evidence, start, end),
        )
    new = claim.replace(when=in_order(claim, (*claim.when, when)))
    return with_claim(briefing, number, _proposed(new, "when", start, end))


def _edtf(text: str | None) -> str | None:
    """Return a date if it can be written, else None."""
    try:
        parse_edtf(text or "")
    except ValueError:
        return None
    return text


def add_likelihood(briefing: Briefing, number: int, term: str, start: int, end: int) -> Briefing:
    """Return the briefing with a likelihood in words of a claim; without `term`, they state it.

    Raises EditError.
    """
    claim = briefing.claims[number]
    words = words_of(claim.evidence, start, end)
    _refuse_twice(claim, "likelihoods", (start, end))
    if term:
        values: dict[str, object] = {"scale": scale_in_use(briefing), "term": term}
    else:
        found = Reader(briefing.document_by_id[claim.document], claim, (start, end)).likelihood()
        if found is None:
            raise EditError("these words are not a term of the scale; choose the term in the list")
        values = {**found, "scope": Selector(**found["scope"]) if "scope" in found else None}
    given = {"scale_basis": "inferred", **values, **words}
    likelihood = changed(
        Likelihood(scale="phia-2025", scale_basis="inferred", term=".", words="."), **given
    )
    new = claim.replace(likelihoods=in_order(claim, (*claim.likelihoods, likelihood)))
    return with_claim(briefing, number, _proposed(new, "likelihood", start, end))


def add_number(briefing: Briefing, number: int, start: int, end: int) -> Briefing:
    """Return the briefing with a number in words of a claim, which waits for a measure.

    Raises EditError if the words state none.
    """
    claim = briefing.claims[number]
    base = claim.evidence.start
    words_of(claim.evidence, start, end)
    found = number_at(claim.evidence.exact, start - base, end - base)
    if found is None:
        raise EditError("these words state no number")
    start, end = base + found.start, base + found.end
    _refuse_twice(claim, "figures", (start, end))
    _refuse_twice(claim, "open_numbers", (start, end))
    review = claim.review or Review()
    one = OpenNumber(start=start, end=end, words=claim.words_at(start, end), reason=MARKED)
    numbers = tuple(sorted((*review.open_numbers, one), key=lambda one: one.start))
    new = claim.replace(review=review.replace(open_numbers=numbers))
    return with_claim(briefing, number, new)


def _refuse_twice(claim: Claim, field: Field, span: Span) -> None:
    """Raise EditError if an item of the claim has some of the words."""
    for item in items_of(claim):
        here = span_of(claim, item) if item.field == field else None
        if here is not None and here[0] < span[1] and span[0] < here[1]:
            state = "rejected; accept it again" if item.rejected else "stated already"
            raise EditError(f"“{claim.words_at(*here)}” is {state}")


def _proposed(claim: Claim, kind: str, start: int, end: int) -> Claim:
    """Return a claim with an accepted proposal for an item that the analyst added."""
    if claim.review is None:
        return claim
    proposal = Proposal(
        kind=kind, start=start, end=end, rule=BY_HAND, tier="beside", decision="accepted"
    )
    review = claim.review.replace(items=(*claim.review.items, proposal))
    return claim.replace(review=review)
