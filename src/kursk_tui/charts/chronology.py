"""The dates of a briefing in order, with all that the timeline derives from them once."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from kursk_tui.charts.time_axis import Days, Era, find_eras
from kursk_tui.charts.time_bars import TimeBar, is_since, time_bar
from kursk_tui.model import Briefing, Claim, When, parse_edtf
from kursk_tui.progress import track
from kursk_tui.vocabulary import TimeRole

_MEASURED = 1000
"""The columns fit so many different dates; longer ones after these may be cut."""


class Place(NamedTuple):
    """The place of a date in time; dates without one come last."""

    first: float
    last: float


_NOWHERE = Place(inf, inf)


class DatedLine(NamedTuple):
    """A line of the timeline: its place, its claim, and the days that its first date covers.

    `claim` is the number of the claim, and `part` that of the line in `dates_by_line`. `days` is
    None if these are not known or not limited.
    """

    place: Place
    claim: int
    part: int
    days: Days | None

    @property
    def is_placed(self) -> bool:
        """Whether the line has a place on the calendar."""
        return self.place is not _NOWHERE


@dataclass(frozen=True, eq=False)
class Chronology:
    """What the timeline knows of some claims, for every order and width.

    `lines` have dates, `background` has a line for each background date, and `silent` are the
    claims without any date; all in the order of the file. `eras` contain the dates of `lines`.
    `samples` are dates of `lines` to measure the columns with. `roles` has the number of dates of
    each role; `inexact` and `approximate` count dates within some days, and approximate ones.
    `lines_with_day` counts the lines on which no mark hides the day of the document.
    """

    lines: Sequence[DatedLine]
    background: Sequence[DatedLine]
    silent: Sequence[int]
    eras: tuple[Era, ...]
    samples: Sequence[tuple[When, ...]]
    roles: Mapping[TimeRole, int]
    inexact: int
    approximate: int
    document_days: dict[str, int]
    lines_with_day: int
    longest_id: int
    longest_summary: int

    @property
    def day(self) -> int | None:
        """The day of all documents, or None if they differ or have none."""
        days = set(self.document_days.values())
        return days.pop() if len(days) == 1 else None


_Key = tuple[TimeRole, str | None, str | None, bool]
"""All that decides the place and the bar of a date."""


class _Moment(NamedTuple):
    """What equal dates have in common."""

    bar: TimeBar | None
    place: Place
    days: Days | None

    @classmethod
    def of(cls, when: When) -> "_Moment":
        bar = time_bar(when)
        return cls(bar, _place(bar), _days(bar))


def read_chronology(claims: Sequence[Claim], briefing: Briefing) -> Chronology:
    """Return the chronology of some claims of a briefing, numbered from 0."""
    read = _Dates(_document_days(briefing))
    silent: list[int] = []
    for number, claim in enumerate(track("ordering by date", claims)):
        if not claim.when:
            silent.append(number)
        for part, dates in enumerate(dates_by_line(claim)):
            read.add(dates, number, part, claim.document)
    bars = [moment.bar for moment in read.moments.values() if moment.bar is not None]
    ranges = [days for bar in bars for days in bar.ranges]
    return Chronology(
        read.lines,
        read.background,
        silent,
        find_eras([*ranges, *(Days(day, day) for day in read.document_days.values())]),
        list(read.samples.values()),
        read.roles,
        read.number_of(lambda bar: not bar.approximate and bar.core is None),
        read.number_of(lambda bar: bar.approximate),
        read.document_days,
        read.lines_with_day,
        max((len(claim.id) for claim in claims), default=0),
        max((len(claims[line.claim].summary) for line in read.lines), default=0),
    )


class _Dates:
    """The dates of claims as they are read, line by line; equal dates are placed once."""

    def __init__(self, document_days: dict[str, int]) -> None:
        self.document_days = document_days
        self.lines: list[DatedLine] = []
        self.background: list[DatedLine] = []
        self.moments: dict[_Key, _Moment] = {}
        self.samples: dict[tuple[object, ...], tuple[When, ...]] = {}
        self.lines_with_day = 0
        self._counts: Counter[_Key] = Counter()

    def add(self, dates: tuple[When, ...], claim: int, part: int, document: str) -> None:
        """Add the dates of a line."""
        first = dates[0]
        if first.role == "background":
            self.background.append(DatedLine(_NOWHERE, claim, part, None))
            return
        if len(self.samples) < _MEASURED:
            self.samples.setdefault((first.role, first.placed, first.words, len(dates)), dates)
        moments = [self._moment(date) for date in dates]
        day = self.document_days.get(document)
        if day is not None:
            self.lines_with_day += all(moment.place != (day, day) for moment in moments)
        self.lines.append(DatedLine(moments[0].place, claim, part, moments[0].days))

    def _moment(self, date: When) -> _Moment:
        key = _key(date)
        self._counts[key] += 1
        if key not in self.moments:
            self.moments[key] = _Moment.of(date)
        return self.moments[key]

    @property
    def roles(self) -> Counter[TimeRole]:
        """The number of dates with each role."""
        roles: Counter[TimeRole] = Counter()
        for (role, *_), count in self._counts.items():
            roles[role] += count
        return roles

    def number_of(self, is_counted: Callable[[TimeBar], bool]) -> int:
        """Return the number of dates whose bar meets a condition."""
        moments = self.moments.items()
        return sum(
            self._counts[key] for key, moment in moments if moment.bar and is_counted(moment.bar)
        )


def _key(when: When) -> _Key:
    """Return all that decides the place and the bar of a date."""
    return when.role, when.placed, when.bound, is_since(when)


def dates_by_line(claim: Claim) -> Sequence[tuple[When, ...]]:
    """Return the dates of a claim by line: those that follow each other share a line.

    Dates that overlap have lines of their own, as have dates without a place, and each background
    date, which come last.
    """
    if len(claim.when) < 2:
        return (claim.when,) if claim.when else ()
    lines: list[tuple[When, ...]] = []
    end = inf
    placed = ((time_bar(when), when) for when in claim.own_dates)
    for bar, when in sorted(placed, key=lambda one: _place(one[0])):
        if lines and bar is not None and bar.first > end:
            lines[-1] += (when,)
        else:
            lines.append((when,))
        end = bar.last if bar is not None else inf
    return [*lines, *((when,) for when in claim.background_dates)]


def _place(bar: TimeBar | None) -> Place:
    if bar is None:
        return _NOWHERE
    return Place(bar.first if bar.first > -inf else bar.last, bar.last)


def _days(bar: TimeBar | None) -> Days | None:
    """Return the days that a bar covers, unless it is approximate, or lasts."""
    if bar is None or bar.approximate or not -inf < bar.first <= bar.last < inf:
        return None
    if bar.core is not None and bar.core[0] != bar.core[1]:
        return None
    return Days(int(bar.first), int(bar.last))


def _document_days(briefing: Briefing) -> dict[str, int]:
    """Return the day of each document; the briefing's own if none of them has a date."""
    documents = briefing.documents
    own = {document.id: _day(document.date) for document in documents}
    if not any(document.date for document in documents):
        own = dict.fromkeys(own, _day(briefing.date))
    return {document: day for document, day in own.items() if day is not None}


def _day(edtf: str | None) -> int | None:
    days = parse_edtf(edtf) if edtf else None
    exact = days is not None and not days.vague and days.start_min == days.end_max
    return int(days.start_min) if days is not None and exact else None


def placed_and_others(
    lines: Iterable[DatedLine],
) -> tuple[list[DatedLine], list[DatedLine]]:
    """Return the lines with a place on the calendar, and the others."""
    placed: list[DatedLine] = []
    others: list[DatedLine] = []
    for line in lines:
        (placed if line.is_placed else others).append(line)
    return placed, others
