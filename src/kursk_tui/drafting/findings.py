"""What a draft consists of: items read from the text, and what was seen and set aside."""

from dataclasses import dataclass, field
from typing import Any, Literal

ItemKind = Literal["sentence", "figure", "likelihood", "confidence", "when", "attribution"]
"""What an item says."""

Tier = Literal["beside", "clause", "guess"]
"""How an item was found: right beside its words, within the same clause, or guessed."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing read from the text: `text[start:end]`, what it says, and the rule that says so.

    `evidence` are the spans of the other words that the rule rests on; `extra` are spans that only
    the briefing needs: the population of a figure, the scope of a likelihood.
    """

    kind: ItemKind
    start: int
    end: int
    value: dict[str, Any]
    rule: str
    tier: Tier
    flags: tuple[str, ...] = ()
    evidence: tuple[tuple[int, int], ...] = ()
    extra: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A number, or a word that could be taken for an item, and why it is none."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Worded:
    """What the text says in words alone, without a number or a date, for the briefing to keep."""

    kind: Literal["figure", "when", "likelihood"]
    start: int
    end: int
    value: dict[str, Any]
    rule: str


@dataclass(slots=True)
class Findings:
    """What the rules have found so far, in one list each."""

    items: list[Item] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    worded: list[Worded] = field(default_factory=list)

    def reject(self, start: int, end: int, reason: str) -> None:
        """Note a rejection."""
        self.rejected.append(Rejection(start, end, reason))
