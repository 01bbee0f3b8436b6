"""Relations between figures, when a figure is taken out of its claim or put back."""

from collections.abc import Iterable, Iterator, Sequence

from kursk_tui.editing.claims import with_claim
from kursk_tui.model import Briefing, Claim, Figure
from kursk_tui.model.figure import FigureRelation
from kursk_tui.model.related_figures import NamedFigures
from kursk_tui.model.review import LostRelation, Rejected


def with_figure_out(briefing: Briefing, number: int, claim: Claim, figure: Figure) -> Briefing:
    """Return the briefing with a claim that a figure was taken out of.

    The relations of other figures to it are kept in the review of the claim.
    """
    claims = _Claims(briefing, number, claim)
    place = claim.start_of(figure)
    lost: list[LostRelation] = []
    for at, other in enumerate(claims.all):
        if at == number or _names(other, claim):
            claims.all[at], taken = _without_relations_to(claim, claims.all[at], place)
            lost += taken
    claims.set_lost(number, (*claims.lost(number), *lost))
    return claims.briefing()


def with_figure_back(briefing: Briefing, number: int, claim: Claim, figure: Figure) -> Briefing:
    """Return the briefing with a claim that states a figure again, with its relations.

    Those to or from figures that are rejected wait for these; those to figures that are gone are
    dropped.
    """
    claims = _Claims(briefing, number, claim)
    place = claim.start_of(figure)
    kept = tuple(relation for relation in figure.relations if claims.states(relation))
    for relation in figure.relations:
        if relation not in kept:
            claims.keep_waiting(relation, place)
    if kept != figure.relations:
        claims.replace_figure(figure, figure.replace(relations=kept))
    waiting = claims.lost(number)
    claims.set_lost(number, (lost for lost in waiting if lost.to != place))
    for lost in waiting:
        if lost.to == place:
            claims.give_back(lost, figure)
    return claims.briefing()


class _Claims:
    """The claims of a briefing while a figure of the claim with a number is put back."""

    def __init__(self, briefing: Briefing, number: int, claim: Claim) -> None:
        self._before = briefing
        self._number = number
        self.all = list(briefing.claims)
        self.all[number] = claim

    def briefing(self) -> Briefing:
        """Return the briefing with the claims. Raises EditError if one is wrong."""
        new = self._before.replace(claims=tuple(self.all))
        for at, before in enumerate(self._before.claims):
            if new.claims[at] is not before:
                new = with_claim(new, at, new.claims[at])
        return new

    def lost(self, number: int) -> tuple[LostRelation, ...]:
        """Return the relations to rejected figures of a claim."""
        review = self.all[number].review
        return review.rejected.relations if review is not None else ()

    def set_lost(self, number: int, relations: Iterable[LostRelation]) -> None:
        """Replace the relations to rejected figures of a claim."""
        self._set_rejected(number, relations=tuple(relations))

    def _set_rejected(self, number: int, **changes: object) -> None:
        review = self.all[number].review
        if review is not None:
            review = review.replace(rejected=review.rejected.replace(**changes))
            self.all[number] = self.all[number].replace(review=review)

    def _of(self, relation: FigureRelation) -> int | None:
        """Return the number of the claim that a relation of the figure put back names."""
        name = relation.claim or self.all[self._number].id
        return next((at for at, claim in enumerate(self.all) if claim.id == name), None)

    def states(self, relation: FigureRelation) -> bool:
        """Return whether a relation of the figure put back names a figure that a claim states."""
        at = self._of(relation)
        named = relation.words, relation.start
        return at is not None and bool(NamedFigures(self.all[at]).named(*named))

    def keep_waiting(self, relation: FigureRelation, start: int) -> None:
        """Keep a relation of the figure put back in the claim that rejects the other figure."""
        at = self._of(relation)
        if at is not None and (to := _rejected_start(self.all[at], relation)) is not None:
            owner = self.all[self._number].id
            lost = LostRelation(kind=relation.kind, claim=owner, start=start, to=to)
            self.set_lost(at, (*self.lost(at), lost))

    def give_back(self, lost: LostRelation, figure: Figure) -> None:
        """Give a relation to the figure put back to the figure that had it, if that is left.

        A rejected figure takes it along when it is accepted.
        """
        owner = self._number_of(lost)
        if owner is None:
            return
        claim, own = self.all[owner], self.all[self._number]
        relation = FigureRelation(
            kind=lost.kind,
            words=figure.words,
            start=figure.start,
            claim=None if owner == self._number else own.id,
        )
        stated = _with_relation(claim, claim.figures, lost.start, relation)
        if stated is not None:
            self.all[owner] = claim.replace(figures=stated)
        elif claim.review is not None:
            taken = _with_relation(claim, claim.review.rejected.figures, lost.start, relation)
            if taken is not None:
                self._set_rejected(owner, figures=taken)

    def _number_of(self, lost: LostRelation) -> int | None:
        """Return the number of the claim whose figure had a relation, also after it was split."""
        document = self.all[self._number].document
        found = [
            at
            for at, claim in enumerate(self.all)
            if claim.id == lost.claim or (claim.document == document and _covers(claim, lost.start))
        ]
        return min(found, key=lambda at: not _covers(self.all[at], lost.start), default=None)

    def replace_figure(self, figure: Figure, new: Figure) -> None:
        """Replace the figure put back."""
        claim = self.all[self._number]
        figures = tuple(new if one == figure else one for one in claim.figures)
        self.all[self._number] = claim.replace(figures=figures)


def _covers(claim: Claim, offset: int) -> bool:
    return claim.evidence.start <= offset < claim.evidence.end


def _with_relation(
    claim: Claim, figures: Sequence[Figure], start: int, relation: FigureRelation
) -> tuple[Figure, ...] | None:
    """Return figures of which the one that begins at `start` has one more relation, or None."""
    at = next((at for at, one in enumerate(figures) if claim.start_of(one) == start), None)
    if at is None:
        return None
    figure = figures[at]
    if relation not in figure.relations:
        figure = figure.replace(relations=(*figure.relations, relation))
    return (*figures[:at], figure, *figures[at + 1 :])


def _rejected_start(claim: Claim, relation: FigureRelation) -> int | None:
    """Return where the rejected figure of a claim begins that a relation names, or None."""
    rejected = claim.review.rejected if claim.review is not None else Rejected()
    named = (figure for figure in rejected.figures if figure.words == relation.words)
    starts = (claim.start_of(figure) for figure in named)
    return next((at for at in starts if relation.start in (None, at)), None)


def _names(other: Claim, claim: Claim) -> bool:
    return any(
        relation.claim == claim.id for figure in other.figures for relation in figure.relations
    )


def _without_relations_to(claim: Claim, other: Claim, to: int) -> tuple[Claim, list[LostRelation]]:
    """Return a claim whose relations to figures of `claim` all name one, and those taken out.

    `to` is where the figure began that these named.
    """
    named = NamedFigures(claim)
    lost: list[LostRelation] = []

    def kept(figure: Figure) -> Iterator[FigureRelation]:
        for relation in figure.relations:
            places = named.named(relation.words, relation.start).values()
            if (relation.claim or other.id) != claim.id or any(
                claim.figures[at] is not figure for numbers in places for at in numbers
            ):
                yield relation
            else:
                start = other.start_of(figure)
                lost.append(LostRelation(kind=relation.kind, claim=other.id, start=start, to=to))

    figures = tuple(
        figure.replace(relations=tuple(kept(figure))) if figure.relations else figure
        for figure in other.figures
    )
    return (other.replace(figures=figures), lost) if lost else (other, lost)
