"""Confidence: judgements that hang on their yardsticks, then analytic confidence."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from kursk_tui.charts.yardstick import range_in_numbers, ticks
from kursk_tui.model import YARDSTICKS, Claim
from kursk_tui.query import Index, View
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.judgements import (
    ANALYTIC,
    CONFIDENCE,
    ShownSection,
    Sorting,
    read_judgements,
)
from kursk_tui.ui.rows.row_model import FixedRows, Row, RowModel
from kursk_tui.ui.rows.stacked_rows import StackedRows
from kursk_tui.ui.rows.styled_text import Line, Span, fit
from kursk_tui.ui.rows.tall_rows import TallRows, line_of_row
from kursk_tui.ui.rows.yardstick_lines import (
    KEY,
    chart_width,
    count_line,
    hangs_headings,
    has_headings,
    heading_of_term,
    judgement_lines,
    lines_needed,
    name_of_claim,
    scope_words,
    wraps_words,
    yardstick_lines,
)
from kursk_tui.vocabulary import Basis, ScaleId

_MOST, _LEAST, _FILE = "most likely first", "least likely first", "file order"
_SORTING: Mapping[str, Sorting] = {"": "most", _MOST: "most", _LEAST: "least", _FILE: "file"}
_NONE = "No claim in this briefing states a likelihood or a confidence level."
_NONE_SHOWN = "No matching claim states a likelihood or a confidence level."
_LEVEL = 10
"""The width of a column for levels of analytic confidence."""

_LONGEST_ID = 4
"""The longest id that is shown before words."""

_YARDSTICK, _HEADING = "yardstick/", "term/"
"""The starts of the keys of the rows that draw a yardstick, and of those above judgements."""

_Shown = Mapping[str, ShownSection]
"""The sections that a view shows, by key."""


class ConfidencePlan(Plan):
    """Judgements by scale, sorted by rank; then claims with analytic confidence."""

    def __init__(self, index: Index, sort: str, _: int) -> None:
        self.index = index
        self._judgements = read_judgements(index, _SORTING[sort])
        self._bases = _bases(index)
        longest = max((len(claim.id) for claim in index.claims if claim.likelihoods), default=0)
        self._cells_of_id = longest + 1 if longest <= _LONGEST_ID else 0

    def lay_out(self, scene: Scene) -> Layout:
        """Return the judgements of each scale, then the claims with analytic confidence."""
        have, view = self._judgements, scene.view
        shown = {
            one.key: one.shown(view.flags, scene.opened)
            for one in (*have.scales.values(), have.confident)
        }
        count = sum(section.count for section in shown.values())
        only = next(iter(have.scales)) if len(have.scales) == 1 else None
        drawn = chart_width(scene.width)
        heights = {scale: self._height(shown[scale], scene) for scale in have.scales}
        lines = () if only is None or not drawn else _yardstick(only, shown, drawn)
        hangs = hangs_headings(scene.width) and any(section.terms for section in shown.values())
        has_ticks = bool(drawn) or hangs
        return Layout(
            StackedRows([*self._parts(shown, heights, scene.width)] if count else ()),
            partial(self._draw, shown, heights),
            _NONE_SHOWN if have.total else _NONE,
            (self._column(scene.width, only, has_ticks=has_ticks),),
            count=(count, have.total),
            caption=self._named(only) if only and has_ticks and shown[only].count else "",
            above=lines,
        )

    def _column(self, width: int, only: ScaleId | None, *, has_ticks: bool) -> Column:
        """Return the heading: the percentages of all yardsticks, or the name of the only one."""
        heading = "judgement" if only is None else self._named(only)
        if has_ticks and self._judgements.scales:
            heading = ticks(chart_width(width) or width)
        return Column(heading, width, (_MOST, _LEAST, _FILE))

    def _parts(
        self, shown: _Shown, heights: Mapping[ScaleId, int], width: int
    ) -> Iterator[RowModel]:
        """Yield the rows of each section; with several scales, each has its yardstick above."""
        scales = self._judgements.scales
        for scale in scales:
            section = shown[scale]
            if len(scales) > 1 and section.count:
                lines = range(4 if chart_width(width) else 1)
                yield FixedRows([Row(None, line, _YARDSTICK + scale) for line in lines], ())
            if not (has_headings(width) and section.terms):
                yield from (TallRows(part, heights[scale]) for part in section.parts)
                continue
            for term, rows in section.terms.items():
                yield FixedRows((Row(None, 0, f"{_HEADING}{scale}/{term}"),), ())
                yield rows
        yield FixedRows((Row(None, shown[ANALYTIC].count, ANALYTIC),), ())
        yield from shown[ANALYTIC].parts

    def _height(self, section: ShownSection, scene: Scene) -> int:
        """Return how many lines the judgements of a section have."""
        if section.is_grouped or not wraps_words(scene.width):
            return 1
        rows = (row for part in section.parts for row in part.rows)
        of_rows = ((scene.view.claims[row.claim or 0], row.part) for row in rows)
        needed = (
            lines_needed(claim.likelihoods[part], *self._words(claim, part), scene.width)
            for claim, part in of_rows
        )
        return max(needed, default=1)

    def _words(self, claim: Claim, part: int) -> tuple[Line, Line]:
        """Return the id of a claim, if there is room, and the words of a judgement."""
        likelihood = claim.likelihoods[part]
        remark = ""
        if likelihood.scale_basis != "stated" and len(self._bases[likelihood.scale]) > 1:
            remark = f"(scale {likelihood.scale_basis}) "
        words = scope_words(claim, likelihood, marked=not self._cells_of_id)
        return name_of_claim(claim, self._cells_of_id), (Span(remark, "muted"), *words)

    def _named(self, scale: ScaleId) -> str:
        """Return the name of a scale, and whether it is stated, inferred or both."""
        return f"{YARDSTICKS[scale].name}, {' or '.join(self._bases[scale])}"

    def _draw(
        self, shown: _Shown, heights: Mapping[ScaleId, int], row: Row, scene: Scene
    ) -> Sequence[Line]:
        """Return a judgement, a term with its count, or a line of a heading."""
        if row.claim is not None:
            return (self._claim(shown, heights, row, scene),)
        if row.key == ANALYTIC:
            return (_analytic_heading(row.part),)
        for scale in self._judgements.scales:
            if row.key == _YARDSTICK + scale:
                if not row.part:
                    return ((Span(self._named(scale), "text"),),)
                return (_yardstick(scale, shown, chart_width(scene.width))[row.part - 1],)
            if row.key.startswith(start := f"{_HEADING}{scale}/"):
                rank = YARDSTICKS[scale].rank(row.key.removeprefix(start)) or 0
                return (heading_of_term(YARDSTICKS[scale], rank, scene.width),)
        return (_group(row, shown, scene),)

    def _claim(self, shown: _Shown, heights: Mapping[ScaleId, int], row: Row, scene: Scene) -> Line:
        claim = scene.view.claims[row.claim or 0]
        if row.part == CONFIDENCE:
            level = fit((Span(claim.confidence or "", "strong"),), _LEVEL)
            return (_indent(shown[ANALYTIC]), *level, Span(claim.summary, "words"))
        likelihood = claim.likelihoods[row.part]
        section = shown[likelihood.scale]
        name, words = self._words(claim, row.part)
        if has_headings(scene.width) and (section.terms or section.is_grouped):
            return (Span("  "), *name, *words)
        name, height = (_indent(section), *name), heights[likelihood.scale]
        return judgement_lines(likelihood, name, words, scene.width, height)[line_of_row(row)]


def _bases(index: Index) -> Mapping[ScaleId, Collection[Basis]]:
    """Return whether each scale is stated, inferred or, in different claims, both."""
    bases: dict[ScaleId, list[Basis]] = {}
    for scale, basis in index.scales:
        bases.setdefault(scale, []).append(basis)
    return bases


def _yardstick(scale: ScaleId, shown: _Shown, width: int) -> Sequence[Line]:
    yardstick = YARDSTICKS[scale]
    counts = shown[scale].counts
    used = {rank for rank, band in enumerate(yardstick.bands) if band.term in counts}
    return yardstick_lines(yardstick, used, width)


def _indent(section: ShownSection) -> Span:
    """Return the blanks before judgements that are below the row of their term."""
    return Span("  " if section.is_grouped else "")


def _analytic_heading(count: int) -> Line:
    stated = Span(plural(count, "claim"), "muted") if count else claim_spans.not_stated()
    return Span("analytic confidence  ", "muted"), stated


def _group(row: Row, shown: _Shown, scene: Scene) -> Line:
    """Return the row of a term with the number of its judgements."""
    section, _, term = row.key.partition("/")
    sign = Span("▾ " if row.key in scene.opened else "▸ ", "muted")
    name, numbers = Span(term, "strong"), Span("")
    if section != ANALYTIC:
        rank, yardstick = YARDSTICKS[section].rank(term) or 0, YARDSTICKS[section]
        role = f"band-{rank}"
        name = Span(term, role)
        numbers = Span(f" {range_in_numbers(yardstick.bands[rank])}", role)
    return count_line((sign, name), numbers, row.part, shown[section].most, scene.width)


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds the same likelihood or analytic confidence."""
    section, _, term = row.key.partition("/")
    found = view.claims[claim]
    if section == ANALYTIC or row.part == CONFIDENCE:
        return f"confidence:{found.confidence}"
    return f'likelihood:"{term or found.likelihoods[row.part].term}"'


PANE = Pane(
    id="confidence",
    title="Confidence",
    key="4",
    tooltip="Likelihoods, analytic confidence",
    plan=ConfidencePlan,
    is_per_claim=True,
    opens=True,
    sorts=(_MOST, _LEAST, _FILE),
    term=_term,
    signs=lambda: KEY,
    hints=(
        Hint("claim.open", "open"),
        Hint("pane.sort", "sort"),
        Hint("query.only", "only this term"),
    ),
)
