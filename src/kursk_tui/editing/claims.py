"""Replace claims of a draft, checked against the text and the rest of the briefing."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TypeVar

from pydantic import ValidationError

from kursk_tui.editing.error import EditError
from kursk_tui.model import Briefing, Claim, Figure, Likelihood, Parts, When, find_problems
from kursk_tui.model.record import Record

R = TypeVar("R", bound=Record)
Listed = TypeVar("Listed", bound="Figure | Likelihood | When")


def changed(record: R, **changes: object) -> R:
    """Return a record with some fields replaced and all validated. Raises EditError."""
    values = {name: getattr(record, name) for name in record.defaults} | changes
    try:
        return type(record)(**values)
    except ValidationError as error:
        from kursk_tui.formats.json.error_messages import error_message  # needed only here

        first = error.errors(include_url=False)[0]
        reason = first.get("ctx", {}).get("why")  # of a date
        raise EditError(reason or error_message(first)) from None


def in_order(claim: Claim, entries: Iterable[Listed]) -> tuple[Listed, ...]:
    """Return entries of a claim in the order of the text."""
    return tuple(sorted(entries, key=claim.start_of))


def with_claim(briefing: Briefing, number: int, claim: Claim) -> Briefing:
    """Return the briefing with one claim replaced. Raises EditError if the claim is wrong."""
    return with_claims(briefing, number, 1, [claim])


def with_claims(briefing: Briefing, first: int, count: int, claims: Sequence[Claim]) -> Briefing:
    """Return the briefing with `count` claims from `first` on replaced by others.

    Only the new claims, and relations of other claims to them, are checked: the rest has been.
    Raises EditError if a claim is wrong.
    """
    before, after = briefing.claims[:first], briefing.claims[first + count :]
    gone = {claim.id for claim in briefing.claims[first : first + count]}
    kept = {number: claim for number, claim in enumerate(before) if _relates_to(claim, gone)}
    numbers = range(first, first + len(claims))
    checked = {**kept, **dict(zip(numbers, claims, strict=True))}
    checked |= {
        numbers.stop + number: claim
        for number, claim in enumerate(after)
        if _relates_to(claim, gone)
    }
    used = {claim.id for claim in (*before, *after)}
    for claim in claims:
        if claim.id in used:
            raise EditError(f"the id “{claim.id}” is already used")
    new = briefing.replace(claims=(*before, *claims, *after))
    _check(new, checked)
    return new


def _relates_to(claim: Claim, ids: Container[str]) -> bool:
    named = [relation.claim for figure in claim.figures for relation in figure.relations]
    named += [relation.of.claim for relation in claim.relations]
    return any(name in ids for name in named)


def _check(briefing: Briefing, claims: Mapping[int, Claim]) -> None:
    """Raise EditError with the first problem of some claims of a briefing."""
    parts = Parts(
        documents=dict(enumerate(briefing.documents)),
        sources={},
        claims=claims,
        document_ids=frozenset(document.id for document in briefing.documents),
        source_ids=frozenset(source.id for source in briefing.sources),
        claim_ids=frozenset(claim.id for claim in briefing.claims),
    )
    for problem in find_problems(parts):
        raise EditError(problem.message)
