"""Words of the document: of an item, and of a claim with all its items."""

from typing import TypeVar

from kursk_tui.editing.error import EditError
from kursk_tui.model import (
    Attribution,
    Claim,
    Document,
    Figure,
    Likelihood,
    Proposal,
    Review,
    Selector,
    StatementRelation,
    When,
)
from kursk_tui.model.review import OpenNumber, Rejected
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

_QUOTE = 40

Span = tuple[int, int]
W = TypeVar("W", Figure, Likelihood, When, StatementRelation)
S = TypeVar("S", Proposal, OpenNumber)


def words_of(evidence: Selector, start: int, end: int) -> dict[str, object]:
    """Return `words` and `start` of an item; `start` is set only if the quote repeats the words.

    Raises EditError if the span is not part of the quote.
    """
    if not evidence.start <= start < end <= evidence.end:
        raise EditError("these words are not in the claim's quote")
    words = evidence.exact[start - evidence.start : end - evidence.start]
    if not any(map(str.isalnum, words)):
        raise EditError("these are marks, not words")
    first = evidence.exact.find(words)
    repeated = evidence.exact.find(words, first + 1) >= 0
    return {"words": words, "start": start if repeated else None}


def at_span(claim: Claim, document: Document, span: Span, items: Span | None = None) -> Claim:
    """Return a claim at another span of its document, with the items that begin in `items`.

    By default, it keeps all items. An item without words goes with the first word of the claim.
    Raises EditError if words of an item that it keeps would be outside.
    """
    from kursk_tui.english.summaries import summary  # loads the reader of English

    evidence = selector(document.text, *span)
    kept = _Kept(claim, evidence, items or (claim.evidence.start, claim.evidence.end))
    review = claim.review
    return claim.replace(
        evidence=evidence,
        summary=summary(evidence.exact),
        attribution=_attribution(claim, evidence),
        confidence=claim.confidence if kept.keeps(kept.confidence_at) else None,
        review=None if review is None else kept.review(review),
        figures=kept.of(claim.figures),
        likelihoods=kept.likelihoods(claim.likelihoods),
        when=kept.of(claim.when),
        relations=kept.of(claim.relations),
    )


class _Kept:
    """What a claim keeps at another span: the items that begin within `items`."""

    def __init__(self, claim: Claim, evidence: Selector, items: Span) -> None:
        self._claim, self._evidence, self._items = claim, evidence, items

    def keeps(self, at: int) -> bool:
        return self._items[0] <= at < self._items[1]

    @property
    def confidence_at(self) -> int:
        """Where the words of the analytic confidence begin, as far as the review shows it."""
        items = self._claim.review.items if self._claim.review is not None else ()
        found = (item.start for item in items if item.kind == "confidence")
        return next(found, self._claim.evidence.start)

    def of(self, entries: tuple[W, ...]) -> tuple[W, ...]:
        return tuple(kept for entry in entries if (kept := self._item(entry)) is not None)

    def _item(self, entry: W) -> W | None:
        """Return an item in another quote, or None if it belongs to another claim."""
        if entry.words is None:
            return entry if self.keeps(self._claim.evidence.start) else None
        start, end = self._claim.span_of(entry.words, entry.start)
        if not self.keeps(start):
            return None
        if not self._evidence.start <= start < end <= self._evidence.end:
            quote = shortened(visible(entry.words), _QUOTE)
            raise EditError(f"“{quote}” would be outside the claim; reject it first")
        return entry.replace(**words_of(self._evidence, start, end))

    def likelihoods(self, entries: tuple[Likelihood, ...]) -> tuple[Likelihood, ...]:
        """Return the likelihoods, their reach cut at the ends of the claim."""
        return tuple(
            likelihood.replace(scope=self._scope(likelihood)) for likelihood in self.of(entries)
        )

    def _scope(self, likelihood: Likelihood) -> Selector | None:
        if likelihood.scope is None:
            return None
        start = max(likelihood.scope.start, self._evidence.start)
        end = min(likelihood.scope.end, self._evidence.end)
        if start >= end:
            quote = shortened(visible(likelihood.words), _QUOTE)
            raise EditError(f"the words that “{quote}” reaches would be outside the claim")
        base = self._evidence.start
        return Selector(start=start, end=end, exact=self._evidence.exact[start - base : end - base])

    def review(self, review: Review) -> Review:
        taken = review.rejected
        first = self.keeps(self._claim.evidence.start)
        return review.replace(
            items=self._inside(review.items),
            open_numbers=self._inside(review.open_numbers),
            rejected=Rejected(
                attribution=taken.attribution if first else None,
                figures=self.of(taken.figures),
                likelihoods=self.likelihoods(taken.likelihoods),
                confidence=taken.confidence if first else None,
                when=self.of(taken.when),
                relations=tuple(
                    relation for relation in taken.relations if self.keeps(relation.to)
                ),
            ),
        )

    def _inside(self, entries: tuple[S, ...]) -> tuple[S, ...]:
        low, high = self._evidence.start, self._evidence.end
        return tuple(entry for entry in entries if low <= entry.start and entry.end <= high)


def _attribution(claim: Claim, evidence: Selector) -> Attribution:
    """Return the attribution; the source is inferred if its words are not in the quote."""
    attribution = claim.attribution
    if attribution.words is None:
        return attribution
    start, end = claim.span_of(attribution.words, attribution.start)
    if evidence.start <= start and end <= evidence.end:
        return attribution.replace(**words_of(evidence, start, end))
    basis = "inferred" if attribution.chain else None
    return attribution.replace(words=None, start=None, basis=basis)


def selector(text: str, start: int, end: int) -> Selector:
    """Return a span without the blanks around it. Raises EditError if nothing is left."""
    start, end = max(0, start), min(end, len(text))
    words = text[start:end].strip() if start < end else ""
    if not words:
        raise EditError("a claim needs words")
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Selector(start=start, end=start + len(words), exact=words)
