"""What changed between two editions, as values."""

from dataclasses import dataclass
from typing import Literal

from kursk_tui.model import Claim

What = Literal[
    "title",
    "status",
    "date",
    "document-added",
    "document-removed",
    "document-changed",
    "source-added",
    "source-removed",
    "source-changed",
    "claim-added",
    "claim-removed",
    "claim-renamed",
    "reworded",
    "kind",
    "summary",
    "attribution",
    "figure-added",
    "figure-removed",
    "figure-value",
    "figure-qualifier",
    "figure-other",
    "likelihood-added",
    "likelihood-removed",
    "likelihood-moved",
    "likelihood-scale",
    "likelihood-other",
    "confidence",
    "credibility",
    "dates",
    "other",
]
"""What kind of change it is; `dates` are a claim's, `date` is the briefing's."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what was there before and after, as words, and a sentence."""

    what: What
    old: str | None
    new: str | None
    message: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim in the edition before and in that after, one of them None if it is not there."""

    old: Claim | None
    new: Claim | None
    changes: tuple[Change, ...]

    @property
    def claim(self) -> Claim:
        """The claim as it is now, or as it was last."""
        claim = self.new or self.old
        assert claim is not None
        return claim


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changed: of the briefing as a whole, and claim by claim."""

    general: tuple[Change, ...]
    claims: tuple[ClaimChange, ...]

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.general or self.claims)
