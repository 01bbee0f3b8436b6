"""The lines of editions: when each became known, its name, and what it brought."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.text.cells import width_in_cells
from kursk_tui.ui.rows.styled_text import Line, Span, fit, fit_end
from kursk_tui.wording import phrases

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.diffing.edition_news import Brought
    from kursk_tui.library.edition import Edition

_NARROW = 60
"""From this width on, in cells, there are series, the other clock, and counts of news."""

_TITLE, _SERIES = 14, 22
"""The fewest cells of a title, and the most of a series."""

_COUNTS = ("  claims", "   new", "  again", "  moved", "  not repeated")
_SHORT_COUNTS = (*_COUNTS[:-1], "  dropped")
"""The headings of the counts, each as wide as its column."""


class Widest(NamedTuple):
    """The cells of the longest entry of each column; 0 leaves a column out.

    `day` is that of `known` without the time of day.
    """

    known: int
    day: int
    published: int
    name: int
    series: int
    title: int


def widest(editions: Sequence["Edition"], series: Mapping[str, str]) -> Widest:
    """Measure editions, with the series of each.

    The date of publication counts only where it is another date.
    """

    def most(texts: Iterator[str]) -> int:
        return max(map(width_in_cells, texts), default=0)

    return Widest(
        most(_date(one.known) for one in editions),
        most(_without_time(_date(one.known)) for one in editions),
        most(_date(one.published) for one in editions if one.published != one.known),
        most(one.key for one in editions),
        most(iter(series.values())),
        most(one.briefing.title or "" for one in editions),
    )


class EditionColumns:
    """The columns of editions in a pane of some width.

    Titles, series and times of day are left out where there is no room for the names.
    """

    def __init__(self, most: Widest, width: int) -> None:
        has_news = width >= _NARROW
        name = max(len("edition"), most.name) + 2
        series = min(max(len("series"), most.series) + 2, _SERIES) if most.series else 0
        published = max(len("published"), most.published) + 2 if most.published else 0
        self._known = max(len("known"), most.known) + 2
        self._published = published if has_news else 0
        self._series = series if has_news else 0
        self._counts = _COUNTS if has_news else _COUNTS[:1]
        if self._taken + name > width and has_news:
            self._counts = _SHORT_COUNTS
        if self._taken + name > width:
            self._series = 0
        if self._taken + name > width:
            self._known = max(len("known"), most.day) + 2
        room = width - self._taken
        has_title = most.title > 0 and room - name >= _TITLE
        self._title = min(room - name, max(len("title"), most.title) + 2) if has_title else 0
        self._name = min(room, name)

    @property
    def _taken(self) -> int:
        return self._known + self._published + self._series + sum(map(len, self._counts))

    @property
    def headings(self) -> Sequence[tuple[str, int]]:
        """The headings with their widths."""
        found = [
            ("known", self._known),
            ("published", self._published),
            ("edition", self._name),
            ("title", self._title),
            ("series", self._series),
            *((text, len(text)) for text in self._counts),
        ]
        return [(heading, width) for heading, width in found if width]

    def line(self, edition: "Edition", series: str, shown: int, brought: "Brought") -> Line:
        """Return the line of an edition, of which a number of claims are shown."""
        return (
            *_date_cell(edition.known, self._known),
            *(self._other_clock(edition) if self._published else ()),
            *fit_end(Span(edition.key, "words"), self._name - 1),
            Span(" "),
            *_cell(edition.briefing.title or "", self._title, "muted"),
            *_cell(series or "–", self._series, "muted"),
            *self._numbers(len(edition.briefing.claims), shown, brought),
        )

    def _other_clock(self, edition: "Edition") -> Line:
        if edition.published == edition.known:
            return (Span(" " * self._published),)
        return _date_cell(edition.published, self._published)

    def _numbers(self, count: int, shown: int, brought: "Brought") -> Iterator[Span]:
        claims, *news = self._counts
        words = f"{count:,}" if shown == count else f"{shown:,}/{count:,}"
        yield Span(words.rjust(len(claims)), "text")
        for heading, number in zip(news, brought, strict=False):
            text = "–" if number is None else f"{number:,}"
            yield Span(text.rjust(len(heading)), "text" if number else "muted")


def _date(edtf: str | None) -> str:
    return phrases.date(edtf) if edtf else "not stated"


def _without_time(date: str) -> str:
    day, _, time = date.partition("T")
    return day if time[:1].isdigit() else date


def _date_cell(edtf: str | None, width: int) -> Line:
    date = _date(edtf)
    fitting = date if width_in_cells(date) < width else _without_time(date)
    return _cell(fitting, width, "text" if edtf else "unstated")


def _cell(text: str, width: int, role: str) -> Line:
    return (*fit((Span(text, role),), width - 1), Span(" ")) if width else ()
