"""Lines that draw a yardstick, judgements that hang on it, and the number of judgements a term."""

from collections.abc import Collection, Sequence

from kursk_tui.charts import yardstick as chart
from kursk_tui.model import Claim, Likelihood, Yardstick
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import (
    BLANK,
    Line,
    Span,
    fit,
    fit_end,
    slice_spans,
    spread,
    width_of,
    wrap,
)

_BESIDE_FROM, _CHART_BESIDE = 150, 84
"""The width from which words have a column beside the yardstick, and its width then."""

_RANGE = 10
"""The width of a column for ranges, with blanks at its ends."""

_WRAP_FROM, _MOST_LINES = 105, 3
"""The width of a zoomed pane from which long words wrap, and the most lines that they take."""

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
    """Return whether terms are headings, as there is no room for a chart."""
    return not chart_width(width)


def hangs_headings(width: int) -> bool:
    """Return whether headings of terms hang at their bands, below ticks without names."""
    return has_headings(width) and width >= chart.LEAST_TICKS


def heading_of_term(yardstick: Yardstick, rank: int, width: int) -> Line:
    """Return a term with its range and, if there is room for ticks, a bar at its band."""
    band, role = yardstick.bands[rank], f"band-{rank}"
    numbers = chart.range_in_numbers(band)
    words = f"{band.term}  {numbers}"
    if not hangs_headings(width):
        return Span(band.term, role), Span(f"  {numbers}", role)
    cells = chart.band_cells(yardstick, width)[rank]
    if len(words) < cells.first:
        before, after = words, ""
    elif len(words) < width - cells.last - 1:
        before, after = "", f" {words}"
    else:
        before, after = f"{numbers:>{cells.first - 1}}", f" {band.term}"
    bar = _BAR * cells.size
    return Span(f"{before:<{cells.first}}", role), Span(bar, role), Span(after, role)


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


def judgement_lines(
    likelihood: Likelihood, name: Line, words: Line, width: int, height: int
) -> Sequence[Line]:
    """Return a bar at the band of a likelihood, with its range, and words where there is room.

    The words follow a name in the first line, and are below each other in the others.
    """
    numbers = chart.range_in_numbers(likelihood.band)
    role = f"band-{likelihood.rank}"
    drawn = chart_width(width)
    if not drawn:
        return ((Span(f"{numbers}  {likelihood.term}", role), _GAP, *name, *words),)
    cells = chart.band_cells(likelihood.yardstick, drawn)[likelihood.rank]
    place = _place_of_words(likelihood, width)
    indent = width_of(name)
    first, *others = _wrapped(words, len(place) - indent, height)
    blank, bar = Span(" " * (place.start + indent)), Span(_BAR * cells.size, role)
    if place.start:
        hung = fit((Span(" " * cells.first), bar, Span(f" {numbers}", role)), place.start)
        first = (*hung, *name, *first)
    else:
        first = (*fit((*name, *first), len(place)), Span(f"  {numbers} ", role), bar)
    return (first, *((blank, *line) for line in others))


def _place_of_words(likelihood: Likelihood, width: int) -> range:
    """Return the cells for the words of a judgement: before its bar, or after it."""
    drawn, numbers = chart_width(width), len(chart.range_in_numbers(likelihood.band))
    cells = chart.band_cells(likelihood.yardstick, drawn)[likelihood.rank]
    if drawn < width:
        return range(drawn + _RANGE + 1, width)
    if cells.first >= width - cells.last:
        return range(cells.first - numbers - 3)
    return range(cells.last + numbers + 4, width)


def wraps_words(width: int) -> bool:
    """Return whether the words of a judgement may have several lines."""
    return width >= _WRAP_FROM


def lines_needed(likelihood: Likelihood, name: Line, words: Line, width: int) -> int:
    """Return how many lines show all words of a judgement."""
    room = len(_place_of_words(likelihood, width)) - width_of(name)
    return min(_MOST_LINES, len(wrap("".join(span.text for span in words), room)))


def _wrapped(words: Line, width: int, height: int) -> Sequence[Line]:
    """Return words in a number of lines, of which the last is cut if they need more."""
    text = "".join(span.text for span in words)
    starts = [start for start, _ in wrap(text, width)[:height]]
    ends = [*starts[1:], len(text)]
    lines = [
        fit(slice_spans(words, start, start + len(text[start:end].rstrip())), width)
        for start, end in zip(starts, ends, strict=True)
    ]
    return [*lines, *(BLANK for _ in range(height - len(lines)))]


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


def name_of_claim(claim: Claim, cells: int) -> Line:
    """Return the id of a claim in a column with a blank at its end; none if it has no cells."""
    return (*fit_end(Span(claim.id, "muted"), cells - 1), Span(" ")) if cells else BLANK


def scope_words(claim: Claim, likelihood: Likelihood, *, marked: bool) -> Line:
    """Return the words of a claim; those that the term applies to are set off.

    If `marked`, a mark shows whether the sentence begins earlier.
    """
    scope = likelihood.scope
    if scope is None:
        return Span("(scope not stated) ", "unstated"), Span(claim.evidence.exact, "text")
    after = claim.evidence.exact[scope.end - claim.evidence.start :]
    before = "…" if marked and scope.start > claim.evidence.start else ""
    return (
        Span(before, "muted"),
        Span(scope.exact, f"reach-{likelihood.rank}"),
        Span(after, "muted"),
    )
