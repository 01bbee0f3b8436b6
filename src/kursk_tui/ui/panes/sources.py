"""Sources: who says what, as a tree from the origin down through those who relay it."""

from collections.abc import Iterator, Sequence

from kursk_tui.briefing import wording
from kursk_tui.ui import phrases
from kursk_tui.ui.lens import Column, Listing, Pane, Row, Scene, Stop
from kursk_tui.ui.line import Line, Span, line, spread

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
        groups: dict[Chain, list[int]] = {}
        for number in scene.view.numbers:
            chain = scene.view.claims[number].attribution.chain
            for length in range(1, len(chain)):
                groups.setdefault(chain[:length], [])
            groups.setdefault(chain, []).append(number)
        unattributed = groups.pop((), [])
        rows: list[Row] = []
        stops: list[Stop] = []
        below_each = _below(groups)
        for chain in _in_tree_order(_sorted(below_each, scene)):
            below = below_each[chain]
            stops.append(Stop(tuple(below), len(rows), len(rows)))
            rows.append(Row(None, len(below), _key(chain)))
            if any(_key(chain[:length]) in scene.opened for length in range(1, len(chain) + 1)):
                _add_claims(groups[chain], len(chain), rows, stops)
        if unattributed:
            stops.append(Stop(tuple(unattributed), len(rows), len(rows)))
            rows.append(Row(None, len(unattributed), _NOT_STATED))
            if _NOT_STATED in scene.opened:
                _add_claims(unattributed, 1, rows, stops)
        return Listing(rows, stops)

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
        total = Span(f"{row.part:>5}", "strong")
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
        claims = scene.view.claims
        shown = {one for number in scene.view.numbers for one in claims[number].attribution.chain}
        return len(shown), len({one for claim in claims for one in claim.attribution.chain})

    def caption(self, scene: Scene) -> str:
        """Return how many claims name nobody."""
        numbers = scene.view.numbers
        none = sum(not scene.view.claims[number].attribution.chain for number in numbers)
        return f"{none} of {wording.plural(len(numbers), 'claim')} unattributed"


def _key(chain: Chain) -> str:
    return _HOP.join(chain)


def _below(groups: dict[Chain, list[int]]) -> dict[Chain, list[int]]:
    """Return the claims of each chain, with those of the chains that continue it."""
    below: dict[Chain, list[int]] = {chain: [] for chain in groups}
    for chain, claims in groups.items():
        for length in range(1, len(chain) + 1):
            below[chain[:length]] += claims
    return below


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


def _add_claims(claims: Sequence[int], depth: int, rows: list[Row], stops: list[Stop]) -> None:
    for number in claims:
        stops.append(Stop((number,), len(rows), len(rows)))
        rows.append(Row(number, depth + 1))


PANE = Sources()
