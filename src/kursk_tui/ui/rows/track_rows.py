"""The rows of a track: a heading for each section, and two lines for each statement."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.query import View
from kursk_tui.text.cells import wrapped
from kursk_tui.text.messages import shortened
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.entry_rows import EntryRows, Section
from kursk_tui.ui.rows.number_line import (
    FigureExtent,
    columns_without_measure,
    line_labels,
    measure_figures,
    words_and_interval,
)
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, fit_end, line, width_of
from kursk_tui.wording import phrases
from kursk_tui.wording.short_dates import short_date

if TYPE_CHECKING:  # loaded with the first track
    from kursk_tui.tracking.statements import Told
    from kursk_tui.tracking.track import Row as Statement
    from kursk_tui.tracking.track import Track

EARLIEST, LATEST, HIGHEST = "earliest first", "latest first", "highest first"
"""The orders of the statements."""

_HEADING, _ABOUT, _SPACE, _BOUNDS = "heading", "about", "space", "bounds"
_SAID, _WHO, _LEAST_WHO = 12, 26, 14
"""The cells of the day, and the most and the least cells of the name of the origin."""
_COMPARING = "comparing with the others…"
_MOST_BOUNDS = 3
"""The most lines of the floor and the ceiling above the statements."""
_WHO_FROM = 60
"""The width from which the origin is in the first line of a statement."""
_BESIDE_FROM, _BESIDE, _NAME_IN_REMARK = 100, 40, 12
"""The width from which remarks are beside the numbers, their cells, and those of a name."""
_LEAST_ID = 14
"""The fewest cells of the id of a claim that is longer; it has up to a third of a wider pane."""


def _shown(section: Sequence["Statement"], view: View, sort: str) -> Sequence["Statement"]:
    """Return the statements of a section that the query shows, in the chosen order."""
    flags = view.flags
    rows = [row for row in section if flags[row.told.claim]]
    if sort == LATEST:
        return sorted(rows, key=_day, reverse=True)
    if sort == HIGHEST:
        return sorted(rows, key=lambda row: max(row.told.figure.values, default=-1), reverse=True)
    return rows


def _day(statement: "Statement") -> float:
    """Return the day of a statement; undated ones are before all others."""
    return statement.told.said.last if statement.told.date else float("-inf")


class Heading(NamedTuple):
    """The heading of a column, its cells, and the orders that a click on it chooses."""

    words: str
    width: int
    sorts: tuple[str, ...] = ()


class _Widths(NamedTuple):
    """The cells of the columns: day, origin, the figure with its axis, and remarks beside it."""

    said: int
    who: int
    figure: int
    beside: int


class TrackRows:
    """The rows of one track: a heading for each section, and two lines for each statement.

    Until the statements are compared, they stand alone.
    """

    def __init__(
        self,
        track: "Track",
        view: View,
        width: int,
        sort: str,
        extent: FigureExtent | None = None,
        *,
        is_compared: bool = True,
    ) -> None:
        from kursk_tui.tracking.track import SECTIONS
        from kursk_tui.wording import origins, tracks

        self._words = tracks
        self._origins = origins
        self._view = view
        self._width = width
        self._track = track
        self._is_compared = is_compared
        shown = (_shown(track.of(section), view, sort) for section in SECTIONS)
        self._sections = [
            (section, rows) for section, rows in zip(SECTIONS, shown, strict=True) if rows
        ]
        self._names = {
            (told.origin, told.further): origins.label(told.origins, view.briefing)
            for told in _of_each_origin(rows for _, rows in self._sections)
        }
        self._widths = _widths(width, self._names.values())
        self._extent: FigureExtent = extent or measure_figures(
            row.told.figure for _, rows in self._sections for row in rows
        )
        self._bounds = self._wrapped_bounds()
        self.model = self._model()
        self.shown = len(self.model.stops)

    @property
    def columns(self) -> tuple[Heading, ...]:
        """The headings."""
        said, who, figure, beside = self._widths
        columns = columns_without_measure(self._extent, figure - bool(beside))
        words = columns.words
        found = [Heading("said", said, (EARLIEST, LATEST)), *([Heading("who", who)] if who else [])]
        found.append(Heading("as printed", words))
        found.append(Heading(line_labels(columns), figure - words, (HIGHEST,)))
        if beside:
            found.append(Heading("compared with what was said before", beside))
        return tuple(found)

    @property
    def caption(self) -> str:
        """The best bounds that the statements establish."""
        return self._words.short_bounds(self._track)

    def _wrapped_bounds(self) -> Sequence[str]:
        """Return the bounds with as many links as fit a few lines, so that rows are in sight."""
        if not self._is_compared:
            return (_COMPARING,)
        if self._width < _WHO_FROM:
            return [shortened(self._words.short_bounds(self._track), self._width)]
        name = self._origins.of_bounds(self._view.briefing)
        for links in range(self._words.LINKS, 0, -1):
            text = self._words.bounds(self._track, name, links)
            lines = wrapped(text, self._width)
            if len(lines) <= _MOST_BOUNDS:
                break
        if len(lines) <= _MOST_BOUNDS:
            return lines
        rest = " ".join(lines[_MOST_BOUNDS - 1 :])
        return [*lines[: _MOST_BOUNDS - 1], shortened(rest, self._width)]

    def _model(self) -> "EntryRows[Statement]":
        sections: list[Section[Statement]] = []
        for number, (_, statements) in enumerate(self._sections):
            above = [Row(None, number, _SPACE)] if number else []
            above.append(Row(None, number, _HEADING))
            if not number:
                above += [Row(None, at, _BOUNDS) for at in range(len(self._bounds))]
            sections.append(Section(above, statements, 2))
        return EntryRows(sections, _rows_of, lambda statement: statement.told.claim)

    def draw(self, row: Row, view: View) -> Sequence[Line]:
        """Return the line of a row."""
        if row.key == _SPACE:
            return (BLANK,)
        if row.key == _HEADING:
            return (self._heading(row.part),)
        if row.key == _BOUNDS:
            return (line(Span(self._bounds[row.part], "muted")),)
        if row.claim is None:
            return (self._about(self.model.entry(row.part), view),)
        numbers = self.model.stops_of(row.claim)
        statements = map(self.model.entry, numbers)
        return (self._first_line(next(one for one in statements if one.told.part == row.part)),)

    def _heading(self, number: int) -> Line:
        section, rows = self._sections[number]
        name = self._words.HEADINGS[section] or self._words.question(self._track.asked)
        if not self._is_compared:
            return line(Span(name, "strong"))
        return line(
            Span(name, "strong"), Span(f" · {self._words.counted(self._track, rows)}", "muted")
        )

    def _first_line(self, statement: "Statement") -> Line:
        said, who, figure, beside = self._widths
        told = statement.told
        day = short_date(told.date, "reported") if told.date else "not stated"
        name = self._name_span(statement)
        columns = columns_without_measure(self._extent, figure - bool(beside))
        number = words_and_interval(told.figure, columns, figure)
        parts: Line = (*fit((Span(day, "text"),), said - 1), Span(" "))
        if who:
            short = name._replace(text=_short_name(name.text, who - 1))
            parts = (*parts, *fit((short,), who - 1), Span(" "))
        if not beside:
            return (*parts, *number)
        return (*parts, *fit(number, figure), *self._remark(statement))

    def _about(self, statement: "Statement", view: View) -> Line:
        told = statement.told
        claim, figure = view.claims[told.claim], told.figure
        dot = Span(" · ", "muted")
        parts: list[Line] = []
        if not self._widths.who:
            parts.append((self._name_span(statement),))
        if not self._widths.beside and (remark := self._remark(statement)):
            parts.append(remark)
        counts = self._words.categories(told.statement.count.categories)
        parts += [(one,) for one in claim_spans.likelihoods(claim, figure)]
        parts.append((Span(counts, "muted"),))
        parts += [(Span(mark, "strong"),) for mark in phrases.marks(figure)]
        parts.append(
            (Span(figure.population, "muted"),)
            if figure.population
            else (claim_spans.not_stated("population"),)
        )
        parts += [(Span(one, "muted"),) for one in filter(None, (figure.place,))]
        if told.via:
            last = view.briefing.source_labels[told.via[-1]]
            parts.append((Span(self._words.via(last), "source"),))
        if period := self._words.period(self._track, told):
            parts.append((Span(period, "muted"),))
        joined = tuple(span for part in parts for span in (dot, *part))[1:]
        indent = self._widths.said if self._widths.beside else 2
        return self._with_id((Span(" " * indent), *joined), claim.id)

    def _with_id(self, about: Line, name: str) -> Line:
        """Return a line that ends with the id of a claim, and is cut before it."""
        width = self._width
        if not self._widths.who:  # the remark matters more, and the claim pane has the id
            return (*about, Span(f" · {name}", "muted"))
        room = min(width_of((Span(name),)), max(_LEAST_ID, width // 3))
        end = fit_end(Span(name, "muted"), room)
        return (*fit(about, width - room - 2), Span("  "), *end)

    def _remark(self, statement: "Statement") -> Line:
        def name(told: "Told") -> str:
            name = self._origins.label(told.origins, self._view.briefing)
            return _short_name(name, _NAME_IN_REMARK)

        if not self._is_compared:
            return (Span(_COMPARING, "muted"),)
        words = self._words.beside(self._track, statement, name)
        return (Span(words, _role(words)),) if words else ()

    def _name_span(self, statement: "Statement") -> Span:
        role = "source" if statement.told.origin else "unstated"
        return Span(self._name(statement), role)

    def _name(self, statement: "Statement") -> str:
        return self._names[statement.told.origin, statement.told.further]


def _rows_of(number: int, statement: "Statement") -> tuple[Row, Row]:
    told = statement.told
    return Row(told.claim, told.part), Row(None, number, _ABOUT)


def _of_each_origin(sections: Iterable[Sequence["Statement"]]) -> Iterable["Told"]:
    """Return a statement of each origin."""
    found = {(row.told.origin, row.told.further): row.told for rows in sections for row in rows}
    return found.values()


def _short_name(label: str, most: int) -> str:
    """Return a name that is cut, if it is long, but for the country that tells it apart."""
    name, bracket, country = label.rpartition(" (")
    if not bracket or len(country) > len("GB)"):
        return shortened(label, most)
    return f"{shortened(name, most - len(country) - len(bracket))}{bracket}{country}"


def _role(words: str) -> str:
    if words.startswith("✗"):
        return "warning"
    return "possible" if words.startswith(("~", "!")) else "muted"


def _widths(width: int, names: Iterable[str]) -> _Widths:
    if width < _WHO_FROM:
        return _Widths(_SAID, 0, width - _SAID, 0)
    longest = max((width_of((Span(name),)) for name in names), default=0) + 2
    who = max(_LEAST_WHO, min(longest, _WHO, width // 4))
    beside = _BESIDE if width >= _BESIDE_FROM else 0
    return _Widths(_SAID, who, width - _SAID - who - beside, beside)
