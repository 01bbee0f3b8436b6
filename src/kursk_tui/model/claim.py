"""Claims: single statements of a document, with what they state and nothing more."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Annotated

from pydantic import Field

from kursk_tui.model.document import Selector
from kursk_tui.model.figure import Figure
from kursk_tui.model.likelihood import Confidence, Likelihood
from kursk_tui.model.record import Entries, Id, Label, Prose, Record, record
from kursk_tui.model.review import Rejected, Review, ReviewState
from kursk_tui.model.source import Attribution, External
from kursk_tui.model.statement_relation import StatementRelation
from kursk_tui.model.when import When
from kursk_tui.vocabulary import ClaimKind

Credibility = Annotated[int, Field(strict=True, ge=1, le=6)]
"""Credibility of information in the Admiralty code (NATO STANAG 2511), 1 to 6.

6, "truth cannot be judged", is a grade; it does not mean that the claim is ungraded.
"""

CREDIBILITY_LABELS: dict[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""The NATO wording of each grade of credibility."""

_MAX_POSITIONS = 3
"""The maximum number of positions of ambiguous words in a message."""

_SEARCHES = 4096
"""The number of searches kept, so that the figures of a long quote are searched for only once."""


@record
class Claim(Record):
    """A single statement of a document, anchored to its span.

    `summary` is the compiler's wording for lists; the document's own words are in
    `evidence.exact`. `relations` are what it says about other statements. `notes` explain
    ambiguities. Fields that the document does not state are absent. Only a drafted claim has a
    `review`.
    """

    id: Id
    document: Id
    kind: ClaimKind
    summary: Label
    evidence: Selector
    attribution: Attribution = Attribution()
    figures: Entries[Figure] = ()
    likelihoods: Entries[Likelihood] = ()
    confidence: Confidence | None = None
    credibility: Credibility | None = None
    when: Entries[When] = ()
    relations: Entries[StatementRelation] = ()
    notes: Entries[Prose] = ()
    external: Entries[External] = ()
    review: Review | None = None

    @property
    def text_length(self) -> int:
        """The number of characters in all fields, except ids and other short ones."""
        texts: list[str | None] = [self.summary, *self.notes, *_texts(self.evidence)]
        for external in self.external:
            texts += (external.says, external.url)
        for relation in self.relations:
            texts += (relation.words, relation.of.edition, relation.of.figure)
        for stated in (self, self.review.rejected) if self.review is not None else (self,):
            texts += _texts_of_items(stated)
        if self.review is not None:
            texts += self.review.texts
        return sum(map(len, filter(None, texts)))

    @property
    def cited(self) -> frozenset[str]:
        """The ids of the sources that the claim names, also for knowledge from outside."""
        chains = (self.attribution.sources, *(external.chain for external in self.external))
        related = filter(None, (relation.of.source for relation in self.relations))
        return frozenset((*related, *(source for chain in chains for source in chain)))

    @property
    def rejected_sources(self) -> tuple[str, ...]:
        """The ids of the sources that the analyst took out of the claim."""
        taken = self.review.rejected.attribution if self.review is not None else None
        return taken.sources if taken is not None else ()

    def words_at(self, start: int, end: int) -> str:
        """Return the words of the claim's quote at a span of the document."""
        base = self.evidence.start
        return self.evidence.exact[start - base : end - base]

    def span_of(self, words: str, start: int | None) -> tuple[int, int]:
        """Return the span of `words` in the document, in code points, end exclusive.

        Raises ValueError unless the claim's quote contains the words at `start` or, without a
        `start`, contains them exactly once.
        """
        base, exact = self.evidence.start, self.evidence.exact
        if start is not None and start >= base and exact.startswith(words, start - base):
            return start, start + len(words)
        found, again = _first_two(exact, words)
        if found < 0:
            raise ValueError("these words are not in the claim's quote; copy them verbatim")
        if start is not None:
            where = self._positions(words)
            raise ValueError(f"these words are not at character {start}, but at {where}")
        if again >= 0:
            where = self._positions(words)
            raise ValueError(f"these words occur more than once, at {where}; add “start”")
        return base + found, base + found + len(words)

    def start_of(self, entry: Figure | Likelihood | When) -> int:
        """Return where the words of an entry begin in the document; 0 if it has none."""
        return self.span_of(entry.words, entry.start)[0] if entry.words is not None else 0

    def _positions(self, words: str) -> str:
        """Return the first positions of `words` in the document, for a message."""
        found: list[int] = []
        at = self.evidence.exact.find(words)
        while at >= 0 and len(found) < _MAX_POSITIONS:
            found.append(self.evidence.start + at)
            at = self.evidence.exact.find(words, at + 1)
        more = ["…"] if at >= 0 else []
        return ", ".join([*map(str, found), *more])

    def likelihoods_of(self, figure: Figure) -> tuple[Likelihood, ...]:
        """Return the likelihoods whose scope includes the figure's words or is not stated."""
        if not self.likelihoods:
            return ()
        start, end = self.span_of(figure.words, figure.start)
        return tuple(
            likelihood
            for likelihood in self.likelihoods
            if likelihood.scope is None
            or (likelihood.scope.start < end and start < likelihood.scope.end)
        )

    @property
    def review_state(self) -> ReviewState | None:
        """The state of the claim's review; None for a claim that was not drafted."""
        return self.review.state if self.review is not None else None

    @property
    def dated(self) -> bool:
        """Whether the claim has a date, rather than only words for a date or background dates."""
        return any(when.placed is not None and when.role != "background" for when in self.when)

    @property
    def own_dates(self) -> tuple[When, ...]:
        """The dates of what the claim states; the others are background."""
        return tuple(when for when in self.when if when.role != "background")

    @property
    def background_dates(self) -> tuple[When, ...]:
        """The dates of something else: a year of comparison, history."""
        return tuple(when for when in self.when if when.role == "background")


def without_lost_relations(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims without relations to other claims than these, except in other editions."""
    kept = {claim.id for claim in claims}
    return tuple(_related_within(_with_relations_to(claim, kept), kept) for claim in claims)


def _related_within(claim: Claim, kept: Collection[str]) -> Claim:
    found = tuple(
        relation
        for relation in claim.relations
        if relation.of.edition is not None or relation.of.claim is None or relation.of.claim in kept
    )
    return claim if len(found) == len(claim.relations) else claim.replace(relations=found)


def _with_relations_to(claim: Claim, kept: Collection[str]) -> Claim:
    lost = {
        relation.claim
        for figure in claim.figures
        for relation in figure.relations
        if relation.claim is not None and relation.claim not in kept
    }
    if not lost:
        return claim
    figures = (
        figure.replace(relations=tuple(one for one in figure.relations if one.claim not in lost))
        for figure in claim.figures
    )
    return claim.replace(figures=tuple(figures))


def _texts(span: Selector) -> tuple[str | None, ...]:
    return span.exact, span.prefix, span.suffix, span.note


def _texts_of_items(stated: Claim | Rejected) -> Iterator[str | None]:
    """Yield the texts of what a claim states, or of what was taken out of it."""
    if stated.attribution is not None:
        yield stated.attribution.words
        yield stated.attribution.note
    for figure in stated.figures:
        yield from (figure.words, figure.population, figure.place, figure.period, figure.note)
        yield from (relation.words for relation in figure.relations)
    for likelihood in stated.likelihoods:
        yield from (likelihood.words, likelihood.note)
        if likelihood.scope is not None:
            yield from _texts(likelihood.scope)
    for when in stated.when:
        yield from (when.words, when.note)


@lru_cache(maxsize=_SEARCHES)
def _first_two(text: str, words: str) -> tuple[int, int]:
    """Return where words occur first and where they occur next; -1 stands for nowhere."""
    found = text.find(words)
    return found, text.find(words, found + 1) if found >= 0 else -1
