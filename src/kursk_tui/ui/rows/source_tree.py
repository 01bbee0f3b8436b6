"""The attribution chains of a briefing as trees: origins, with their relays below."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from kursk_tui.query import Index
from kursk_tui.ui.rows.row_model import flag_picker

Chain = tuple[str, ...]

UNATTRIBUTED: Chain = ()
"""The chain of claims without a source; its node comes after all trees."""


class Node(NamedTuple):
    """A chain, with all chains that continue it: the first `length` sources of `continued`.

    `parent` is the node of the chain without its last source, or -1. `SourceTree.claims[start:end]`
    are the claims of all these chains; those before `own` have exactly this chain.
    """

    continued: Chain
    length: int
    parent: int
    start: int
    own: int
    end: int
    children: tuple[int, ...]

    @property
    def chain(self) -> Chain:
        """The ids of the sources, origin first."""
        return self.continued[: self.length]


class _Branch:
    """A chain while the tree is built: its claims, and its continuations by their last source."""

    __slots__ = ("claims", "continued", "length", "next")

    def __init__(self, continued: Chain, length: int) -> None:
        self.continued = continued
        self.length = length
        self.claims: Sequence[int] = ()
        self.next: dict[str, _Branch] = {}


class SourceTree:
    """All attribution chains of a briefing, in the order of the file."""

    def __init__(self, index: Index) -> None:
        self.nodes: list[Node] = []
        self.claims: list[int] = []
        """The numbers of all claims, ordered by node."""
        self.roots: list[int] = []
        self._add(_branches(index))
        if UNATTRIBUTED in index.chains:
            self._add_unattributed(index)
        self.place_of = {number: at for at, number in enumerate(self.claims)}
        """The index of each claim in `claims`."""
        self.pick_flags = flag_picker(self.claims)
        """Reorders the flags of a view like `claims`."""

    def _add(self, origins: Iterable[_Branch]) -> None:
        """Add the nodes, each before its continuations. The stack is explicit: chains are long."""
        children: list[list[int]] = []
        waiting = [(branch, -1) for branch in reversed([*origins])]
        while waiting:
            branch, parent = waiting.pop()
            at, start = len(self.nodes), len(self.claims)
            (self.roots if parent < 0 else children[parent]).append(at)
            children.append([])
            self.claims += branch.claims
            own = len(self.claims)
            self.nodes.append(Node(branch.continued, branch.length, parent, start, own, own, ()))
            waiting += ((one, at) for one in reversed(branch.next.values()))
        for at in reversed(range(len(self.nodes))):
            below = children[at]
            if below:
                end = self.nodes[below[-1]].end
                self.nodes[at] = self.nodes[at]._replace(end=end, children=tuple(below))

    def _add_unattributed(self, index: Index) -> None:
        start = len(self.claims)
        self.claims += index.chains[UNATTRIBUTED]
        end = len(self.claims)
        self.nodes.append(Node(UNATTRIBUTED, 0, -1, start, end, end, ()))

    def path_of(self, claim: int) -> list[int]:
        """Return the node of a claim's chain, and those of the chains that it continues."""
        at = bisect_right(self.bounds[0], self.place_of[claim]) - 1
        path = [at]
        while (at := self.nodes[at].parent) >= 0:
            path.append(at)
        return path

    def find(self, chain: Chain) -> int | None:
        """Return the node of a chain, or None."""
        if not chain:
            last = len(self.nodes) - 1
            return last if self.nodes and not self.nodes[last].length else None
        level: Sequence[int] = self.roots
        found: int | None = None
        for source in chain:
            found = next((at for at in level if self.last_sources[at] == source), None)
            if found is None:
                return None
            level = self.nodes[found].children
        return found

    @cached_property
    def bounds(self) -> tuple[list[int], list[int]]:
        """The starts and the ends of all nodes, as two lists."""
        return [node.start for node in self.nodes], [node.end for node in self.nodes]

    @cached_property
    def last_sources(self) -> list[str | None]:
        """The last source of each node's chain; None for unattributed claims."""
        return [node.continued[node.length - 1] if node.length else None for node in self.nodes]

    @cached_property
    def source_count(self) -> int:
        """The number of different sources in all chains."""
        return len(set(self.last_sources) - {None})

    def sorted_nodes(self, keys: Sequence[str] | Sequence[int] | None) -> Sequence[int]:
        """Return the nodes, with the continuations of each chain sorted by key.

        `keys` contains a key for each node; None gives the order of the file.
        """
        if keys is None:
            return range(len(self.nodes))
        ordered: list[int] = []
        waiting = sorted(self.roots, key=keys.__getitem__, reverse=True)
        while waiting:
            at = waiting.pop()
            ordered.append(at)
            children = self.nodes[at].children
            waiting += sorted(children, key=keys.__getitem__, reverse=True)
        if self.nodes and not self.nodes[-1].length:
            ordered.append(len(self.nodes) - 1)
        return ordered


def _branches(index: Index) -> Iterable[_Branch]:
    """Return the origins of all chains, each with its continuations and claims."""
    origins: dict[str, _Branch] = {}
    for chain, claims in index.chains.items():
        level = origins
        branch: _Branch | None = None
        for hop, source in enumerate(chain):
            branch = level.get(source)
            if branch is None:
                branch = level[source] = _Branch(chain, hop + 1)
            level = branch.next
        if branch is not None:
            branch.claims = claims
    return origins.values()


class ShownClaims:
    """The claims that a view shows at each node. `flags` has a byte for each claim."""

    def __init__(self, tree: SourceTree, flags: bytes) -> None:
        self.tree = tree
        self._flags = tree.pick_flags(flags)
        count = self._flags.count
        starts, ends = tree.bounds
        self.counts = [count(1, start, end) for start, end in zip(starts, ends, strict=True)]
        """The number of claims shown at each node and below it."""

    def shows(self, claim: int) -> bool:
        """Return whether a claim is shown."""
        return bool(self._flags[self.tree.place_of[claim]])

    def first(self, at: int) -> int:
        """Return the first shown claim of a node; its own claims come first."""
        node = self.tree.nodes[at]
        return self.tree.claims[self._flags.find(1, node.start, node.end)]

    def own(self, at: int) -> list[int]:
        """Return the shown claims with exactly the chain of a node."""
        node = self.tree.nodes[at]
        part = slice(node.start, node.own)
        return list(compress(self.tree.claims[part], self._flags[part]))

    @cached_property
    def source_count(self) -> int:
        """The number of different sources in the chains of the claims shown."""
        return len(set(compress(self.tree.last_sources, self.counts)) - {None})
