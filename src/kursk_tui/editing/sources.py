"""Who says so: choose the sources of a claim, and make one source of two, or two of one."""

import re
from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from kursk_tui.editing.claims import changed, with_claim, with_claims
from kursk_tui.editing.error import EditError
from kursk_tui.model import Attribution, Briefing, Claim, Source, StatementRelation
from kursk_tui.vocabulary import Stance

_OTHER = re.compile(r"[^a-z0-9]+")


def set_sources(briefing: Briefing, number: int, chain: tuple[str, ...]) -> Briefing:
    """Return the briefing with other sources of a claim, by their ids, origin first.

    A source that the analyst chooses is stated if the claim has words for it, else inferred; no
    source leaves nothing of the attribution. Notes of drafting about the source go. Raises
    EditError.
    """
    claim = briefing.claims[number]
    attribution = claim.attribution
    if not chain and attribution.further:
        chain, *others = attribution.further
        attribution = attribution.replace(further=tuple(others))
    if not chain:
        return with_claim(briefing, number, claim.replace(attribution=Attribution()))
    basis = attribution.basis or ("stated" if attribution.words else "inferred")
    stance: Stance | None = None if attribution.stance == "unsourced" else attribution.stance
    new = changed(attribution, chain=chain, basis=basis, stance=stance, note=None)
    return with_claim(briefing, number, claim.replace(attribution=new))


def add_source(briefing: Briefing, name: str) -> tuple[Briefing, str]:
    """Return the briefing with one more source, and its id. Raises EditError."""
    for source in briefing.sources:
        if source.name == name:
            return briefing, source.id
    new = changed(Source(id="new", name="new"), id=_free_id(briefing, name), name=name)
    return briefing.replace(sources=(*briefing.sources, new)), new.id


def _free_id(briefing: Briefing, name: str) -> str:
    base = _OTHER.sub("-", name.lower()).strip("-")[:56] or "source"
    used = {source.id for source in briefing.sources}
    if base not in used:
        return base
    return next(new for number in count(2) if (new := f"{base}-{number}") not in used)


def split_source(briefing: Briefing, number: int, source: str, name: str) -> Briefing:
    """Return the briefing where a claim names another source in place of one. Raises EditError."""
    briefing, new = add_source(briefing, name)
    claim = briefing.claims[number]
    chain = tuple(new if link == source else link for link in claim.attribution.chain)
    return set_sources(briefing, number, chain)


def merge_sources(briefing: Briefing, kept: str, merged: str) -> Briefing:
    """Return the briefing with one source instead of two. Raises EditError.

    Every claim that names `merged` names `kept` instead. Two sources that relay each other remain.
    """
    if kept == merged:
        raise EditError("a source cannot be merged with itself")
    claims = list(briefing.claims)
    for number, claim in enumerate(claims):
        claims[number] = _renamed(claim, kept, merged)
    sources = tuple(source for source in briefing.sources if source.id != merged)
    new = briefing.replace(sources=sources)
    return with_claims(new, 0, len(claims), claims)


def _renamed(claim: Claim, kept: str, merged: str) -> Claim:
    chains = [*claim.attribution.chains, *(external.chain for external in claim.external)]
    taken = claim.review.rejected.attribution if claim.review is not None else None
    chains += taken.chains if taken is not None else ()
    related = any(relation.of.source == merged for relation in claim.relations)
    if not related and not any(merged in chain for chain in chains):
        return claim
    if any(merged in chain and kept in chain for chain in chains):
        raise EditError(f"{claim.id} names both sources, one relaying the other")

    renamed = _Renamed(kept, merged)
    review = claim.review
    if review is not None and taken is not None:
        attribution = renamed.attribution(taken)
        review = review.replace(rejected=review.rejected.replace(attribution=attribution))
    return claim.replace(
        attribution=renamed.attribution(claim.attribution),
        relations=tuple(map(renamed.relation, claim.relations)),
        external=tuple(note.replace(chain=renamed.chain(note.chain)) for note in claim.external),
        review=review,
    )


class _Renamed(NamedTuple):
    """What names `kept` where it named `merged` before."""

    kept: str
    merged: str

    def chain(self, chain: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.kept if source == self.merged else source for source in chain)

    def attribution(self, attribution: Attribution) -> Attribution:
        first, *others = map(self.chain, attribution.chains or ((),))
        further = tuple(chain for chain in dict.fromkeys(others) if chain != first)
        return attribution.replace(chain=first, further=further)

    def relation(self, relation: StatementRelation) -> StatementRelation:
        if relation.of.source != self.merged:
            return relation
        return relation.replace(of=relation.of.replace(source=self.kept))


def without_unnamed(before: Briefing, after: Briefing) -> Briefing:
    """Return a version without the sources that claims named before and that none names now.

    A rejected item of a claim names its sources as well, since it can be accepted again.
    """
    old, new = ({id(claim): claim for claim in briefing.claims} for briefing in (before, after))
    gone = [claim for key, claim in old.items() if key not in new]
    lost = _named(gone) - _named([claim for key, claim in new.items() if key not in old])
    if not lost or not (lost := lost - _named(after.claims)):
        return after
    return after.replace(sources=tuple(source for source in after.sources if source.id not in lost))


def _named(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(
        source for claim in claims for source in (*claim.cited, *claim.rejected_sources)
    )
