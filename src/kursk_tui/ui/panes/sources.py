"""Sources: chains from the origin of claims to this text, with bars of their numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from kursk_tui.charts.chains import bar, width_of_bars
from kursk_tui.model import Claim
from kursk_tui.model.source import RELIABILITY_LABELS
from kursk_tui.query import Index, View
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.chain_lines import HANDLE, INFERRED, STATED, ChainLines
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.source_chains import (
    ChainRows,
    ShownClaims,
    SourceChain,
    SourceChains,
    keys_of,
)
from kursk_tui.ui.rows.styled_text import Line, Span, line
from kursk_tui.wording import phrases

_CLAIMS, _STRENGTH, _NAME = "most claims first", "by strength", "by name"
_HEADING = "claims"
_SHOWN, _NOT_SHOWN = "█", "·"
_LEAST_BAR = 3
"""The least cells of the longest bar."""

_AIRY_FROM = 72
"""The width in cells from which two blanks are before the numbers."""

_RULES = (
    "stated before inferred, fewest relays, best grade, no grade last",
    "stated, then fewest relays, then best grade",
    "stated, fewest relays, best grade",
    "basis, length, grade",
)
"""The order by strength in words, from the longest form to the shortest."""


class _Columns(NamedTuple):
    """The widths of the columns in cells; the last ones have a blank before them."""

    chain: int
    claims: int
    bar: int
    kinds: bool


class SourcesPlan(Plan):
    """The attribution chains in order.

    Claims that name no source have a place by their number only: by strength and name, they come
    last.
    """

    def __init__(
        self, index: Index, sort: str, _: int, related: "SourcesPlan | None" = None
    ) -> None:
        self.index = index
        self._sort = sort
        self.chains: SourceChains = related.chains if related else SourceChains(index)
        self.lines: ChainLines = (
            related.lines if related else ChainLines(index.briefing, self.chains.chains)
        )
        self._has_inferred = any(one.inferred for one in self.chains.chains)
        self._has_grades = any(one.reliability for one in index.briefing.sources)
        self._order = self._in_order()

    def replan(self, sort: str, width: int) -> Plan:
        """Return the plan for another order."""
        return SourcesPlan(self.index, sort, width, self)

    def _in_order(self) -> Sequence[int]:
        chains = self.chains.chains
        if self._sort == _STRENGTH:
            grades = _grades(self.index)
            strength = [
                (not one.sources, one.inferred, len(one.sources), _weakest(one, grades))
                for one in chains
            ]
            return sorted(range(len(chains)), key=strength.__getitem__)
        if self._sort == _NAME:
            by_id = self.index.briefing.source_by_id
            names = {one: source.label.casefold() for one, source in by_id.items()}
            named = [(not one.sources, [names[id_] for id_ in one.sources]) for one in chains]
            return sorted(range(len(chains)), key=named.__getitem__)
        return range(len(chains))

    def lay_out(self, scene: Scene) -> Layout:
        """Return the chains of the claims shown; open chains have their claims below them."""
        shown = ShownClaims(self.chains, scene.view.flags)
        order = self._order
        if self._sort not in (_STRENGTH, _NAME):
            order = sorted(order, key=shown.counts.__getitem__, reverse=True)
        chart = _Chart(self, shown, scene)
        return Layout(
            ChainRows(shown, order, scene.opened),
            chart.draw,
            claim_spans.no_claim(scene.briefing),
            chart.headings(),
            count=(shown.source_count, self.chains.source_count),
            caption=self._caption(scene, has_rest=chart.has_rest(order)),
        )

    def _caption(self, scene: Scene, *, has_rest: bool) -> str:
        """Return the rule of the order, or how many claims name no source; then the signs."""
        room = scene.width - 2 - (len(scene.sort) + 3 if scene.sort else 0)
        parts = []
        if self._sort == _STRENGTH:
            parts.append(next((one for one in _RULES if len(one) <= room), _RULES[-1]))
        else:
            shown = scene.view.shown
            none = (shown & self.index.unattributed).bit_count()
            verb = "names" if none == 1 else "name"
            of = " shown" if shown.bit_count() < len(scene.view.claims) else ""
            counted = f"{none:,} of {plural(shown.bit_count(), 'claim')}{of} {verb} no source"
            parts.append(counted if none else f"every claim{of} names a source" if shown else "")
        if self._has_inferred:
            parts.append(f"{INFERRED} inferred")
        if self._has_grades:
            parts.append("A to F: reliability")
        if has_rest:
            parts.append(f"{_NOT_SHOWN} claims not shown")
        while len(parts) > 1 and len("  ".join(parts)) > room:
            parts.pop()
        return "  ".join(filter(None, parts))


class _Chart:
    """Draws the chains of a view in columns that depend on its width."""

    def __init__(self, plan: SourcesPlan, shown: ShownClaims, scene: Scene) -> None:
        self._lines = plan.lines
        self._chains = plan.chains
        self._shown = shown
        self._with_totals = scene.view.shown.bit_count() < len(scene.view.claims)
        most = len(self._number(self._chains.most, self._chains.most))
        if most > max(len(_HEADING), scene.width // 3):
            self._with_totals = False  # too narrow for totals; the bars show them
        self._width = scene.width
        self._columns = self._fit(scene.width)

    def _fit(self, width: int) -> _Columns:
        most = self._chains.most
        claims = max(len(_HEADING), len(self._number(most, most))) + (width >= _AIRY_FROM)
        room = width - claims - 3
        all_details, usual, names = self._lines.longest
        widest = room - min(most, max(4, width // 8))
        if names > widest:  # bars are less than whole names
            widest = min(names, room - min(most, _LEAST_BAR))
        widest = max(HANDLE + 8, widest)
        kinds = all_details <= widest
        chain = min(all_details if kinds else usual, widest)
        return _Columns(chain, claims, width_of_bars(most, room - chain), kinds)

    def headings(self) -> Sequence[Column]:
        """Return the headings of the columns."""
        columns = self._columns
        ends = self._lines.ends_with_text(columns.chain - HANDLE)
        chain = "source" if ends else f"source {STATED} text"
        claims = columns.claims + 1
        return (
            Column(chain, columns.chain, (_NAME, _STRENGTH)),
            Column(_HEADING.rjust(claims), claims, (_CLAIMS,)),
            Column("", max(0, self._width - columns.chain - claims), (_CLAIMS,)),
        )

    def _number(self, shown: int, total: int) -> str:
        return f"{shown:,} of {total:,}" if self._with_totals else f"{shown:,}"

    def has_rest(self, chains: Sequence[int]) -> bool:
        """Return whether the bar of any of the chains shows claims that the query leaves out."""
        return any(self._bar(at)[1] for at in chains if self._shown.counts[at])

    def _bar(self, at: int) -> tuple[int, int]:
        chain = self._chains.chains[at]
        total = chain.end - chain.start
        return bar(self._shown.counts[at], total, self._chains.most, self._columns.bar)

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return a chain with its number of claims and a bar, or a claim."""
        if row.claim is not None:
            return (_draw_claim(scene.view.claims[row.claim]),)
        columns, chain = self._columns, self._chains.chains[row.part]
        shown, total = self._shown.counts[row.part], chain.end - chain.start
        filled, rest = self._bar(row.part)
        return (
            line(
                Span("▾ " if row.key in scene.opened else "▸ ", "muted"),
                *self._lines.draw(chain, columns.chain - HANDLE, kinds=columns.kinds),
                Span(f" {self._number(shown, total):>{columns.claims}} ", "strong"),
                Span(_SHOWN * filled, "muted"),
                Span(_NOT_SHOWN * rest, "faint"),
            ),
        )


def _draw_claim(claim: Claim) -> Line:
    """Return a claim, with what is unusual about its attribution before it."""
    basis = claim.attribution.basis
    marks = [basis if basis != "stated" else "", phrases.stance(claim).removeprefix(", ")]
    words = ", ".join(filter(None, marks))
    return line("    ", Span(f"({words}) " if words else "", "muted"), Span(claim.summary, "words"))


def _grades(index: Index) -> dict[str, int]:
    """Return the place of each source's grade: A to E, F, and none."""
    places = {grade: place for place, grade in enumerate(RELIABILITY_LABELS)}
    return {
        one.id: places[one.reliability] if one.reliability else len(places)
        for one in index.briefing.sources
    }


def _weakest(chain: SourceChain, grades: dict[str, int]) -> int:
    return max((grades[one] for one in chain.sources), default=0)


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds an origin, a relay or the unattributed claims."""
    attribution = view.claims[claim].attribution
    named = (chain for chain in attribution.further if row.key in keys_of(chain))
    chain = next(named, attribution.chain)
    if not chain:
        return "is:unattributed"
    return f"via:{chain[-1]}" if len(chain) > 1 else f"origin:{chain[0]}"


KEY = (
    Sign(STATED, "the document states that this source relays the one before"),
    Sign(INFERRED, "a reader inferred it"),
    Sign("? nobody…", "the claims name no source"),
    Sign(_SHOWN, "claims that are shown"),
    Sign(_NOT_SHOWN, "claims that the query leaves out"),
    Sign("A … F", "reliability as the briefing states it; F: cannot be judged"),
    Sign("▸ ▾", "enter opens the claims, and closes them"),
)
"""The signs in words."""

PANE = Pane(
    id="sources",
    title="Sources",
    key="3",
    tooltip="Chains from the origin to this text",
    plan=SourcesPlan,
    opens=True,
    sorts=(_CLAIMS, _STRENGTH, _NAME),
    term=_term,
    signs=lambda: KEY,
    hints=(
        Hint("claim.open", "open"),
        Hint("pane.sort", "sort"),
        Hint("query.only", "only this source"),
    ),
)
