"""A briefing compared with an earlier version, as its views and panes use it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kursk_tui.diffing.change import NOT_STATED
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.ranking import Entry, Ranking, ranked
from kursk_tui.diffing.versions import compare
from kursk_tui.model import Briefing
from kursk_tui.query import Differing, bits
from kursk_tui.wording.phrases import REMOVED

_FEW_FIELDS = 2
"""The number of changed fields that a summary names."""


class Earlier(NamedTuple):
    """An earlier version of a briefing, and the name to show for it."""

    briefing: Briefing
    name: str


@dataclass(frozen=True, eq=False)
class Comparison:
    """The changes since an earlier version, the gravest first.

    `entries` leaves out changes that change nothing of what is stated, which `others` counts.
    `numbers` has the number of the claim of each entry, or None if the briefing does not have it.
    `gone` is the earlier version with only the claims that are no longer there. `again` counts what
    a library says again.
    """

    name: str
    entries: tuple[Entry, ...]
    numbers: tuple[int | None, ...]
    others: int
    differing: Differing
    gone: Briefing
    again: int = 0

    @classmethod
    def of(cls, earlier: Earlier, briefing: Briefing) -> "Comparison":
        """Compare a briefing with an earlier version."""
        if briefing.is_library and earlier.briefing.is_library:
            return cls._of_libraries(earlier, briefing)
        ranking = ranked(compare(earlier.briefing, briefing))
        shown = tuple(entry for entry in ranking.entries if entry.change.gravity < Gravity.OTHER)
        at = {claim.id: number for number, claim in enumerate(briefing.claims)}
        left = tuple(claim for claim in earlier.briefing.claims if claim.id in ranking.gone)
        return cls(
            earlier.name,
            shown,
            tuple(None if one.new is None else at[one.new.id] for one in shown),
            len(ranking.entries) - len(shown),
            _differing(ranking, at),
            earlier.briefing.replace(claims=left),
        )

    @classmethod
    def _of_libraries(cls, earlier: Earlier, briefing: Briefing) -> "Comparison":
        from kursk_tui.diffing.libraries import compared  # loaded with a library

        found = compared(earlier.briefing, briefing)
        at = {claim.id: number for number, claim in enumerate(briefing.claims)}
        gone = tuple(one for one in earlier.briefing.claims if one.id in found.gone)
        numbers = (
            None if entry.claim is None else at.get(entry.claim.id) for entry in found.entries
        )
        sets = (found.new, found.changed, found.weaker, found.perhaps, found.undated)
        return cls(
            earlier.name,
            found.entries,
            tuple(numbers),
            found.others,
            Differing(*(bits(map(at.__getitem__, ids), len(at)) for ids in sets)),
            earlier.briefing.replace(claims=gone),
            found.again,
        )

    @cached_property
    def by_claim(self) -> Mapping[str, Sequence[Entry]]:
        """The entries of each claim, by the ids of both sides."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for name in dict.fromkeys(one.id for one in (entry.new, entry.old) if one is not None):
                found[name].append(entry)
        return found

    @property
    def change_count(self) -> int:
        """The number of entries."""
        return len(self.entries)

    @cached_property
    def counts(self) -> dict[Gravity, int]:
        """The number of changes of each level that has any, the gravest first."""
        return Ranking(self.entries).counts

    @property
    def summary(self) -> str:
        """The number of claims that are new, changed and no longer there, such as `1 new`.

        Also what changed in no claim: the title, for example.
        """
        sets = self.differing
        counts = {
            "new": sets.new.bit_count(),
            "changed": sets.changed.bit_count(),
            "no longer there": len(self.gone.claims),
        }
        of_claims = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)
        fields = [entry.change.field for entry in self.entries if entry.claim is None]
        named = " and ".join(fields)
        if len(fields) > _FEW_FIELDS:
            named = f"{len(fields):,} changes outside the claims"
        elif named and not of_claims:
            named = f"{named} changed"
        found = "; also ".join(filter(None, (of_claims, named)))
        return found or ("only details changed" if self.others else "no changes")


def _differing(ranking: Ranking, at: dict[str, int]) -> Differing:
    sets = (ranking.new, ranking.changed, ranking.weaker)
    return Differing(*(bits(map(at.__getitem__, ids), len(at)) for ids in sets))


class Marked(NamedTuple):
    """The old and the new words of a change, with marks around removed words."""

    old: str
    new: str


def marked(entry: Entry) -> Marked:
    """Return the words of a change as plain text, with marks around removed words."""
    old = chain.from_iterable(
        _bracketed(piece.text) if piece.kind == "removed" else (piece.text,)
        for piece in entry.pieces
        if piece.kind != "added"
    )
    new = (piece.text for piece in entry.pieces if piece.kind != "removed")
    return Marked("".join(old).strip(), "".join(new).strip())


def _bracketed(text: str) -> tuple[str, str, str]:
    """Return the blanks before a text, the text in marks, and the blanks after it."""
    words = text.strip()
    if not words or words == NOT_STATED:
        return text, "", ""
    before, _, after = text.partition(words)
    return before, words.join(REMOVED), after
