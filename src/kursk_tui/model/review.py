"""Review of a drafted claim: what the drafting rules proposed, and what the analyst decided."""

from collections.abc import Iterator
from typing import Literal

from kursk_tui.model.figure import Figure, Measure
from kursk_tui.model.likelihood import Confidence, Likelihood
from kursk_tui.model.record import Entries, Id, Label, Offset, Record, Words, record
from kursk_tui.model.source import Attribution
from kursk_tui.model.when import When
from kursk_tui.vocabulary import Decision, RelationKind, Tier

ReviewState = Literal["unreviewed", "accepted", "rejected"]
"""The state of a drafted claim: its decision, or "unreviewed"."""


@record
class Proposal(Record):
    """An item proposed by a rule: its kind, its span in the document, the rule and its tier.

    `evidence` lists the spans of other words that the rule relies on, end exclusive. `decision` is
    the analyst's decision on this item alone.
    """

    kind: Id
    start: Offset
    end: Offset
    rule: Label
    tier: Tier
    flags: Entries[Label] = ()
    evidence: Entries[tuple[Offset, Offset]] = ()
    decision: Decision | None = None


@record
class OpenNumber(Record):
    """A number that drafting set aside, with its reason, for the analyst to decide on.

    `start` and `end` are the span of the number with its qualifiers. `measures` are those that the
    words around it suggest, the likeliest first.
    """

    start: Offset
    end: Offset
    words: Words
    reason: Label
    measures: Entries[Measure] = ()
    decision: Decision | None = None


@record
class LostRelation(Record):
    """A relation of another figure to a rejected one, which returns with it.

    `claim` is the claim of the other figure, and `start` is where that figure begins; the rejected
    figure begins at `to`.
    """

    kind: RelationKind
    claim: Id
    start: Offset
    to: Offset


@record
class Rejected(Record):
    """Items that the analyst took out of a claim. The claim does not state them.

    `relations` are those of other figures to the rejected `figures`.
    """

    attribution: Attribution | None = None
    figures: Entries[Figure] = ()
    likelihoods: Entries[Likelihood] = ()
    confidence: Confidence | None = None
    when: Entries[When] = ()
    relations: Entries[LostRelation] = ()


@record
class Review(Record):
    """How a claim was drafted, and the analyst's decisions.

    `decision` is the one on the claim as a whole, null before the review.
    """

    decision: Decision | None = None
    items: Entries[Proposal] = ()
    flags: Entries[Label] = ()
    open_numbers: Entries[OpenNumber] = ()
    rejected: Rejected = Rejected()

    @property
    def state(self) -> ReviewState:
        """The decision, or "unreviewed"."""
        return self.decision or "unreviewed"

    @property
    def needs_decision(self) -> bool:
        """Whether the claim is unreviewed and one of its items is a guess without a decision."""
        return self.decision is None and any(
            item.tier == "guess" and item.decision is None for item in self.items
        )

    @property
    def open_items(self) -> int:
        """The number of guesses, flagged items and open numbers without a decision."""
        if self.decision is not None:
            return 0
        numbers = [number for number in self.open_numbers if number.decision is None]
        return len(self.open_proposals) + len(numbers)

    @property
    def open_proposals(self) -> tuple[Proposal, ...]:
        """The guesses and flagged items without a decision; none once the claim has one."""
        if self.decision is not None:
            return ()
        undecided = (item for item in self.items if item.decision is None)
        return tuple(item for item in undecided if item.tier == "guess" or item.flags)

    @property
    def texts(self) -> Iterator[str]:
        """The texts of the proposals and open numbers, except short ones."""
        yield from self.flags
        for item in self.items:
            yield item.rule
            yield from item.flags
        for number in self.open_numbers:
            yield number.words
            yield number.reason
