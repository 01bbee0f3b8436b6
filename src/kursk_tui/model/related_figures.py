"""Relations between figures: each names one other figure by its words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from kursk_tui.model.claim import Claim
from kursk_tui.model.figure import FigureRelation
from kursk_tui.model.problem import Ids, Problem, below

_NOWHERE = -1
"""The start of words that are not in the quote, which are reported already."""


class NamedFigures:
    """The figures of a claim by their words and by where these begin."""

    def __init__(self, claim: Claim) -> None:
        self._by_words: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, figure in enumerate(claim.figures):
            try:
                start, _ = claim.span_of(figure.words, figure.start)
            except ValueError:
                start = _NOWHERE
            self._by_words[figure.words][start].append(number)

    def named(self, words: str, start: int | None) -> Mapping[int, list[int]]:
        """Return the numbers of the figures with these words, by where the words begin."""
        found = self._by_words.get(words, {})
        if start is None or _NOWHERE in found:
            return found
        return {start: found[start]} if start in found else {}


class RelatedClaims:
    """The claims that relations between figures name."""

    def __init__(
        self, claims: Mapping[int, Claim], ids: frozenset[str], unread: frozenset[str]
    ) -> None:
        self._claims = claims
        self._unread = unread
        self._figures: dict[str, NamedFigures] = {}
        self.ids = Ids(ids)

    @cached_property
    def _by_id(self) -> dict[str, Claim]:
        found = self._claims.values()
        return {claim.id: claim for claim in found if claim.id not in self._unread}

    def figures_of(self, claim: str) -> NamedFigures | None:
        """Return the figures of a claim; None if they are invalid, which is reported already."""
        if claim not in self._figures and claim in self._by_id:
            self._figures[claim] = NamedFigures(self._by_id[claim])
        return self._figures.get(claim)


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
    other = relation.claim or claim.id
    if other not in related.ids.ids:
        hint = related.ids.suggestion(other)
        yield Problem(("claim",), f"there is no claim “{other}” in this file{hint}")
    elif (figures := related.figures_of(other)) is not None:
        named = figures.named(relation.words, relation.start)
        itself = number if other == claim.id else None
        others = {start for start, numbers in named.items() if numbers != [itself]}
        if len(others) != 1:
            yield Problem(("words",), _not_one_other(relation, other, named, others))


def _not_one_other(
    relation: FigureRelation, claim: str, named: Mapping[int, list[int]], others: set[int]
) -> str:
    """Return why a relation does not name one other figure."""
    if others:
        return "several figures have these words; add “start”"
    if named:
        return "a figure cannot be related to itself"
    at = "" if relation.start is None else f" at character {relation.start}"
    return f"claim “{claim}” has no figure with these words{at}"
