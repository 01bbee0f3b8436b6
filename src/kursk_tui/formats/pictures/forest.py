"""The figures of a page: a forest plot of what their words allow, with the limits of the query."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import inf
from typing import NamedTuple

from kursk_tui.charts.labels import Label
from kursk_tui.charts.number_axis import BREAK, NumberAxis, find_stretches, fit_axis
from kursk_tui.charts.number_bars import NumberBar, limits, number_bar, part_asked, reach
from kursk_tui.formats.markup import quoted, text, to_claim, unstated
from kursk_tui.formats.pictures import svg
from kursk_tui.formats.report import NO_FIGURE, NOT_SUMMED, FigureRow, Report
from kursk_tui.formats.report_builder import figures_in_order
from kursk_tui.model import Figure, Interval
from kursk_tui.query import View

Ranges = Sequence[tuple[float, float]]

_POSSIBLE = "possible: only part of its range meets the query"


class _Shown(NamedTuple):
    """A figure with its words for a report, and what the query asks of it.

    `possible` is whether the query asks for only a part of what its words allow.
    """

    figure: Figure
    row: FigureRow
    asked: Ranges
    possible: bool
    possible_claim: bool


def section(view: View, report: Report) -> Iterator[str]:
    """Return the figures of a view with their bars."""
    if not report.figures:
        yield f"<p>{NO_FIGURE}</p>"
        return
    shown = [*_shown(view, report)]
    axis = _axis(shown)
    if axis is not None and len(shown) > svg.MOST_ROWS:
        yield f"<p>{len(shown):,} figures are too many to draw; a query selects fewer.</p>"
        axis = None
    if axis is not None:
        yield _legend(shown)
    head = axis_head(axis) if axis is not None else ""
    yield from svg.table(("figure",), head, (_row(one, axis) for one in shown))
    yield f"<p>{NOT_SUMMED}</p>"


def _shown(view: View, report: Report) -> Iterator[_Shown]:
    for (number, part), row in zip(figures_in_order(view), report.figures, strict=True):
        figure = view.claims[number].figures[part]
        is_asked = figure.modality == "asserted"
        asked = view.asked_figures.get(figure.measure, ()) if is_asked else ()
        partly = view.partly_asked(number, part)
        yield _Shown(figure, row, asked, partly, view.possible(number))


def _axis(shown: Iterable[_Shown]) -> NumberAxis | None:
    """Return an axis that has the figures, and the limits of the query."""
    intervals: set[Interval] = set()
    for one in shown:
        intervals.add(one.figure.interval)
        ends = {int(end) for limit in one.asked for end in limit if 0 < end < inf}
        intervals.update(Interval(best=end) for end in ends)
    return fit_axis(find_stretches(intervals), svg.WIDTH, svg.UNIT)


def _row(one: _Shown, axis: NumberAxis | None) -> tuple[Sequence[str], str]:
    row = one.row
    who = f'<span class="source">{text(row.who)}</span>' if row.who else unstated("source")
    counted = text(", ".join(row.counted))
    if not row.population_stated:
        counted = f"{counted and f'{counted}, '}{unstated('population')}"
    details = (
        text(row.bounds),
        *((f"<strong>{_POSSIBLE}</strong>",) if one.possible else ()),
        *((f"likelihood: {text('; '.join(row.likelihoods))}",) if row.likelihoods else ()),
        counted,
        who,
        to_claim(row.claim, possible=one.possible_claim),
    )
    words = (
        f"<b>{text(row.measure)}</b> {quoted(row.words)}"
        f'<span class="details">{" · ".join(details)}</span>'
    )
    return (words,), _picture(one, axis) if axis is not None else ""


def _picture(one: _Shown, axis: NumberAxis) -> str:
    """Return the bar of a figure; without an interval there are words instead."""
    bar = number_bar(one.figure.interval, axis)
    if bar is None:
        remark = "magnitude only" if one.figure.values else "no number given"
        return f'<i class="unstated">{remark}</i>'
    title = f"{one.row.measure}: {one.row.bounds}"
    if one.possible:
        bar, title = reach(bar, one.asked, axis), f"{title}; {_POSSIBLE}"
    beyond = part_asked(bar, one.asked, axis) if one.possible else frozenset()
    drawn = "".join(draw(bar))
    if one.figure.modality != "asserted":
        drawn = f'<g class="unasserted">{drawn}</g>'
    parts = (
        svg.on_grid("figures"),
        *(svg.upright(at, "limit") for at in limits(one.asked, axis)),
        *(svg.box(*run, "possible") for run in _runs(beyond)),
        drawn,
    )
    return svg.picture(title, parts)


def _runs(cells: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Return the first and the last cell of each run of neighbouring cells."""
    for _, run in groupby(enumerate(sorted(cells)), key=lambda one: one[1] - one[0]):
        members = [cell for _, cell in run]
        yield members[0], members[-1]


def draw(bar: NumberBar) -> Iterator[str]:
    """Return the parts of a bar: a line, the signs of its ends, and its printed number."""
    approximate = "approximate" in (bar.start, bar.end)
    if bar.first < bar.last:
        dotted = bar.point is not None and not bar.is_range
        yield svg.line(bar.first, bar.last, "dotted" if dotted else "solid")
    if bar.is_range:
        yield svg.sign(bar.first, "edge")
        yield svg.sign(bar.last, "edge")
        if bar.point is not None:
            yield svg.sign(bar.point, "about")
        return
    if bar.point is not None:
        yield svg.sign(bar.point, "about" if approximate else "event")
        if bar.start == "bound" and bar.first < bar.point:
            yield svg.sign(bar.first, "edge")
        return
    yield svg.sign(bar.first, "earlier" if bar.start == "open" else "edge")
    yield svg.sign(bar.last, "later" if bar.end == "open" else "edge")


def axis_head(axis: NumberAxis) -> str:
    """Return the axis: its grid, and the names of as many powers as have room."""
    grid = svg.grid("figures", axis.ticks, axis.ticks, axis.breaks, BREAK * svg.UNIT)
    names = axis.names
    for name in axis.all_names:
        more = sorted({*names, name})
        if [*thinned(more, svg.UNIT)] == more:
            names = tuple(more)
    labels = svg.by_width(_labels(names), _labels(thinned(axis.names)))
    words = ", ".join(name.text for name in names)
    return svg.picture(f"axis of numbers, logarithmic: {words}", (grid, labels))


def thinned(names: Iterable[Label], unit: int = svg.NARROW_UNIT) -> Iterator[Label]:
    """Yield the names of powers that are apart, from left to right; `unit` is a character."""
    least = -inf
    for name in names:
        half = len(name.text) / 2 * unit
        if name.start - half >= least:
            yield name
            least = name.start + half + unit / 2


def _labels(names: Iterable[Label]) -> Iterator[str]:
    return (svg.label(name.start + 0.5, name.text) for name in names)


def _legend(shown: Sequence[_Shown]) -> str:
    """Return what the signs mean, as far as they occur."""
    middle, end = svg.WIDTH // 2, svg.WIDTH - 1
    line, edges = svg.line(9, end - 9, "solid"), (svg.sign(9, "edge"), svg.sign(end - 9, "edge"))
    samples = {
        "exactly": svg.sign(middle, "event"),
        "approximately": svg.line(0, end, "dotted") + svg.sign(middle, "about"),
        "or more": edges[0] + svg.line(9, 400, "solid") + svg.sign(end, "later"),
        "or fewer": svg.sign(0, "earlier") + svg.line(140, end - 9, "solid") + edges[1],
        "range": edges[0] + line + edges[1],
        "range with a best value": edges[0] + line + edges[1] + svg.sign(middle, "about"),
    }
    have = {_kind(one.figure.interval) for one in shown}
    signs = [(parts, words) for words, parts in samples.items() if words in have]
    if any(one.asked for one in shown):
        signs.append((svg.upright(middle, "limit"), "limit of the query"))
    if any(one.possible for one in shown):
        signs.append((svg.box(0, end, "possible"), _POSSIBLE))
    return svg.legend(signs)


def _kind(interval: Interval) -> str:
    """Return what the legend calls the bar of an interval."""
    lower, upper, best = interval.lower, interval.upper, interval.best
    if best is not None:
        if lower is not None and upper is not None:
            return "exactly" if lower == upper else "range with a best value"
        return "approximately"
    if lower is not None and upper is not None:
        return "range"
    return "or more" if lower is not None else "or fewer" if upper is not None else ""
