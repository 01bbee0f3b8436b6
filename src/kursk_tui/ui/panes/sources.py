"""Sources: who says what, as a tree from the origin down through those who relay it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain as joined
from itertools import compress

from kursk_tui.briefing import wording
from kursk_tui.ui import phrases
from kursk_tui.ui.lens import Column, Pane, Scene
from kursk_tui.ui.line import Line, Span, line, spread
from kursk_tui.ui.listing import Fixed, Group, Listing, Row, Stop

Chain = tuple[str, ...]

_CLAIMS = "claims"
_HOP = "/"  # no source id holds it
_NOT_STATED = "not stated"
_FILE, _MOST, _NAME = "order of the file", "most claims first", "by name"


class Sources(Pane):
    """Claims under the chain that brought them: origins, relays below, and not stated."""

    id = "sources"
    title = "Sources"
    key = "3"
    opens = True
    tooltip = "Who said it: origins, with those who relay below"
    sorts = (_FILE, _MOST, _NAME)

    def listing(self, scene: Scene) -> Listing:
        """Return the tree of chains; a chain that the reader opened has its claims below it."""
        shown = _shown(scene)
        below = _below(shown)
        tree = [*_in_tree_order(_sorted(below, scene)), *([()] if () in shown else ())]
        rows: list[Row] = []
        stops: list[Stop] = []
        groups: dict[Chain, int] = {}
        for chain in tree:
            groups[chain] = len(stops)
            group = below.get(chain) or shown[chain]
            stops.append(Stop(group[0], len(rows), len(rows), _group(scene, chain, len(group))))
            rows.append(Row(None, len(group), _key(chain)))
            if any(_key(chain[:at]) in scene.opened for at in range(bool(chain), len(chain) + 1)):
                for number in shown.get(chain, ()):
                    stops.append(Stop(number, len(rows), len(rows)))
                    rows.append(Row(number, max(1, len(chain)) + 1))
        return _Tree(rows, stops, groups, scene)

    def columns(self, scene: Scene) -> Sequence[Column]:
        """Return name and count."""
        return (
            Column("source", scene.width - len(_CLAIMS), (_NAME, _FILE)),
            Column(_CLAIMS, len(_CLAIMS), (_MOST,)),
        )

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return a source with its count, or a claim below it."""
        if row.claim is not None:
            claim = scene.view.claims[row.claim]
            basis = claim.attribution.basis
            mark = Span(f"({basis}) " if basis not in (None, "stated") else "", "muted")
            return ((Span("  " * row.part), mark, Span(claim.summary, "text")),)
        total = Span(f"{row.part:>6,}", "strong")
        handle = Span("▾ " if row.key in scene.opened else "▸ ", "muted")
        if row.key == _NOT_STATED:
            return (spread((handle, phrases.not_stated()), (total,), scene.width),)
        chain = row.key.split(_HOP)
        source = scene.briefing.source_by_id[chain[-1]]
        depth = len(chain) - 1
        stem = Span(" " * (2 * depth) + "via " if depth else "", "muted")
        term = self.term(row, 0, scene)
        name = Span(source.name, "source" if depth else "strong", term=term)
        right = line(
            Span(f"{source.kind}  " if source.kind and scene.width >= 72 else "", "muted"),
            Span(f"{source.country or '':2}", "muted"),
            total,
        )
        return (spread((stem, name) if depth else (handle, name), right, scene.width),)

    def term(self, row: Row, claim: int, scene: Scene) -> str:
        """Return the term that finds a source, as origin or relay, or that none is stated."""
        chain = row.key.split(_HOP) if row.key and row.key != _NOT_STATED else []
        if not chain and row.claim is not None:
            chain = list(scene.view.claims[claim].attribution.chain)
        if not chain:
            return "is:unattributed"
        return f"via:{chain[-1]}" if len(chain) > 1 else f"origin:{chain[0]}"

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        return phrases.no_claim(scene.briefing)

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the sources of the claims shown, and of all."""
        shown, chains = _shown(scene), scene.view.index.chains
        return len(set(joined.from_iterable(shown))), len(set(joined.from_iterable(chains)))

    def caption(self, scene: Scene) -> str:
        """Return how many claims name nobody."""
        shown = scene.view.shown
        none = (shown & scene.view.index.unattributed).bit_count()
        return f"{none:,} of {wording.plural(shown.bit_count(), 'claim')} unattributed"


def _key(chain: Chain) -> str:
    return _HOP.join(chain) or _NOT_STATED


@lru_cache(maxsize=2)
def _shown(scene: Scene) -> dict[Chain, list[int]]:
    """Return the claims shown of each chain that has some."""
    flags = scene.view.flags
    shown = {
        one: list(compress(claims, map(flags.__getitem__, claims)))
        for one, claims in scene.view.index.chains.items()
    }
    return {one: claims for one, claims in shown.items() if claims}


def _below(shown: dict[Chain, list[int]]) -> dict[Chain, list[int]]:
    """Return the claims of each chain, with those of the chains that continue it."""
    below: dict[Chain, list[int]] = {}
    for one, claims in shown.items():
        for length in range(1, len(one) + 1):
            below.setdefault(one[:length], []).extend(claims)
    return below


class _Tree(Fixed):
    """The listing of the tree; which groups hold a claim follows from the claim's chain."""

    def __init__(
        self, rows: Sequence[Row], stops: Sequence[Stop], groups: dict[Chain, int], scene: Scene
    ) -> None:
        super().__init__(rows, stops)
        self._places = groups
        self._claims = scene.view.claims

    def groups_of(self, claim: int) -> Sequence[int]:
        """Return the stops of the chain of a claim, and of what it continues."""
        own = self._claims[claim].attribution.chain
        prefixes = [own[:length] for length in range(1, len(own) + 1)] or [()]
        places = [self._places[one] for one in prefixes if one in self._places]
        return [at for at in places if self.stops[at].holds(claim)]


def _group(scene: Scene, chain: Chain, size: int) -> Group:
    claims = scene.view.claims

    def holds(number: int) -> bool:
        own = claims[number].attribution.chain
        return own[: len(chain)] == chain if chain else not own

    return Group(size, holds)


def _sorted(below: dict[Chain, list[int]], scene: Scene) -> list[Chain]:
    chains = list(below)
    if scene.sort == _MOST:
        chains.sort(key=lambda chain: -len(below[chain]))
    elif scene.sort == _NAME:
        chains.sort(key=lambda chain: scene.briefing.source_by_id[chain[-1]].name.casefold())
    return chains


def _in_tree_order(chains: Sequence[Chain]) -> Iterator[Chain]:
    """Yield every chain right after the one it continues, and otherwise in the order given."""
    following: dict[Chain, list[Chain]] = {}
    for chain in chains:
        following.setdefault(chain[:-1], []).append(chain)
    waiting = following.get((), [])[::-1]
    while waiting:
        chain = waiting.pop()
        yield chain
        waiting += following.get(chain, [])[::-1]


PANE = Sources()
