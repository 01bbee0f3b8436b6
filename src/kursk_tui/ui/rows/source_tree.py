"""The chains of a briefing's sources as trees: origins, and below each who relays it."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from kursk_tui.query import Index, View
from kursk_tui.ui.rows.row_model import picker
from kursk_tui.ui.runtime.memo import kept

Chain = tuple[str, ...]

NOBODY: Chain = ()
"""The chain of claims that name no source; it stands below all trees."""


class Node(NamedTuple):
    """A chain with all that continue it.

    The claims of these stand together in `Forest.claims`, from `start` to `end`; those up to `own`
    have just this chain.
    """

    chain: Chain
    start: int
    own: int
    end: int
    children: tuple[int, ...]


class Forest:
    """Every chain of a briefing, in the order of the file; made once per briefing."""

    def __init__(self, index: Index) -> None:
        self.nodes: list[Node] = []
        self.claims: list[int] = []
        """The numbers of all claims, in the order of the trees."""
        following: dict[Chain, dict[Chain, None]] = {}
        for chain in index.chains:
            for length in range(1, len(chain) + 1):
                following.setdefault(chain[: length - 1], {})[chain[:length]] = None
        self.roots = [self._add(chain, index, following) for chain in following.get((), ())]
        if NOBODY in index.chains:
            self._add_nobody(index)
        self.place = {node.chain: at for at, node in enumerate(self.nodes)}
        self.pick = picker(self.claims)
        """Picks the flags of claims in the order of the trees."""

    def _add(self, chain: Chain, index: Index, following: dict[Chain, dict[Chain, None]]) -> int:
        # A chain is a few hops long: a tree is never deeper than that.
        at, start = len(self.nodes), len(self.claims)
        self.nodes.append(Node(chain, start, start, start, ()))
        self.claims += index.chains.get(chain, ())
        own = len(self.claims)
        children = tuple(self._add(one, index, following) for one in following.get(chain, ()))
        self.nodes[at] = Node(chain, start, own, len(self.claims), children)
        return at

    def _add_nobody(self, index: Index) -> None:
        start = len(self.claims)
        self.claims += index.chains[NOBODY]
        end = len(self.claims)
        self.nodes.append(Node(NOBODY, start, end, end, ()))

    @cached_property
    def spans(self) -> tuple[list[int], list[int], list[int]]:
        """Start, end of its own claims, and end of every node, each in a list of its own."""
        return (
            [node.start for node in self.nodes],
            [node.own for node in self.nodes],
            [node.end for node in self.nodes],
        )

    @cached_property
    def where(self) -> dict[int, int]:
        """The place of each claim in `claims`."""
        return {number: at for at, number in enumerate(self.claims)}

    @cached_property
    def sources(self) -> int:
        """How many sources all chains name."""
        return len({source for node in self.nodes for source in node.chain})

    @cached_property
    def named(self) -> list[str | None]:
        """The last source of each node's chain, None for nobody."""
        return [node.chain[-1] if node.chain else None for node in self.nodes]

    def in_order(self, key: Sequence[object] | None) -> Iterable[int]:
        """Return the nodes, those that continue one chain in the order of their keys.

        Without keys the order is that of the file.
        """
        if key is None:
            return range(len(self.nodes))
        ordered: list[int] = []
        waiting = sorted(self.roots, key=key.__getitem__, reverse=True)  # type: ignore[arg-type]
        while waiting:
            at = waiting.pop()
            ordered.append(at)
            children = self.nodes[at].children
            waiting += sorted(children, key=key.__getitem__, reverse=True)  # type: ignore[arg-type]
        if self.nodes and self.nodes[-1].chain == NOBODY:
            ordered.append(len(self.nodes) - 1)
        return ordered


class Shown:
    """How many claims of each node a view shows."""

    def __init__(self, forest: Forest, flags: bytes) -> None:
        self.forest = forest
        self.flags = forest.pick(flags)
        count = self.flags.count
        starts, _, ends = forest.spans
        self.counts = [count(1, start, end) for start, end in zip(starts, ends, strict=True)]

    def first(self, at: int) -> int:
        """Return the first claim of a node that is shown, its own before others."""
        node = self.forest.nodes[at]
        return self.forest.claims[self.flags.find(1, node.start, node.end)]

    def own(self, at: int) -> list[int]:
        """Return the claims with just the chain of a node that are shown."""
        node = self.forest.nodes[at]
        part = slice(node.start, node.own)
        return list(compress(self.forest.claims[part], self.flags[part]))

    @cached_property
    def sources(self) -> int:
        """How many sources the chains of the claims shown name."""
        return len(set(compress(self.forest.named, self.counts)) - {None})


@kept()
def shown(view: View) -> Shown:
    """Return how many claims of each node a view shows."""
    return Shown(forest(view.index), view.flags)


@kept()
def forest(index: Index) -> Forest:
    """Return the trees of a briefing."""
    return Forest(index)
