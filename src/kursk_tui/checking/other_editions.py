"""Rules about what a briefing says of other editions of its library."""

from collections.abc import Mapping

from kursk_tui.checking.caution import Caution, Cautions, named
from kursk_tui.model import Briefing, OtherStatement
from kursk_tui.text.messages import suggestion

RULE = "relation-unresolved"

REPEATED = "edition-repeated"
"""The rule that finds files of a library with the same content."""

Figures = Mapping[str, frozenset[str]]
"""The words of the figures of an edition, by the ids of its claims."""


def figures_of(briefing: Briefing) -> Figures:
    """Return the words of the figures of a briefing, by the ids of its claims."""
    return {
        claim.id: frozenset(figure.words for figure in claim.figures) for claim in briefing.claims
    }


def relations_unresolved(briefing: Briefing, editions: Mapping[str, Figures]) -> Cautions:
    """Find relations to editions, claims and figures that the library does not have."""
    for index, claim in enumerate(briefing.claims):
        for nth, relation in enumerate(claim.relations):
            if relation.of.edition is not None and (why := _missing(relation.of, editions)):
                path = ("claims", index, "relations", nth, "of")
                yield Caution(path, RULE, why)


def _missing(of: OtherStatement, editions: Mapping[str, Figures]) -> str:
    """Return what a relation names and the library does not have; empty if it has it."""
    edition = of.edition or ""
    claims = editions.get(edition)
    if claims is None:
        hint = suggestion(edition, editions)
        return f"there is no edition {named(edition)} in this library{hint}"
    if of.claim is None:
        return ""
    if of.claim not in claims:
        return f"edition {named(edition)} has no claim {named(of.claim)}"
    if of.figure is not None and of.figure not in claims[of.claim]:
        return f"{named(f'{edition}/{of.claim}')} has no figure with these words"
    return ""
