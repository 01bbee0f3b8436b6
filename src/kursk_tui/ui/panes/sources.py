"""Sources: who says what, as a tree from the origin down through those who relay it."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from kursk_tui.query import Index
from kursk_tui.ui.pane import Column, Pane, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.row_model import Group, Lazy, Listing, Row, Stop
from kursk_tui.ui.rows.source_tree import Chain, forest, shown
from kursk_tui.ui.rows.styled_text import Line, Span, line, spread
from kursk_tui.ui.runtime.memo import kept
from kursk_tui.wording import phrases

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
        return _listing(scene)

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
            return (spread((handle, claim_spans.not_stated()), (total,), scene.width),)
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
        return claim_spans.no_claim(scene.briefing)

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the sources of the claims shown, and of all."""
        return shown(scene.view).sources, forest(scene.view.index).sources

    def caption(self, scene: Scene) -> str:
        """Return how many claims name nobody."""
        shown = scene.view.shown
        none = (shown & scene.view.index.unattributed).bit_count()
        return f"{none:,} of {phrases.plural(shown.bit_count(), 'claim')} unattributed"


def _key(chain: Chain) -> str:
    return _HOP.join(chain) or _NOT_STATED


class _Tree:
    """The listing of the trees: each row is a chain, or a claim below a chain that is open.

    An entry is the place of a node in the forest, or, for a claim, one less than minus its number.
    """

    def __init__(self, scene: Scene) -> None:
        self._all = scene.view.claims
        self._forest = forest(scene.view.index)
        self.shown = shown(scene.view)
        counts = self.shown.counts
        entries = [at for at in self._forest.in_order(_sort_key(scene, counts)) if counts[at]]
        if scene.opened:
            entries = list(self._with_claims(entries, scene.opened))
        self._entries = entries
        self._made: dict[int, Stop] = {}

    # Made when asked for: if they were kept, this would hold itself.

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""
        return Lazy(len(self._entries), self._row)

    @property
    def stops(self) -> Sequence[Stop]:
        """Where the cursor stops."""
        return Lazy(len(self._entries), self._stop)

    def _with_claims(self, entries: Sequence[int], opened: frozenset[str]) -> Iterator[int]:
        for at in entries:
            yield at
            chain = self._forest.nodes[at].chain
            around = [chain[:length] for length in range(bool(chain), len(chain) + 1)]
            if any(_key(one) in opened for one in around):
                yield from (-1 - number for number in self.shown.own(at))

    def _row(self, at: int) -> Row:
        entry = self._entries[at]
        if entry >= 0:
            return Row(None, self.shown.counts[entry], _key(self._forest.nodes[entry].chain))
        number = -1 - entry
        return Row(number, max(1, len(self._all[number].attribution.chain)) + 1)

    def _stop(self, at: int) -> Stop:
        if at not in self._made:  # stops are compared, and each has a function of its own
            self._made[at] = self._make_stop(at)
        return self._made[at]

    def _make_stop(self, at: int) -> Stop:
        entry = self._entries[at]
        if entry < 0:
            return Stop(-1 - entry, at, at)
        chain, claims = self._forest.nodes[entry].chain, self._all

        def holds(number: int) -> bool:
            own = claims[number].attribution.chain
            return own[: len(chain)] == chain if chain else not own

        return Stop(self.shown.first(entry), at, at, Group(self.shown.counts[entry], holds))

    @cached_property
    def _places(self) -> dict[int, int]:
        return {entry: at for at, entry in enumerate(self._entries)}

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the stops of the chain of a claim, of what it continues, and of the claim."""
        own = self._all[claim].attribution.chain
        if not self.shown.flags[self._forest.where[claim]]:
            return ()
        prefixes = [own[:length] for length in range(1, len(own) + 1)] or [own]
        entries = [*(self._forest.place[one] for one in prefixes), -1 - claim]
        return sorted(self._places[one] for one in entries if one in self._places)

    def stop_at(self, row: int) -> int | None:
        """Return the stop that a row belongs to: every row is one."""
        return row if 0 <= row < len(self._entries) else None


@kept()
def _listing(scene: Scene) -> _Tree:
    return _Tree(scene)


def _sort_key(scene: Scene, counts: Sequence[int]) -> Sequence[object] | None:
    if scene.sort == _MOST:
        return [-count for count in counts]
    return _names(scene.view.index) if scene.sort == _NAME else None


@kept()
def _names(index: Index) -> list[str]:
    sources = index.briefing.source_by_id
    chains = (node.chain for node in forest(index).nodes)
    return [sources[chain[-1]].name.casefold() if chain else "" for chain in chains]


PANE = Sources()
