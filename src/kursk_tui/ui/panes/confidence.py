"""Confidence: each judgement on its yardstick, and analytic confidence in a place of its own."""

from collections.abc import Sequence

from kursk_tui.model import Claim, Likelihood, Yardstick
from kursk_tui.progress import track
from kursk_tui.query import Index
from kursk_tui.ui.pane import KEPT_LAYOUTS, Column, Pane, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.row_model import Heading, Listing, Order, Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit
from kursk_tui.ui.runtime.memo import kept
from kursk_tui.wording import phrases

_LEAST_AXIS = 20
_ANALYTIC = "analytic"
_MOST, _LEAST, _FILE = "most likely first", "least likely first", "order of the file"


class Confidence(Pane):
    """Likelihoods from the highest to the lowest, with their reach; then analytic confidence."""

    id = "confidence"
    title = "Confidence"
    key = "4"
    tooltip = "Judgements on their scale; confidence apart"
    row_height = 2
    sorts = (_MOST, _LEAST, _FILE)

    def listing(self, scene: Scene) -> Listing:
        """Return judgements by scale and rank, then claims with analytic confidence."""
        return _order(scene.view.index, scene.sort).shown(scene.view)

    def columns(self, scene: Scene) -> Sequence[Column]:
        """Return term and axis, in per cent."""
        axis, column = _axis_width(scene), _term_column(scene)
        return (
            Column("term", column, (_FILE,)),
            Column(_labels(axis) if axis else "band", scene.width - column, (_MOST, _LEAST)),
        )

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return term and yardstick, then the words in the term's reach."""
        if row.claim is None:
            label = Span("analytic confidence  ", "muted")
            rest = (
                Span(phrases.plural(row.part, "claim"), "muted")
                if row.part
                else claim_spans.not_stated()
            )
            return (label, rest), BLANK
        claim = scene.view.claims[row.claim]
        if row.key == _ANALYTIC:
            return (
                (
                    *fit((Span(claim.confidence or "", "strong"),), _term_column(scene)),
                    _summary(claim),
                ),
                BLANK,
            )
        likelihood = _likelihood(row, scene)
        axis = _axis_width(scene)
        band = f"band-{likelihood.rank}"
        term = fit((Span(likelihood.term, band),), _term_column(scene) - 1)
        figure = _yardstick(likelihood, axis) if axis else (Span(likelihood.band.printed, "muted"),)
        return (*term, Span(" "), *figure), (Span("  "), *_reach(claim, likelihood, band))

    def term(self, row: Row, claim: int, scene: Scene) -> str:
        """Return the term that finds the same likelihood or confidence."""
        found = scene.view.claims[claim]
        if row.key == _ANALYTIC:
            return f"confidence:{found.confidence}"
        return f'likelihood:"{found.likelihoods[row.part].term}"'

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        if not any(claim.likelihoods or claim.confidence for claim in scene.view.claims):
            return "No claim of this briefing states a likelihood or a confidence."
        return "No claim in this selection states a likelihood or a confidence."

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the likelihoods and confidences shown, and all."""
        return len(self.listing(scene).stops), len(_order(scene.view.index, scene.sort).rows)

    def caption(self, scene: Scene) -> str:
        """Return the scales in use."""
        scales = scene.view.index.scales
        return " · ".join(
            phrases.scale_named(*use) for use, claims in scales.items() if claims & scene.view.shown
        )


@kept(KEPT_LAYOUTS)
def _order(index: Index, sort: str) -> Order:
    claims = index.claims
    rows = [
        Row(number, part)
        for number, claim in enumerate(track("ordering likelihoods", claims))
        for part in range(len(claim.likelihoods))
    ]
    if sort != _FILE:
        up = -1 if sort == _LEAST else 1
        rows.sort(key=lambda row: _place(claims[row.claim or 0].likelihoods[row.part], up))
    confident = [Row(number, 0, _ANALYTIC) for number, one in enumerate(claims) if one.confidence]
    heading = Heading(len(rows), lambda count: Row(None, count, _ANALYTIC), always=True)
    return Order([*rows, *confident], [heading])


def _likelihood(row: Row, scene: Scene) -> Likelihood:
    return scene.view.claims[row.claim or 0].likelihoods[row.part]


def _place(likelihood: Likelihood, up: int) -> tuple[str, int]:
    return likelihood.scale, -likelihood.rank * up


def _summary(claim: Claim) -> Span:
    return Span(claim.summary, "text")


@kept()
def _longest_term(index: Index) -> int:
    return max((len(one.term) for claim in index.claims for one in claim.likelihoods), default=0)


def _term_column(scene: Scene) -> int:
    """Return the width of the longest term, the same whatever the query shows."""
    return _longest_term(scene.view.index) + 2


def _axis_width(scene: Scene) -> int:
    room = scene.width - _term_column(scene) - 1
    return min(room, 61) if room >= _LEAST_AXIS else 0


def _column(per_cent: float, axis: int) -> int:
    return round(per_cent / 100 * (axis - 1))


def _labels(axis: int) -> str:
    cells = [" "] * (axis + 1)
    for per_cent in range(0, 101, 20 if axis < 44 else 10):
        label = f"{per_cent}%" if per_cent in (0, 100) else str(per_cent)
        at = min(_column(per_cent, axis), axis + 1 - len(label))
        cells[at : at + len(label)] = label
    return "".join(cells)


def _yardstick(likelihood: Likelihood, axis: int) -> Line:
    """Every band is drawn, so that the gaps between them can be seen; the stated one is solid."""
    scale: Yardstick = likelihood.yardstick
    spans: list[Span] = []
    at = 0
    for rank, band in enumerate(scale.bands):
        first = max(at + bool(at and _gap(scale, rank)), _column(band.lower, axis))
        last = max(first, _column(band.upper, axis) - (not _gap(scale, rank + 1)))
        if rank == len(scale.bands) - 1:
            last = _column(band.upper, axis)
        stated = rank == likelihood.rank
        spans.append(Span(" " * (first - at)))
        drawn = ("█" if stated else "─") * (last + 1 - first)
        spans.append(Span(drawn, f"band-{rank}" if stated else "faint"))
        at = last + 1
    return tuple(spans)


def _gap(scale: Yardstick, rank: int) -> bool:
    """Return whether there is a gap below the band of this rank."""
    if not 0 < rank < len(scale.bands):
        return True
    return (scale.bands[rank - 1].upper, scale.bands[rank].lower) in scale.gaps()


def _reach(claim: Claim, likelihood: Likelihood, band: str) -> Line:
    scope = likelihood.scope
    if scope is None:
        return Span("(scope not stated) ", "unstated"), Span(claim.evidence.exact, "text")
    after = claim.evidence.exact[scope.end - claim.evidence.start :]
    before = "…" if scope.start > claim.evidence.start else ""
    return Span(before, "muted"), Span(scope.exact, band), Span(after, "muted")


PANE = Confidence()
