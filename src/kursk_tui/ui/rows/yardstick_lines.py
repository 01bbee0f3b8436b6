"""Lines that draw a yardstick, judgements that hang on it, and the number of judgements a term."""

from collections.abc import Collection, Sequence

from kursk_tui.charts import yardstick as chart
from kursk_tui.model import Claim, Likelihood, Yardstick
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import Line, Span, fit, spread

_BESIDE_FROM, _CHART_BESIDE = 150, 84
"""The width from which words have a column beside the yardstick, and its width then."""

_RANGE = 10
"""The width of a column for ranges, with blanks at its ends."""

_RANGE_COLUMN_FROM = 45
"""The width from which ranges have a column before the terms, if there is no chart; narrower panes
have a heading for each term.
"""

_TERM, _COUNT = 24, 9
"""The widths of the columns for terms and their numbers of judgements."""

_LEAST_BAR, _MOST_BAR = 5, 24

_BAR = "▆"
"""The glyph of a band: it leaves some ground between rows, so that many do not become a wall."""

_UNIT = "▪"
"""The glyph of a bar of a number: a bar like those of the bands would look like a percentage."""

KEY = (
    Sign(_BAR, "the percentages that the term covers"),
    Sign("──", "a term of the yardstick; no term covers the gap before it"),
    Sign("┬─", "a term that begins where the one before ends"),
    Sign("≈ < ≥", "edges of a range, as the yardstick prints them"),
    Sign(_UNIT, "the number of judgements with the term"),
    Sign("…", "before words: the sentence begins earlier"),
)
"""The signs of judgements in words."""

_GAP = Span("  ")


def chart_width(width: int) -> int:
    """Return the width of the yardstick in a pane, or 0 if there is no room for its names."""
    if width < chart.LEAST_WIDTH:
        return 0
    return width if width < _BESIDE_FROM else _CHART_BESIDE


def has_headings(width: int) -> bool:
    """Return whether terms are headings, as words beside them would have too little room."""
    return width < _RANGE_COLUMN_FROM


def heading_of_term(yardstick: Yardstick, rank: int) -> Line:
    """Return a term with its range."""
    band, role = yardstick.bands[rank], f"band-{rank}"
    return Span(band.term, role), Span(f"  {chart.range_in_numbers(band)}", role)


def yardstick_lines(yardstick: Yardstick, used: Collection[int], width: int) -> Sequence[Line]:
    """Return the bands of a yardstick between its names; names of ranks in use are brighter."""
    above, below = (_names(line, used) for line in chart.name_lines(yardstick, width))
    spans: list[Span] = []
    at = 0
    for rank, cells in enumerate(chart.band_cells(yardstick, width)):
        spans.append(Span(" " * (cells.first - at)))
        edge = "─" if chart.has_gap_below(yardstick, rank) else "┬"
        spans.append(Span(edge + "─" * (cells.size - 1), f"band-{rank}"))
        at = cells.last + 1
    return above, tuple(spans), below


def _names(names: Sequence[chart.Name], used: Collection[int]) -> Line:
    spans: list[Span] = []
    at = 0
    for name in names:
        role = "words" if name.rank in used else "muted"
        spans += (Span(" " * (name.start - at)), Span(name.text, role))
        at = name.end
    return tuple(spans)


def judgement_line(likelihood: Likelihood, words: Line, width: int) -> Line:
    """Return a bar at the band of a likelihood, with its range, and words where there is room."""
    numbers = chart.range_in_numbers(likelihood.band)
    role = f"band-{likelihood.rank}"
    drawn = chart_width(width)
    if width < _RANGE_COLUMN_FROM:
        return (*fit((Span(numbers, role),), _RANGE), Span(likelihood.term, role), _GAP, *words)
    if not drawn:
        range_ = fit((Span(f" {numbers}", role),), _RANGE + 1)
        return (*range_, Span(likelihood.term, role), _GAP, *words)
    cells = chart.band_cells(likelihood.yardstick, drawn)[likelihood.rank]
    bar = Span(_BAR * cells.size, role)
    if drawn < width:
        hung = fit((Span(" " * cells.first), bar), drawn)
        return (*hung, *fit((Span(f" {numbers}", role),), _RANGE + 1), *words)
    if cells.first >= width - cells.last:
        room = cells.first - len(numbers) - 1
        return (*fit(words, room - 2), Span(" "), Span(f" {numbers} ", role), bar)
    return (Span(" " * cells.first), bar, Span(f" {numbers}", role), _GAP, *words)


def count_line(term: Line, numbers: Span, count: int, most: int, width: int) -> Line:
    """Return a term with its range, which starts with a blank, and a bar of its number."""
    if width < _TERM + _RANGE + _COUNT:
        return spread((*term, numbers), (Span(f"{count:,}", "strong"),), width)
    line = (
        *fit(term, _TERM - 1),
        *fit((numbers,), _RANGE + 1),
        Span(f"{count:>{_COUNT - 1},} ", "strong"),
    )
    room = min(_MOST_BAR, width - _TERM - _RANGE - _COUNT)
    if room < _LEAST_BAR:
        return line
    return (*line, Span(_UNIT * max(1, round(count / most * room)), "muted"))


def scope_words(claim: Claim, likelihood: Likelihood) -> Line:
    """Return the words of a claim; those that the term applies to are set off."""
    scope = likelihood.scope
    if scope is None:
        return Span("(scope not stated) ", "unstated"), Span(claim.evidence.exact, "text")
    after = claim.evidence.exact[scope.end - claim.evidence.start :]
    before = "…" if scope.start > claim.evidence.start else ""
    return (
        Span(before, "muted"),
        Span(scope.exact, f"reach-{likelihood.rank}"),
        Span(after, "muted"),
    )
