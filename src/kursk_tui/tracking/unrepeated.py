"""Claims without figures that the later editions of their series do not repeat."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from kursk_tui.counting.answers import Answer
from kursk_tui.counting.counts import Order
from kursk_tui.model import Briefing, Claim
from kursk_tui.tracking.pairing import pair_claims
from kursk_tui.tracking.series import Series, all_series, edition_key, series_of

_MOST = 2_000
"""The most earlier claims of a series that are compared in other words than the same."""


def unrepeated_claims(briefing: Briefing, order: Order) -> Mapping[int, Answer]:
    """Return for each claim without figures, in a series, whether no later edition repeats it.

    A claim is repeated in the same words, or in very similar ones. It is perhaps not repeated if
    the dates leave open whether another edition is later.
    """
    numbers = {claim.id: number for number, claim in enumerate(briefing.claims)}
    printed = _printed(briefing)
    return {
        numbers[claim]: answer
        for series in all_series(briefing, (), order)
        for claim, answer in _answers(series, printed[series.name])
    }


def _printed(briefing: Briefing) -> Mapping[Hashable, Mapping[str, list[Claim]]]:
    """Return the claims without figures of each series, by the keys of their editions."""
    of_document = series_of(briefing)
    found: dict[Hashable, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in briefing.claims if of_document else ():
        if not claim.figures and (name := of_document.get(claim.document)) is not None:
            found[name][edition_key(claim.document)].append(claim)
    return found


def _answers(series: Series, printed: Mapping[str, list[Claim]]) -> Iterator[tuple[str, Answer]]:
    """Yield the id of each claim of a series, and whether no later edition repeats it."""
    waiting: dict[str, Claim] = {}
    edition_of_old: dict[str, str] = {}
    for edition in series.in_order:
        claims = printed.get(edition.key, [])
        for old, new in list(pair_claims(_near(waiting, claims), claims)):
            if old is not None and new is not None:
                del waiting[old.id]
                edition_of_old[new.id] = edition_key(old.document)
                yield old.id, "no"
        waiting |= {claim.id: claim for claim in claims}
    for claim in waiting.values():
        edition = series.editions[edition_key(claim.document)]
        perhaps = series.perhaps_later(edition)
        if edition_of_old.get(claim.id) in {one.key for one in perhaps}:
            yield claim.id, "no"
        else:
            yield claim.id, "yes" if series.later(edition) else "maybe" if perhaps else "no"


def _near(waiting: Mapping[str, Claim], claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of earlier editions with which those of an edition are compared."""
    if len(waiting) <= _MOST:
        return [*waiting.values()]
    words = {claim.evidence.exact for claim in claims}
    first = len(waiting) - _MOST
    return [
        claim
        for number, claim in enumerate(waiting.values())
        if number >= first or claim.evidence.exact in words
    ]
