"""The timeline of a page: dated claims, each with its bars on one axis of time."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from kursk_tui.charts.chronology import (
    Chronology,
    DatedLine,
    dates_by_line,
    placed_and_others,
    read_chronology,
)
from kursk_tui.charts.time_axis import BREAK, TimeAxis, fit_axis
from kursk_tui.charts.time_bars import TimeBar, density, edges, seen_from, stated_date, time_bar
from kursk_tui.charts.time_labels import Scale, label_axis
from kursk_tui.formats.markup import text, to_claim
from kursk_tui.formats.pictures import svg
from kursk_tui.formats.report import NO_CLAIM, Report
from kursk_tui.model import Claim, When
from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.vocabulary import TimeRole
from kursk_tui.wording import phrases
from kursk_tui.wording.short_dates import short_date

_DENSITY_FROM = 200
"""From this number of rows on, their numbers by column are above them."""

_UNPLACED = '<i class="unstated">no place on the axis</i>'
_BACKGROUND = '<i class="unstated">not on the axis</i>'
_COLUMN = 5
_TALLEST = 36
_ROLES: dict[TimeRole, str] = {
    "event": "event",
    "in effect": "edge",
    "reported": "reported",
    "as of": "as-of",
}


def section(view: View, report: Report) -> Iterator[str]:
    """Return the dated claims of a view, then the number of the others."""
    if not report.claims:
        yield f"<p>{NO_CLAIM}</p>"
        return
    claims = [view.claims[number] for number in view.numbers]
    chronology = read_chronology(claims, view.briefing)
    if chronology.lines or chronology.background:
        yield from _Timeline(chronology, claims, report.possible).lines()
    if report.undated:
        count = len(report.undated) - len(chronology.silent)
        in_words = f"; {count:,} of these give{'s' * (count == 1)} a time in words" if count else ""
        yield f"<p>{report.undated_note}{in_words}.</p>"


class _Timeline:
    """Draws the dated lines of some claims."""

    def __init__(
        self, chronology: Chronology, claims: Sequence[Claim], possible: Collection[str]
    ) -> None:
        self._chronology = chronology
        self._claims = claims
        self._possible = possible
        self._axis: TimeAxis = fit_axis(chronology.eras, svg.WIDTH, svg.UNIT)
        self._scale: Scale = label_axis(self._axis, chronology.day)
        narrow = self._axis.with_characters_of(svg.NARROW_UNIT)
        self._narrow: Scale = label_axis(narrow, chronology.day)

    def lines(self) -> Iterator[str]:
        """Return the legend, how many dates there are where, and the table."""
        placed, others = placed_and_others(self._chronology.lines)
        placed.sort(key=lambda one: one.place)
        rows = [*placed, *others, *self._chronology.background]
        drawn = bool(self._chronology.eras) and len(rows) <= svg.MOST_ROWS
        if drawn:
            yield self._legend()
        if self._chronology.eras and len(rows) >= _DENSITY_FROM:
            yield self._density()
            if not drawn:
                yield f"<p>With {len(rows):,} dates, only the number in each column is drawn.</p>"
        axis = self._axis_head() if drawn else ""
        yield from svg.table(("claim", "date"), axis, (self._row(one, drawn=drawn) for one in rows))

    def _row(self, row: DatedLine, *, drawn: bool) -> tuple[Sequence[str], str]:
        claim = self._claims[row.claim]
        dates = dates_by_line(claim)[row.part]
        link = to_claim(claim.id, possible=claim.id in self._possible)
        summary = f'{link} <span dir="auto">{text(claim.summary)}</span>'
        when = "; ".join(_when(one) for one in dates)
        is_background = dates[0].role == "background"
        drawn = drawn and not is_background
        bars = [bar for bar in map(time_bar, dates) if bar is not None] if drawn else []
        shown = _BACKGROUND if is_background else _UNPLACED
        if bars:
            shown = self._picture(bars, "; ".join(map(_in_words, dates)), claim)
        return (summary, when), shown

    def _picture(self, bars: Sequence[TimeBar], words: str, claim: Claim) -> str:
        day = self._chronology.document_days.get(claim.document)
        marks = [mark for bar in bars for mark in draw(seen_from(bar, day), self._axis)]
        here = [] if day is None else [svg.upright(self._axis.cell(day), "document-day")]
        return svg.picture(words, (svg.on_grid("timeline"), *here, *marks))

    def _axis_head(self) -> str:
        ticks = (self._scale.ticks, self._narrow.ticks)
        grid = svg.grid("timeline", *ticks, self._axis.breaks, BREAK * svg.UNIT)
        words = ", ".join(label.text for label in self._scale.labels)
        return svg.picture(f"axis of time: {words}", (grid, self._labels()))

    def _labels(self, y: int = 16) -> str:
        return svg.by_width(_labels(self._scale, y), _labels(self._narrow, y))

    def _density(self) -> str:
        """Return a picture of the number of dates by column, from day to month."""
        counts = Counter(one.days for one in self._chronology.lines if one.days)
        totals = density(counts, self._axis, _COLUMN)
        most = max(totals, default=0)
        bars = (_column(at, total, most) for at, total in enumerate(totals) if total)
        title = f"dates in each column; the tallest has {plural(most, 'date')}"
        labels = self._labels(_TALLEST + 16)
        return f"<p>{title}</p>\n" + svg.picture(title, (*bars, labels), _TALLEST + 22)

    def _legend(self) -> str:
        """Return what the signs mean, as far as they occur."""
        chronology = self._chronology
        signs: list[tuple[str, str]] = [
            (svg.sign(svg.WIDTH // 2, sign), role)
            for role, sign in _ROLES.items()
            if role in chronology.roles
        ]
        if chronology.document_days:
            signs.append((svg.upright(svg.WIDTH // 2, "document-day"), "day of the document"))
        if chronology.inexact:
            signs.append((svg.box(0, svg.WIDTH - 1, "within"), "sometime within"))
        if chronology.approximate:
            signs.append((svg.line(0, svg.WIDTH - 1, "dotted"), "approximate or in words"))
        dates = (when for claim in self._claims for when in claim.own_dates)
        bars = [bar for bar in map(time_bar, dates) if bar is not None]
        ends = {end for bar in bars for end in (bar.start, bar.end)}
        if "open" in ends:
            arrow = svg.line(0, 400, "solid") + svg.sign(svg.WIDTH - 1, "later")
            signs.append((arrow, "open end"))
        if "unknown" in ends:
            signs.append((svg.sign(svg.WIDTH // 2, "unknown"), "unknown end"))
        return svg.legend(signs)


def _labels(scale: Scale, y: int) -> Iterator[str]:
    """Yield the labels, each over its tick: at its middle, or else from there on.

    A label that has no room on the right of its day ends at the edge, as letters are narrower than
    their units.
    """
    for one in scale.labels:
        middle = (one.start + one.end) / 2
        near = min(scale.ticks, key=lambda tick: abs(tick - one.start), default=0)
        if any(abs(tick + 0.5 - middle) <= one.unit for tick in scale.ticks):
            yield svg.label(middle, one.text, y)
        elif svg.WIDTH - one.end < one.unit:
            yield svg.label_to(svg.WIDTH, one.text, y)
        elif abs(near - one.start) <= one.unit:
            yield svg.label_from(near + 0.5, one.text, y)
        else:
            yield svg.label(middle, one.text, y)


def _column(at: int, total: int, most: int) -> str:
    height = max(1, round(total / most * _TALLEST))
    return (
        f'<rect class="count" x="{svg.percent(at * _COLUMN)}" width="{svg.percent(_COLUMN)}" '
        f'y="{_TALLEST - height}" height="{height}"/>'
    )


def _in_words(when: When) -> str:
    """Return a date as its row shows it, as plain text."""
    words = phrases.quoted(when.words) if when.words else ""
    bound = phrases.bound(when.bound) if when.bound else ""
    return f"{when.role}: {', '.join(filter(None, (_date(when), words, bound)))}"


def _date(when: When) -> str:
    """Return the date that a document states in a few words, or an empty string."""
    date = stated_date(when)
    return "" if date is None else short_date(date, when.role, words=when.words)


def _when(when: When) -> str:
    """Return a date with its role, and the words of the document."""
    words = text(phrases.quoted(when.words)) if when.words else ""
    role = text(phrases.role(when))
    bound = f" · {text(phrases.bound(when.bound))}" if when.bound else ""
    date = text(_date(when))
    if not date:
        return f"{words} ({role}){bound}"
    after = f" · {words}" if words else ""
    return f"<b>{date}</b> ({role}){after}{bound}"


def draw(bar: TimeBar, axis: TimeAxis) -> Iterator[str]:
    """Return the parts of a bar: what is certain, what is not, and how it ends."""
    first, last = edges(bar, axis)
    if bar.approximate:
        yield svg.line(first, last, "dotted") if first < last else svg.sign(first, "about")
    elif bar.core is None or "inexact" in (bar.start, bar.end):
        yield svg.box(first, last, "within")
    if bar.core is not None:
        yield from _draw_core(bar, axis.cell(bar.core[0]), axis.cell(bar.core[1]))
    if bar.start in ("open", "unknown"):
        yield svg.sign(first, "earlier" if bar.start == "open" else "unknown")
    if bar.end in ("open", "unknown"):
        yield svg.sign(last, "later" if bar.end == "open" else "unknown")
    elif bar.role == "as of" and bar.approximate:
        yield svg.sign(last, "as-of")


def _draw_core(bar: TimeBar, first: int, last: int) -> Iterator[str]:
    """Return the days that a bar certainly covers, with a sign at each exact end."""
    if first == last and bar.start == bar.end == "exact":
        yield svg.sign(first, "in-effect" if bar.role == "in effect" else _ROLES[bar.role])
        return
    yield svg.line(first, last, "solid")
    if bar.start == "exact":
        yield svg.sign(first, _ROLES[bar.role])
    if bar.end == "exact":
        yield svg.sign(last, _ROLES[bar.role])
