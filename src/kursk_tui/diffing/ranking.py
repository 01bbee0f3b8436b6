"""The changes between two versions in order of gravity."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kursk_tui.diffing.change import NOT_STATED, Change, ClaimChange, Difference, replaced
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.words import Piece, word_changes
from kursk_tui.model import Claim
from kursk_tui.wording.phrases import STRONGER, WEAKER


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with its claim in both versions; neither for a change of the briefing as a whole."""

    old: Claim | None
    new: Claim | None
    change: Change

    @property
    def claim(self) -> Claim | None:
        """The claim in the newer version or, if it is no longer there, in the older one."""
        return self.new or self.old

    @property
    def sign(self) -> str:
        """The sign of the change: its direction or, if it has none, its gravity."""
        match self.change.direction:
            case "weaker":
                return WEAKER
            case "stronger":
                return STRONGER
        return self.change.gravity.sign

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words before and after; what is not stated has no word in common with what is."""
        old, new = self.change.old_words or "", self.change.new_words or ""
        if not any(words.endswith(NOT_STATED) for words in (old, new)):
            return word_changes(old, new)
        return (Piece("removed", old), Piece("added", new))


@dataclass(frozen=True)
class Ranking:
    """All changes between two versions, the gravest first."""

    entries: tuple[Entry, ...]

    @cached_property
    def counts(self) -> dict[Gravity, int]:
        """The number of changes of each level that has any, the gravest first."""
        found = Counter(entry.change.gravity for entry in self.entries)
        return {level: found[level] for level in Gravity if found[level]}

    @cached_property
    def new(self) -> frozenset[str]:
        """The ids of the claims that only the newer version has."""
        return frozenset(
            entry.new.id for entry in self.entries if entry.new is not None and entry.old is None
        )

    @cached_property
    def gone(self) -> frozenset[str]:
        """The ids of the claims that only the older version has."""
        return frozenset(
            entry.old.id for entry in self.entries if entry.old is not None and entry.new is None
        )

    @cached_property
    def changed(self) -> frozenset[str]:
        """The ids, in the newer version, of the claims in both that differ in more than noise."""
        return frozenset(
            entry.new.id
            for entry in self.entries
            if entry.old and entry.new and entry.change.gravity is not Gravity.OTHER
        )

    @cached_property
    def weaker(self) -> frozenset[str]:
        """The ids, in the newer version, of the claims that state less, or less surely."""
        return frozenset(
            entry.new.id
            for entry in self.entries
            if entry.new and entry.change.direction == "weaker"
        )


def ranked(difference: Difference) -> Ranking:
    """Return the changes in order of gravity; those of one level in order of the newer version."""
    return Ranking(tuple(sorted(_entries(difference), key=lambda entry: entry.change.gravity)))


def _entries(difference: Difference) -> Iterator[Entry]:
    for change in difference.general:
        yield Entry(None, None, change)
    for claim in difference.claims:
        if claim.old is None or claim.new is None:
            yield Entry(claim.old, claim.new, _whole(claim))
        for change in claim.changes:
            yield Entry(claim.old, claim.new, change)


def _whole(one: ClaimChange) -> Change:
    words = " ".join(one.claim.evidence.exact.split())
    if one.old is None:
        return replaced("claim-added", Gravity.NEW, "claim", (None, words), message="new")
    message = Gravity.GONE.words
    return replaced("claim-removed", Gravity.GONE, "claim", (words, None), message=message)
