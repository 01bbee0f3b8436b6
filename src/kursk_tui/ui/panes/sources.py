"""Sources: the claims of each source, as trees of origins and their relays."""

from collections.abc import Iterator, Sequence

from kursk_tui.model import Claim
from kursk_tui.query import Index, View
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Column, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.row_model import Group, LazySequence, Row, Stop
from kursk_tui.ui.rows.source_tree import Chain, ShownClaims, SourceTree
from kursk_tui.ui.rows.styled_text import Line, Span, line, spread

_CLAIMS = "claims"
_SEPARATOR = "/"  # which no source id contains
_NOT_STATED = "not stated"
_FILE, _MOST, _NAME = "order of the file", "most claims first", "by name"


class SourcesPlan(Plan):
    """The attribution chains as trees, with their claims; then unattributed claims."""

    def __init__(self, index: Index, sort: str, _: int, tree: SourceTree | None = None) -> None:
        self.index = index
        self._sort = sort
        self._tree = tree or SourceTree(index)
        names = _names(self._tree, index) if sort == _NAME else None
        self._nodes = self._tree.sorted_nodes(names)

    def replan(self, sort: str, width: int) -> Plan:
        """Return the plan for another order."""
        return SourcesPlan(self.index, sort, width, self._tree)

    def lay_out(self, scene: Scene) -> Layout:
        """Return the trees of the chains shown; open chains have their claims below them."""
        view = scene.view
        shown = ShownClaims(self._tree, view.flags)
        nodes = self._nodes
        if self._sort == _MOST:
            nodes = self._tree.sorted_nodes([-count for count in shown.counts])
        none = (view.shown & self.index.unattributed).bit_count()
        claims = plural(view.shown.bit_count(), "claim")
        return Layout(
            _TreeRows(shown, nodes, scene.opened, view.claims),
            _draw,
            claim_spans.no_claim(scene.briefing),
            (
                Column("source", scene.width - len(_CLAIMS), (_NAME, _FILE)),
                Column(_CLAIMS, len(_CLAIMS), (_MOST,)),
            ),
            count=(shown.source_count, self._tree.source_count),
            caption=f"{none:,} of {claims} unattributed",
        )


class _TreeRows:
    """The row model of the trees. A row is a chain, or a claim below an open chain.

    An entry is the index of a node or, for claim n, -1 - n.
    """

    def __init__(
        self,
        shown: ShownClaims,
        nodes: Sequence[int],
        opened: frozenset[str],
        claims: Sequence[Claim],
    ) -> None:
        self._claims = claims
        self._tree = shown.tree
        self._shown = shown
        entries = [at for at in nodes if shown.counts[at]]
        if opened:
            entries = list(self._with_claims(entries, {_chain(key) for key in opened}))
        self._entries = entries
        self._row_of = {entry: row for row, entry in enumerate(entries)}

    def _with_claims(self, nodes: Sequence[int], opened: set[Chain]) -> Iterator[int]:
        """Yield nodes, each followed by its claims if its chain or a prefix of it is open."""
        is_open = {self._tree.find(chain) for chain in opened}
        for at in nodes:
            yield at
            if self._tree.nodes[at].parent in is_open:
                is_open.add(at)
            if at in is_open:
                yield from (-1 - number for number in self._shown.own(at))

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
        if entry >= 0:
            return Row(None, self._shown.counts[entry], _key(self._tree.nodes[entry].chain))
        number = -1 - entry
        return Row(number, max(1, len(self._claims[number].attribution.chain)) + 1)

    def _stop(self, at: int) -> Stop:
        entry = self._entries[at]
        if entry < 0:
            return Stop(-1 - entry, at, at)
        chain, claims = self._tree.nodes[entry].chain, self._claims

        def contains(number: int) -> bool:
            own = claims[number].attribution.chain
            return own[: len(chain)] == chain if chain else not own

        return Stop(self._shown.first(entry), at, at, Group(self._shown.counts[entry], contains))

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the rows of a claim, of its chain, and of the prefixes of that chain."""
        if not self._shown.shows(claim):
            return ()
        entries = [*self._tree.path_of(claim), -1 - claim]
        return sorted(self._row_of[one] for one in entries if one in self._row_of)

    def stop_at(self, row: int) -> int | None:
        """Return the row itself if it exists."""
        return row if 0 <= row < len(self._entries) else None


def _draw(row: Row, scene: Scene) -> Sequence[Line]:
    """Return a source with its count, or a claim."""
    if row.claim is not None:
        claim = scene.view.claims[row.claim]
        basis = claim.attribution.basis
        mark = Span(f"({basis}) " if basis not in (None, "stated") else "", "muted")
        return ((Span("  " * row.part), mark, Span(claim.summary, "text")),)
    total = Span(f"{row.part:>6,}", "strong")
    handle = Span("▾ " if row.key in scene.opened else "▸ ", "muted")
    if row.key == _NOT_STATED:
        return (spread((handle, claim_spans.not_stated()), (total,), scene.width),)
    chain = _chain(row.key)
    source = scene.briefing.source_by_id[chain[-1]]
    depth = len(chain) - 1
    indent = min(2 * depth, scene.width // 3)  # of a chain of a hundred sources, the name stays
    stem = Span(" " * indent + "via " if depth else "", "muted")
    name = Span(source.name, "source" if depth else "strong", term=_chain_term(chain))
    right = line(
        Span(f"{source.kind}  " if source.kind and scene.width >= 72 else "", "muted"),
        Span(f"{source.country or '':2}", "muted"),
        total,
    )
    return (spread((stem, name) if depth else (handle, name), right, scene.width),)


def _key(chain: Chain) -> str:
    return _SEPARATOR.join(chain) or _NOT_STATED


def _chain(key: str) -> Chain:
    return tuple(key.split(_SEPARATOR)) if key and key != _NOT_STATED else ()


def _chain_term(chain: Chain) -> str:
    if not chain:
        return "is:unattributed"
    return f"via:{chain[-1]}" if len(chain) > 1 else f"origin:{chain[0]}"


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds an origin, a relay or the unattributed claims."""
    chain = _chain(row.key)
    if not chain and row.claim is not None:
        chain = view.claims[claim].attribution.chain
    return _chain_term(chain)


def _names(tree: SourceTree, index: Index) -> list[str]:
    sources = index.briefing.source_by_id
    return [sources[one].name.casefold() if one else "" for one in tree.last_sources]


PANE = Pane(
    id="sources",
    title="Sources",
    key="3",
    tooltip="Origins, with their relays below",
    plan=SourcesPlan,
    opens=True,
    sorts=(_FILE, _MOST, _NAME),
    term=_term,
)
