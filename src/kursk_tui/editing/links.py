"""Relations between figures, carried along when claims or the words of figures change."""

from collections.abc import Callable, Mapping, Sequence

from kursk_tui.editing.claims import with_claims
from kursk_tui.editing.error import EditError
from kursk_tui.model import Briefing, Claim, Figure
from kursk_tui.model.figure import FigureRelation
from kursk_tui.model.related_figures import NamedFigures

Claims = Mapping[str, Claim]


def anchored(briefing: Briefing, number: int) -> Claim:
    """Return a claim whose figures name others by claim and place, not by words alone."""
    owner = briefing.claims[number]
    if not any(figure.relations for figure in owner.figures):
        return owner
    by_id = {claim.id: claim for claim in briefing.claims}

    def name(relation: FigureRelation, figure: Figure) -> FigureRelation:
        other = by_id[relation.claim or owner.id]
        return relation.replace(claim=other.id, start=_start_of(relation, other, figure))

    return _with_relations(owner, name)


def with_linked_claims(
    briefing: Briefing,
    first: int,
    count: int,
    claims: Sequence[Claim],
    moved: Mapping[int, int] | None = None,
) -> Briefing:
    """Return the briefing with `count` claims from `first` on replaced by others.

    The new claims are made of `anchored` ones. Every relation to a figure of a replaced claim names
    the figure where it is now; `moved` maps where figures began to where they begin. Raises
    EditError if a claim is wrong, or if a relation names a figure that no claim has any more.
    """
    gone = {claim.id: claim for claim in briefing.claims[first : first + count]}
    links = _Links(gone, claims, {claim.id: claim for claim in briefing.claims}, moved or {})
    before, after = briefing.claims[:first], briefing.claims[first + count :]
    low, new, rest = list(map(links.renewed, before)), [*claims], list(map(links.renewed, after))
    start = next((at for at, one in enumerate(low) if one is not before[at]), first)
    changed = [at for at, one in enumerate(rest) if one is not after[at]]
    end = changed[-1] + 1 if changed else 0
    everything = [*low[start:], *map(links.renewed, new), *rest[:end]]
    return with_claims(briefing, start, first - start + count + end, everything)


class _Links:
    """Renews relations to the figures of replaced claims."""

    def __init__(
        self, gone: Claims, new: Sequence[Claim], old: Claims, moved: Mapping[int, int]
    ) -> None:
        self._gone, self._new, self._old, self._moved = gone, new, old, moved

    def renewed(self, claim: Claim) -> Claim:
        """Return a claim whose relations name figures where they are now; itself if they do."""
        named = {relation.claim for figure in claim.figures for relation in figure.relations}
        is_new = any(claim is one for one in self._new)
        if not named or not (is_new or named & self._gone.keys()):
            return claim
        return _with_relations(claim, lambda one, figure: self._renewed(one, figure, claim))

    def _renewed(self, relation: FigureRelation, figure: Figure, owner: Claim) -> FigureRelation:
        other = self._old[relation.claim or owner.id]
        if other is not owner and other.id not in self._gone and owner.id not in self._gone:
            return relation
        start = _start_of(relation, other, figure)
        start = self._moved.get(start, start)
        if other.id in self._gone:
            other = self._claim_at(start, other.id, owner) or _lost(relation, figure)
        named = next(at for at in other.figures if other.start_of(at) == start)
        starts = {other.start_of(at) for at in other.figures if at.words == named.words}
        return relation.replace(
            words=named.words,
            start=start if len(starts) > 1 else None,
            claim=None if other is owner else other.id,
        )

    def _claim_at(self, start: int, name: str, owner: Claim) -> Claim | None:
        """Return the claim that has the figure at a place: the one of this name if it does."""
        found = [
            claim for claim in self._new if any(claim.start_of(f) == start for f in claim.figures)
        ]
        return min(found, key=lambda claim: (claim is not owner, claim.id != name), default=None)


def _lost(relation: FigureRelation, figure: Figure) -> Claim:
    raise EditError(
        f"“{figure.words}” is linked to “{relation.words}” ({relation.kind}), "
        "which no claim would state"
    )


def _with_relations(
    claim: Claim, rename: Callable[[FigureRelation, Figure], FigureRelation]
) -> Claim:
    figures = tuple(
        figure.replace(relations=tuple(rename(relation, figure) for relation in figure.relations))
        for figure in claim.figures
    )
    return claim.replace(figures=figures)


def _start_of(relation: FigureRelation, claim: Claim, itself: Figure) -> int:
    """Return where the figure that a relation names begins in the text."""
    if relation.start is not None:
        return relation.start
    places = NamedFigures(claim).named(relation.words, None)
    return next(
        start
        for start, numbers in places.items()
        if any(claim.figures[at] is not itself for at in numbers)
    )
