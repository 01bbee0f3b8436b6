"""Changes between two versions of a briefing, as values."""

from dataclasses import dataclass
from typing import Literal

from kursk_tui.diffing.gravity import Gravity
from kursk_tui.model import Claim

ChangeKind = Literal[
    "title",
    "status",
    "date",
    "handling",
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
    "relations",
    "statement",
    "edition-added",
    "edition-removed",
    "edition-renamed",
    "edition-unread",
    "decision-added",
    "decision-removed",
    "decision-changed",
    "other",
]
"""The kind of a change. `dates` are those of a claim, `date` is that of the briefing.

An edition is *unread* if one of two libraries has its file with errors.
`statement` is what is new about a statement of a library.
"""


NOT_STATED = "not stated"
"""The value of what a version does not state."""


Direction = Literal["weaker", "stronger"]
"""Whether less or more is stated than before, or less or more surely.

*Weaker* is a lower likelihood or one that was added; a lower confidence, reliability or
credibility; a lower number, a figure of which the words now establish less ("38" that became
"about 38") or that is no longer asserted or stated; an attribution that names fewer sources, became
inferred, or whose source no longer asserts the claim. *Stronger* is the opposite.

A lost qualifier has no direction: "38" after "at least 38" claims more precision on no more
grounds. It is the gravest change, but the claim is not weaker.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind, its old and new values in words, if any, and a description.

    `field` names what changed: a measure, "likelihood", "words" and so on. `old_words` and
    `new_words` are what to show of the values: the words of the document where there are any.
    `effect` is what the change amounts to, without the field and the words; it may be empty.
    """

    what: ChangeKind
    old: str | None
    new: str | None
    message: str
    gravity: Gravity
    field: str
    old_words: str | None
    new_words: str | None
    effect: str = ""
    direction: Direction | None = None


def replaced(
    what: ChangeKind,
    gravity: Gravity,
    field: str,
    values: tuple[str | None, str | None],
    *,
    message: str = "",
    effect: str = "",
    direction: Direction | None = None,
) -> Change:
    """Return a change whose old and new values are also the words to show."""
    old, new = values
    message = message or f"{field}: {old} became {new}"
    return Change(what, old, new, message, gravity, field, old, new, effect, direction)


def by_order(old: float, new: float) -> Direction | None:
    """Return the direction of a change between two values, of which the lower is the weaker."""
    if old == new:
        return None
    return "weaker" if new < old else "stronger"


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim in both versions, with its changes; `old` is None if added, `new` if removed."""

    old: Claim | None
    new: Claim | None
    changes: tuple[Change, ...]

    @property
    def claim(self) -> Claim:
        """The new claim or, if it was removed, the old one."""
        claim = self.new or self.old
        assert claim is not None
        return claim

    @property
    def gravity(self) -> Gravity:
        """The gravity of its gravest change."""
        if self.old is None or self.new is None:
            return Gravity.NEW if self.old is None else Gravity.GONE
        return min((change.gravity for change in self.changes), default=Gravity.OTHER)


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changed: in the briefing as a whole, and claim by claim."""

    general: tuple[Change, ...]
    claims: tuple[ClaimChange, ...]

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.general or self.claims)

    def as_grave_as(self, least: Gravity) -> "Difference":
        """Return the difference without changes that are less grave than `least`."""
        general = tuple(change for change in self.general if change.gravity <= least)
        claims = (
            ClaimChange(
                claim.old, claim.new, tuple(each for each in claim.changes if each.gravity <= least)
            )
            for claim in self.claims
            if claim.gravity <= least
        )
        return Difference(general, tuple(claims))
