"""The attribution chains of a briefing with their claims, and the rows that show them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, compress
from typing import NamedTuple

from kursk_tui.query import Index
from kursk_tui.ui.rows.row_model import Group, LazySequence, Row, Stop, flag_picker

_SEPARATOR = "/"  # which no source id contains


class SourceChain(NamedTuple):
    """A chain of source ids, origin first; empty for claims that name no source.

    `inferred` is set if a reader inferred the chain. `SourceChains.claims[start:end]` are its
    claims.
    """

    sources: tuple[str, ...]
    inferred: bool
    start: int
    end: int

    @property
    def key(self) -> str:
        """The key of its row."""
        return keys_of(self.sources)[self.inferred]


def keys_of(sources: Sequence[str]) -> tuple[str, str]:
    """Return the keys of the rows of a chain: stated, and inferred."""
    return _SEPARATOR.join((*sources, "stated")), _SEPARATOR.join((*sources, "inferred"))


class SourceChains:
    """All chains of a briefing in the order of the file; claims that name no source are last.

    A claim with several origins is among the claims of several chains.
    """

    def __init__(self, index: Index) -> None:
        self.chains: list[SourceChain] = []
        self.claims: list[int] = []
        """The numbers of the claims of each chain, one chain after the other."""
        for sources, inferred, claims in _by_basis(index):
            start = len(self.claims)
            self.claims += claims
            self.chains.append(SourceChain(sources, inferred, start, len(self.claims)))
        self.starts = [one.start for one in self.chains]
        self.place_of = {number: at for at, number in enumerate(self.claims)}
        """An index of each claim in `claims`."""
        self._several: dict[int, list[int]] = defaultdict(list)
        if len(self.claims) > len(self.place_of):
            self._find_several(len(self.place_of))
        self.pick_flags = flag_picker(self.claims)
        """Reorders the flags of a view like `claims`."""

    def _find_several(self, count: int) -> None:
        """Find the claims of several chains, among `count` claims."""
        seen = bytearray(count)
        for number in self.claims:
            seen[number] = min(2, seen[number] + 1)
        for at, one in enumerate(self.chains):
            for number in self.claims[one.start : one.end]:
                if seen[number] > 1:
                    self._several[number].append(at)

    def find(self, claim: int) -> Sequence[int]:
        """Return the numbers of a claim's chains."""
        if claim in self._several:
            return self._several[claim]
        return (bisect_right(self.starts, self.place_of[claim]) - 1,)

    @cached_property
    def most(self) -> int:
        """The largest number of claims of a chain."""
        return max((one.end - one.start for one in self.chains), default=0)

    @cached_property
    def source_count(self) -> int:
        """The number of different sources in all chains."""
        return _count_sources(self.chains)


def _by_basis(index: Index) -> Sequence[tuple[tuple[str, ...], bool, list[int]]]:
    """Return each chain with the claims that state it, and those it was inferred for."""
    found: list[tuple[tuple[str, ...], bool, list[int]]] = []
    every = index.claims
    for sources, claims in index.chains.items():
        inferred = [one for one in claims if every[one].attribution.basis == "inferred"]
        stated = sorted({*claims}.difference(inferred)) if inferred else claims
        found += [(sources, bool(at), one) for at, one in enumerate((stated, inferred)) if one]
    found.sort(key=lambda one: (not one[0], one[2][0]))
    return found


def _count_sources(chains: Iterable[SourceChain]) -> int:
    return len(set(chain.from_iterable(one.sources for one in chains)))


class ShownClaims:
    """The claims that a view shows of each chain. `flags` has a byte for each claim."""

    def __init__(self, chains: SourceChains, flags: bytes) -> None:
        self.chains = chains
        self._flags = chains.pick_flags(flags)
        count = self._flags.count
        self.counts = [count(1, one.start, one.end) for one in chains.chains]
        """The number of claims shown of each chain."""

    def shows(self, claim: int) -> bool:
        """Return whether a claim is shown."""
        return bool(self._flags[self.chains.place_of[claim]])

    def first(self, at: int) -> int:
        """Return the first claim shown of a chain."""
        found = self.chains.chains[at]
        return self.chains.claims[self._flags.find(1, found.start, found.end)]

    def of(self, at: int) -> list[int]:
        """Return the claims shown of a chain."""
        part = slice(self.chains.chains[at].start, self.chains.chains[at].end)
        return list(compress(self.chains.claims[part], self._flags[part]))

    @cached_property
    def source_count(self) -> int:
        """The number of different sources of the claims shown."""
        if all(self.counts):
            return self.chains.source_count
        return _count_sources(compress(self.chains.chains, self.counts))


class ChainRows:
    """The row model of the chains. A row is a chain, or a claim below an open chain.

    `Row.part` is the number of the chain. An entry is this number or, for claim n, -1 - n.
    """

    def __init__(self, shown: ShownClaims, order: Sequence[int], opened: frozenset[str]) -> None:
        self._shown = shown
        self._chains = shown.chains
        entries = [at for at in order if shown.counts[at]]
        if opened:
            entries = list(self._with_claims(entries, opened))
        self._entries = entries
        self._row_of = {entry: row for row, entry in enumerate(entries)}
        self._again: dict[int, list[int]] = defaultdict(list)
        """Further rows of claims that are below several open chains."""
        if len(self._row_of) < len(entries):
            for row, entry in enumerate(entries):
                if self._row_of[entry] != row:
                    self._again[entry].append(row)

    def _with_claims(self, chains: Sequence[int], opened: frozenset[str]) -> Iterator[int]:
        for at in chains:
            yield at
            if self._chains.chains[at].key in opened:
                yield from (-1 - number for number in self._shown.of(at))

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return LazySequence(len(self._entries), self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the cursor: every row is a stop."""
        return LazySequence(len(self._entries), self._stop)

    def _row(self, at: int) -> Row:
        entry = self._entries[at]
        return Row(-1 - entry) if entry < 0 else Row(None, entry, self._chains.chains[entry].key)

    def _stop(self, at: int) -> Stop:
        entry, find = self._entries[at], self._chains.find
        if entry < 0:
            return Stop(-1 - entry, at, at)
        group = Group(self._shown.counts[entry], lambda claim: entry in find(claim))
        return Stop(self._shown.first(entry), at, at, group)

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the rows of a claim's chains and of the claim, if they are shown."""
        if not self._shown.shows(claim):
            return ()
        entries = (*self._chains.find(claim), -1 - claim)
        rows = [self._row_of[one] for one in entries if one in self._row_of]
        return sorted([*rows, *self._again.get(-1 - claim, ())])

    def stop_at(self, row: int) -> int | None:
        """Return the row itself if it exists."""
        return row if 0 <= row < len(self._entries) else None
