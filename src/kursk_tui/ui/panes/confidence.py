"""Confidence: likelihoods on their scales, then analytic confidence."""

from collections.abc import Sequence

from kursk_tui.model import Claim, Likelihood, Yardstick
from kursk_tui.progress import track
from kursk_tui.query import Index, View
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Column, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.row_model import Heading, Order, Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit
from kursk_tui.wording import phrases

_MIN_SCALE, _MAX_SCALE = 20, 61
_ANALYTIC = "analytic"
_MOST, _LEAST, _FILE = "most likely first", "least likely first", "order of the file"
_NONE = "No claim in this briefing states a likelihood or a confidence."
_NONE_SHOWN = "No matching claim states a likelihood or a confidence."


class ConfidencePlan(Plan):
    """Likelihoods with their scope, sorted by rank; then analytic confidence."""

    def __init__(self, index: Index, sort: str, _: int, longest_term: int | None = None) -> None:
        self.index = index
        self._order = _order(index, sort)
        self._longest_term = _longest_term(index) if longest_term is None else longest_term

    def replan(self, sort: str, width: int) -> Plan:
        """Return the plan for another order."""
        return ConfidencePlan(self.index, sort, width, self._longest_term)

    def lay_out(self, scene: Scene) -> Layout:
        """Return the likelihoods, then the claims with analytic confidence."""
        view = scene.view
        model = self._order.shown(view.flags)
        scale, column = self._scale_width(scene), self._longest_term + 2
        in_use = (use for use, claims in self.index.scales.items() if claims & view.shown)
        return Layout(
            model,
            self._draw,
            _NONE_SHOWN if self._order.rows else _NONE,
            (
                Column("term", column, (_FILE,)),
                Column(_labels(scale) if scale else "band", scene.width - column, (_MOST, _LEAST)),
            ),
            count=(len(model.stops), len(self._order.rows)),
            caption=" · ".join(phrases.scale_named(*use) for use in in_use),
        )

    def _scale_width(self, scene: Scene) -> int:
        """Return the width of the drawn scale, or 0 if there is no room for it."""
        room = scene.width - self._longest_term - 3
        return min(room, _MAX_SCALE) if room >= _MIN_SCALE else 0

    def _draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return term and scale, then the words in the scope of the likelihood."""
        if row.claim is None:
            return _heading(row), BLANK
        claim = scene.view.claims[row.claim]
        if row.key == _ANALYTIC:
            stated = fit((Span(claim.confidence or "", "strong"),), self._longest_term + 2)
            return (*stated, Span(claim.summary)), BLANK
        likelihood = claim.likelihoods[row.part]
        width = self._scale_width(scene)
        band = f"band-{likelihood.rank}"
        term = fit((Span(likelihood.term, band),), self._longest_term + 1)
        printed = (Span(likelihood.band.printed, "muted"),)
        scale = _scale(likelihood, width) if width else printed
        return (*term, Span(" "), *scale), (Span("  "), *_scope(claim, likelihood, band))


def _order(index: Index, sort: str) -> Order:
    claims = index.claims
    rows = [
        Row(number, part)
        for number, claim in enumerate(track("ordering likelihoods", claims))
        for part in range(len(claim.likelihoods))
    ]
    if sort != _FILE:
        direction = 1 if sort == _LEAST else -1

        def key(row: Row) -> tuple[str, int]:
            likelihood = claims[row.claim or 0].likelihoods[row.part]
            return likelihood.scale, likelihood.rank * direction

        rows.sort(key=key)
    confident = [Row(number, 0, _ANALYTIC) for number, one in enumerate(claims) if one.confidence]
    heading = Heading(len(rows), lambda count: Row(None, count, _ANALYTIC), always=True)
    return Order([*rows, *confident], [heading])


def _longest_term(index: Index) -> int:
    return max((len(one.term) for claim in index.claims for one in claim.likelihoods), default=0)


def _heading(row: Row) -> Line:
    """Return the heading above analytic confidence; `row.part` is the number of claims."""
    count = Span(plural(row.part, "claim"), "muted")
    rest = count if row.part else claim_spans.not_stated()
    return Span("analytic confidence  ", "muted"), rest


def _cell(per_cent: float, width: int) -> int:
    return round(per_cent / 100 * (width - 1))


def _labels(width: int) -> str:
    cells = [" "] * (width + 1)
    for per_cent in range(0, 101, 20 if width < 44 else 10):
        label = f"{per_cent}%" if per_cent in (0, 100) else str(per_cent)
        at = min(_cell(per_cent, width), width + 1 - len(label))
        cells[at : at + len(label)] = label
    return "".join(cells)


def _scale(likelihood: Likelihood, width: int) -> Line:
    """Return a scale with its bands and gaps; the band of the likelihood is solid."""
    yardstick: Yardstick = likelihood.yardstick
    spans: list[Span] = []
    at = 0
    for rank, band in enumerate(yardstick.bands):
        first = max(at + bool(at and _has_gap(yardstick, rank)), _cell(band.lower, width))
        last = max(first, _cell(band.upper, width) - (not _has_gap(yardstick, rank + 1)))
        if rank == len(yardstick.bands) - 1:
            last = _cell(band.upper, width)
        stated = rank == likelihood.rank
        spans.append(Span(" " * (first - at)))
        drawn = ("█" if stated else "─") * (last + 1 - first)
        spans.append(Span(drawn, f"band-{rank}" if stated else "faint"))
        at = last + 1
    return tuple(spans)


def _has_gap(yardstick: Yardstick, rank: int) -> bool:
    """Return whether there is a gap below the band of a rank."""
    if not 0 < rank < len(yardstick.bands):
        return True
    return (yardstick.bands[rank - 1].upper, yardstick.bands[rank].lower) in yardstick.gaps()


def _scope(claim: Claim, likelihood: Likelihood, band: str) -> Line:
    scope = likelihood.scope
    if scope is None:
        return Span("(scope not stated) ", "unstated"), Span(claim.evidence.exact, "text")
    after = claim.evidence.exact[scope.end - claim.evidence.start :]
    before = "…" if scope.start > claim.evidence.start else ""
    return Span(before, "muted"), Span(scope.exact, band), Span(after, "muted")


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds the same likelihood or analytic confidence."""
    found = view.claims[claim]
    if row.key == _ANALYTIC:
        return f"confidence:{found.confidence}"
    return f'likelihood:"{found.likelihoods[row.part].term}"'


PANE = Pane(
    id="confidence",
    title="Confidence",
    key="4",
    tooltip="Likelihoods, analytic confidence",
    plan=ConfidencePlan,
    row_height=2,
    sorts=(_MOST, _LEAST, _FILE),
    term=_term,
)
