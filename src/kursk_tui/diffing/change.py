"""Changes between two editions of a briefing, as values."""

from dataclasses import dataclass
from typing import Literal

from kursk_tui.model import Claim

ChangeKind = Literal[
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
"""The kind of a change. `dates` are those of a claim, `date` is that of the briefing."""


NOT_STATED = "not stated"
"""The value of what an edition does not state."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind, its old and new values in words, if any, and a description."""

    what: ChangeKind
    old: str | None
    new: str | None
    message: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim in both editions, with its changes; `old` is None if added, `new` if removed."""

    old: Claim | None
    new: Claim | None
    changes: tuple[Change, ...]

    @property
    def claim(self) -> Claim:
        """The new claim or, if it was removed, the old one."""
        claim = self.new or self.old
        assert claim is not None
        return claim


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changed: in the briefing as a whole, and claim by claim."""

    general: tuple[Change, ...]
    claims: tuple[ClaimChange, ...]

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.general or self.claims)
