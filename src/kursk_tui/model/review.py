"""Review of a drafted claim: what the drafting rules proposed, and what the analyst decided."""

from typing import Literal

from kursk_tui.model.record import Entries, Id, Label, Offset, Record, record
from kursk_tui.vocabulary import Decision, Tier

ReviewState = Literal["unreviewed", "accepted", "rejected"]
"""The state of a drafted claim: its decision, or "unreviewed"."""


@record
class Proposal(Record):
    """An item proposed by a rule: its kind, its span in the document, the rule and its tier.

    `evidence` lists the spans of other words that the rule relies on, end exclusive.
    """

    kind: Id
    start: Offset
    end: Offset
    rule: Label
    tier: Tier
    flags: Entries[Label] = ()
    evidence: Entries[tuple[Offset, Offset]] = ()


@record
class Review(Record):
    """How a claim was drafted, and the analyst's decision, which is null before the review."""

    decision: Decision | None = None
    items: Entries[Proposal] = ()
    flags: Entries[Label] = ()

    @property
    def state(self) -> ReviewState:
        """The decision, or "unreviewed"."""
        return self.decision or "unreviewed"

    @property
    def needs_decision(self) -> bool:
        """Whether the claim is unreviewed and one of its items is a guess."""
        return self.decision is None and any(item.tier == "guess" for item in self.items)
