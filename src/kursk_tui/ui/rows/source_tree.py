"""The attribution chains of a briefing as trees: origins, with their relays below."""

from collections.abc import Sequence
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from kursk_tui.query import Index
from kursk_tui.ui.rows.row_model import flag_picker

Chain = tuple[str, ...]

UNATTRIBUTED: Chain = ()
"""The chain of claims without a source; its node comes after all trees."""


class Node(NamedTuple):
    """A chain, with all chains that continue it.

    `SourceTree.claims[start:end]` are the claims of all these chains; those before `own` have
    exactly this chain.
    """

    chain: Chain
    start: int
    own: int
    end: int
    children: tuple[int, ...]


class SourceTree:
    """All attribution chains of a briefing, in the order of the file."""

    def __init__(self, index: Index) -> None:
        self.nodes: list[Node] = []
        self.claims: list[int] = []
        """The numbers of all claims, ordered by node."""
        continuations: dict[Chain, dict[Chain, None]] = {}
        for chain in index.chains:
            for length in range(1, len(chain) + 1):
                continuations.setdefault(chain[: length - 1], {})[chain[:length]] = None
        roots = continuations.get((), ())
        self.roots = [self._add(chain, index, continuations) for chain in roots]
        if UNATTRIBUTED in index.chains:
            self._add_unattributed(index)
        self.node_of = {node.chain: at for at, node in enumerate(self.nodes)}
        """The index of each chain's node."""
        self.place_of = {number: at for at, number in enumerate(self.claims)}
        """The index of each claim in `claims`."""
        self.pick_flags = flag_picker(self.claims)
        """Reorders the flags of a view like `claims`."""

    def _add(
        self, chain: Chain, index: Index, continuations: dict[Chain, dict[Chain, None]]
    ) -> int:
        # The recursion is as deep as the longest chain: a few hops.
        at, start = len(self.nodes), len(self.claims)
        self.nodes.append(Node(chain, start, start, start, ()))
        self.claims += index.chains.get(chain, ())
        own = len(self.claims)
        children = continuations.get(chain, ())
        numbers = tuple(self._add(one, index, continuations) for one in children)
        self.nodes[at] = Node(chain, start, own, len(self.claims), numbers)
        return at

    def _add_unattributed(self, index: Index) -> None:
        start = len(self.claims)
        self.claims += index.chains[UNATTRIBUTED]
        end = len(self.claims)
        self.nodes.append(Node(UNATTRIBUTED, start, end, end, ()))

    @cached_property
    def bounds(self) -> tuple[list[int], list[int]]:
        """The starts and the ends of all nodes, as two lists."""
        return [node.start for node in self.nodes], [node.end for node in self.nodes]

    @cached_property
    def last_sources(self) -> list[str | None]:
        """The last source of each node's chain; None for unattributed claims."""
        return [node.chain[-1] if node.chain else None for node in self.nodes]

    @cached_property
    def source_count(self) -> int:
        """The number of different sources in all chains."""
        return len({source for node in self.nodes for source in node.chain})

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
        if self.nodes and self.nodes[-1].chain == UNATTRIBUTED:
            ordered.append(len(self.nodes) - 1)
        return ordered


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
