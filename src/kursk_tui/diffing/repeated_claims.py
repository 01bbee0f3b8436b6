"""Claims without figures that a later edition says again, changes, or no longer repeats."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kursk_tui.model import Claim
from kursk_tui.text.folding import fold
from kursk_tui.tracking.pairing import pair_claims


class Printing(NamedTuple):
    """The claims without figures of an edition, in the order of the library.

    Outside a series, claims are one only if their words are the same.
    """

    series: Hashable | None
    is_new: bool
    claims: Sequence[Claim]


class Pair(NamedTuple):
    """A claim of a new edition, and the known one that it says again; either may be None.

    A claim without a new one is not in the `later` editions of its series.
    """

    old: Claim | None
    new: Claim | None
    later: int = 0


def repeated(printings: Iterable[Printing]) -> Iterator[Pair]:
    """Yield each claim of the new editions; then the known claims that no new one repeats."""
    series: dict[Hashable, _Series] = {}
    words: dict[str, Claim] = {}
    for printing in printings:
        if printing.series is not None:
            yield from series.setdefault(printing.series, _Series()).met(printing)
            continue
        for claim in printing.claims:
            known = words.setdefault(_folded(claim), claim)
            if printing.is_new:
                yield Pair(None if known is claim else known, claim)
    for one in series.values():
        yield from one.unrepeated


def _folded(claim: Claim) -> str:
    return fold(" ".join(claim.evidence.exact.split()))


class _Series:
    """The claims of the last known edition of a series, and those that are new after it."""

    def __init__(self) -> None:
        self._known: dict[str, Claim] = {}
        self._waiting: dict[str, Claim] = {}
        self._later = 0

    def met(self, printing: Printing) -> Iterator[Pair]:
        """Yield the claims of the next edition if it is new."""
        if not printing.is_new:
            self._known = {claim.id: claim for claim in printing.claims}
            self._waiting = dict(self._known)
            self._later = 0
            return
        self._later += 1
        for old, new in list(pair_claims([*self._known.values()], printing.claims)):
            if new is None:
                continue
            if old is not None:
                del self._known[old.id]
                self._waiting.pop(old.id, None)
            self._known[new.id] = new
            yield Pair(old, new)

    @property
    def unrepeated(self) -> Iterator[Pair]:
        """The claims of the last known edition that none of the later ones repeats."""
        if self._later:
            yield from (Pair(claim, None, self._later) for claim in self._waiting.values())
