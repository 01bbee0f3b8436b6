"""Relations between figures: each names one other figure by its words."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property

from kursk_tui.model.claim import Claim
from kursk_tui.model.figure import FigureRelation
from kursk_tui.model.problem import Ids, Problem, below


class RelatedClaims:
    """The claims that relations between figures name, by id."""

    def __init__(self, valid: Mapping[int, Claim], ids: frozenset[str]) -> None:
        self._valid = valid
        self.ids = Ids(ids)

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The valid claims; most briefings need none of them."""
        return {claim.id: claim for claim in self._valid.values()}


def check_relations(claim: Claim, related: RelatedClaims) -> Iterator[Problem]:
    """Yield the relations of a claim that do not name one other figure."""
    for number, figure in enumerate(claim.figures):
        for index, relation in enumerate(figure.relations):
            path = ("figures", number, "relations", index)
            yield from below(path, _check_relation(relation, claim, number, related))


def _check_relation(
    relation: FigureRelation, claim: Claim, number: int, related: RelatedClaims
) -> Iterator[Problem]:
    """Check that a relation of the figure with a number names one other figure."""
    other = claim
    if relation.claim not in (None, claim.id):
        if relation.claim not in related.ids.ids:
            hint = related.ids.suggestion(relation.claim)
            yield Problem(("claim",), f"there is no claim “{relation.claim}” in this file{hint}")
            return
        if relation.claim not in related.by_id:
            return  # an invalid claim is reported already
        other = related.by_id[relation.claim]
    with suppress(ValueError):  # words that are not in the quote are reported already
        yield from _check_related_figure(relation, other, number if other is claim else None)


def _check_related_figure(
    relation: FigureRelation, claim: Claim, itself: int | None
) -> Iterator[Problem]:
    named = claim.figures_named(relation.words, relation.start)
    others = [claim.figures[number] for number in named if number != itself]
    if len({claim.span_of(other.words, other.start) for other in others}) > 1:
        message = "several figures have these words; add “start”"
    elif others:
        return
    elif named:
        message = "a figure cannot be related to itself"
    else:
        at = "" if relation.start is None else f" at character {relation.start}"
        message = f"claim “{claim.id}” has no figure with these words{at}"
    yield Problem(("words",), message)
