"""Review of a drafted claim: which rules proposed it, how sure they are, and what was decided."""

from typing import Literal

from kursk_tui.model.record import Id, Label, Offset, Record, record

Tier = Literal["beside", "clause", "guess"]
"""How a rule found an item: right beside its words, in the same clause, or by a guess."""

Decision = Literal["accepted", "rejected"]
"""What the analyst decided about a drafted claim."""


@record
class Proposal(Record):
    """One item that a rule proposed: its kind, its span in the document, the rule and its tier.

    `evidence` are the spans of the other words that the rule rests on, end not included.
    """

    kind: Id
    start: Offset
    end: Offset
    rule: Label
    tier: Tier
    flags: tuple[Label, ...] = ()
    evidence: tuple[tuple[Offset, Offset], ...] = ()


@record
class Review(Record):
    """How a claim was drafted, and the analyst's decision; none yet is null."""

    decision: Decision | None = None
    items: tuple[Proposal, ...] = ()
    flags: tuple[Label, ...] = ()

    @property
    def needs_decision(self) -> bool:
        """Whether something of it is a guess, and nothing is decided."""
        return self.decision is None and any(item.tier == "guess" for item in self.items)
