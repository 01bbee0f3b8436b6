"""Names of populations and of places: which are one, which are two, and which lie within others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from kursk_tui.counting.answers import Answer
from kursk_tui.text.folding import fold

_folded = lru_cache(maxsize=16_384)(fold)  # every comparison asks for the same few names


@dataclass(frozen=True, slots=True)
class Names:
    """Decisions about names. A name that no decision mentions is its own.

    `one` maps a folded name to what it is a name of, `wider` a name to those that contain it, and
    `two` are pairs that are certainly not the same. Contained names need not be listed for
    everything that contains them in turn.
    """

    one: Mapping[str, str] = field(default_factory=dict)
    wider: Mapping[str, frozenset[str]] = field(default_factory=dict)
    two: frozenset[frozenset[str]] = frozenset()

    def within(self, one: str | None, other: str | None) -> Answer:
        """Return whether what a name names is within what another names.

        Names that nobody has decided on may be one; a name that is not stated may be any.
        """
        if one is None or other is None:
            return "maybe"
        return self.resolved_within(self.resolved(one), self.resolved(other))

    def resolved_within(self, mine: str, theirs: str) -> Answer:
        """Return whether one of two resolved names is within the other."""
        if mine == theirs or theirs in self.containing(mine):
            return "yes"
        apart = frozenset((mine, theirs)) in self.two or mine in self.containing(theirs)
        return "no" if apart else "maybe"

    @property
    def decided(self) -> frozenset[str]:
        """What is certainly not within something else, or within it, by a decision."""
        return frozenset((*self.wider, *chain(*self.wider.values()), *chain(*self.two)))

    def resolved(self, name: str) -> str:
        """Return what a name is a name of: as decided, else the folded name."""
        folded = _folded(name)
        return self.one.get(folded, folded)

    def containing(self, name: str) -> set[str]:
        """Return what contains that which a name names, by all decisions together."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            new = self.wider.get(waiting.pop(), frozenset()) - found
            found |= new
            waiting.extend(new)
        return found

    def loops(self) -> Iterable[str]:
        """Yield the names that contain themselves, which no decision may say."""
        # First take away what ends at the top: to follow each name of a long chain takes seconds.
        left = dict(self.wider)
        inside: dict[str, list[str]] = defaultdict(list)
        for name, wider in left.items():
            for one in wider:
                inside[one].append(name)
        open_ones = {name: len(wider & left.keys()) for name, wider in left.items()}
        ends = [name for name, count in open_ones.items() if not count]
        while ends:
            name = ends.pop()
            del left[name]
            for one in inside[name]:
                open_ones[one] -= 1
                if not open_ones[one]:
                    ends.append(one)
        return (name for name in left if name in self.containing(name))


NO_DECISIONS = Names()
