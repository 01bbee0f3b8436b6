"""Relations between figures, when a figure that others name is taken out of its claim."""

from kursk_tui.model import Briefing, Claim, Figure
from kursk_tui.model.figure import FigureRelation
from kursk_tui.model.related_figures import NamedFigures


def with_claim_and_relations(briefing: Briefing, number: int, claim: Claim) -> Briefing:
    """Return the briefing with a claim replaced, and no relation to figures that it lacks."""
    claims = list(briefing.claims)
    claims[number] = claim
    if claim.figures != briefing.claims[number].figures:
        for at, other in enumerate(claims):
            if _names(other, claim) or at == number:
                claims[at] = _with_relations_to(claim, other)
    return briefing.replace(claims=tuple(claims))


def _names(other: Claim, claim: Claim) -> bool:
    return any(one.claim == claim.id for figure in other.figures for one in figure.relations)


def _with_relations_to(claim: Claim, other: Claim) -> Claim:
    """Return a claim whose relations to figures of `claim` all name one of them."""
    named = NamedFigures(claim)

    def holds(relation: FigureRelation, figure: Figure) -> bool:
        if (relation.claim or other.id) != claim.id:
            return True
        places = named.named(relation.words, relation.start).values()
        return any(claim.figures[at] is not figure for numbers in places for at in numbers)

    return other.replace(
        figures=tuple(
            figure.replace(relations=tuple(one for one in figure.relations if holds(one, figure)))
            if figure.relations
            else figure
            for figure in other.figures
        )
    )
