"""What figures count: their measure, population, place and period, and which counts may be equal.

Every part of a count is compared on its own, and the least of the answers decides. Nothing is
converted: the killed are not compared with casualties.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf, isfinite
from typing import Literal, NamedTuple

from kursk_tui.model import Extent, Figure, When, parse_edtf
from kursk_tui.text.folding import fold
from kursk_tui.vocabulary import Tally, TimeRole

_GROWING = frozenset(("killed", "wounded", "missing", "captured", "casualties"))
"""Measures whose counts are totals so far, unless a period is stated."""

_RECENT = 366
"""A count without a period begins at most this many days before it was said.

So, a figure of today's news is not compared with one of an event of 1987.
"""

_INEXACT = re.compile("X|[0-9]{4}-2[1-4]")
"""Digits that are not known, and seasons."""

Difference = Literal["another measure", "another period"]
"""Why two counts are certainly not the same."""

Doubt = Literal[
    "population not stated",
    "populations worded differently",
    "place not stated",
    "places worded differently",
    "period not stated",
    "periods worded differently",
    "end of the period not stated",
    "dates not exact",
    "one period within the other",
    "only one counts at a point in time",
    "the same words on different days",
]
"""Why two counts are perhaps not the same."""


class Period(NamedTuple):
    """The days that a count covers: from `[start_min, start_max]` to `[end_min, end_max]`.

    Days are proleptic Gregorian ordinals. `words` are those of the document, folded. If `stated` is
    false, a count that grows is read as a total up to the day when it was said. `exact` is true if
    the first and the last day are known, as far as the count has a first day. `strength` is true
    for a count at a time, rather than over a time.
    """

    start_min: float = -inf
    start_max: float = inf
    end_min: float = -inf
    end_max: float = inf
    words: str | None = None
    stated: bool = False
    exact: bool = False
    strength: bool = False

    @property
    def is_any(self) -> bool:
        """Whether the document does not state when the period begins or ends."""
        return self.start_min == -inf and self.end_max == inf

    def may_be_within(self, other: "Period") -> bool:
        """Return whether all days of this period may be days of another."""
        return self.start_max >= other.start_min and self.end_min <= other.end_max


class Count(NamedTuple):
    """What a figure counts; names are folded, and None if the document does not state them.

    An increase on another figure has a measure of its own: it is no total.
    """

    measure: str
    population: str | None
    place: str | None
    period: Period

    @property
    def is_exact(self) -> bool:
        """Whether an equal count certainly counts the same."""
        return self.population is not None and self.period.exact


class Comparison(NamedTuple):
    """Whether one count is within another, or may be, and why it is not certain."""

    answer: Literal["yes", "maybe", "no"]
    reasons: tuple[Difference | Doubt, ...] = ()


def count_of(figure: Figure, when: Sequence[When], said: str | None) -> Count:
    """Return what a figure of a claim counts, with the dates of the claim.

    `said` is the date of the document, for a claim that has no date of reporting.
    """
    if figure.covers is not None:
        period = _covered(figure.covers, figure.tally)
    else:
        grows, words = figure.measure in _GROWING, _folded(figure.period)
        period = _period(grows, words, tuple(when), said)
    is_increase = any(relation.kind == "increase on" for relation in figure.relations)
    measure = f"increase of {figure.measure}" if is_increase else figure.measure
    return Count(measure, _folded(figure.population), _folded(figure.place), period)


def comparable(one: Count, other: Count) -> Comparison:
    """Return whether either of two counts is within the other."""
    found = within(one, other)
    return within(other, one) if found.answer == "no" else found


def within(one: Count, other: Count) -> Comparison:
    """Return whether everything that a count counts is also counted by another.

    If so, its number is at most the number of the other.
    """
    if one.measure != other.measure:
        return Comparison("no", ("another measure",))
    if not one.period.may_be_within(other.period):
        return Comparison("no", ("another period",))
    doubts = tuple(_doubts(one, other))
    return Comparison("maybe" if doubts else "yes", doubts)


def _doubts(one: Count, other: Count) -> Iterable[Doubt]:
    if one.population is None or other.population is None:
        yield "population not stated"
    elif one.population != other.population:
        yield "populations worded differently"
    if one.place != other.place:
        stated = one.place is not None and other.place is not None
        yield "places worded differently" if stated else "place not stated"
    if not (one.period.stated and other.period.stated):
        yield "period not stated"
    elif one.period.words != other.period.words:
        yield "periods worded differently"
    elif not (one.period.exact and other.period.exact):
        yield _inexact(one.period, other.period)
    elif one.period.strength != other.period.strength:
        yield "only one counts at a point in time"
    elif one.period != other.period:
        in_words = one.period.words is not None
        yield "the same words on different days" if in_words else "one period within the other"


def _inexact(*periods: Period) -> Doubt:
    if any(-inf < one.start_min and one.end_max == inf for one in periods):
        return "end of the period not stated"
    return "dates not exact"


@lru_cache(maxsize=4096)
def _folded(name: str | None) -> str | None:
    return None if name is None else fold(name)


@lru_cache(maxsize=4096)
def _covered(covers: str, tally: Tally | None) -> Period:
    """Return the period that a figure covers: all of its days, or one of them for a strength.

    Its words do not matter: "since the truce" and "since 3 May" may be the same days.
    """
    if tally == "at":
        return _dated(covers)._replace(strength=True)
    if tally == "so far" and "/" not in covers:
        return _so_far(_dated(covers))
    days = parse_edtf(covers)
    if days.vague or days.month_day or _INEXACT.search(covers):
        return _dated(covers)._replace(exact=False)
    first, last = days.start_min, days.end_max
    begins, ends = isfinite(first), isfinite(last)
    return Period(
        first,
        first if begins else last,
        last if ends else first,
        last,
        stated=True,
        exact=ends and (begins or tally == "so far"),
    )


@lru_cache(maxsize=4096)
def _period(grows: bool, words: str | None, when: tuple[When, ...], said: str | None) -> Period:
    """Return the period of a count: as dated, as worded, or read from the day when it was said."""
    happened = _days(when, "event", "in effect")
    if happened is not None:
        return happened._replace(words=words)
    known = _days(when, "as of")
    if known is not None:
        return (_so_far(known) if grows else known)._replace(words=words)
    reported = _days(when, "reported")
    told = reported or (_dated(said) if said else Period())
    if words is not None:
        # The day of the document does not say which days "yesterday" means of a source.
        until, exact = told.end_max, reported is not None
        return Period(start_max=until, end_max=until, words=words, stated=True, exact=exact)
    if not grows:
        return Period()
    since = told.start_min - _RECENT
    return _so_far(told)._replace(start_min=since, stated=False, exact=False)


def _so_far(day: Period) -> Period:
    """Return the period up to a day, which begins at any time before."""
    exact = day.exact and day.start_min == day.end_max
    return day._replace(start_min=-inf, start_max=day.end_max, exact=exact)


def _days(when: Iterable[When], *roles: TimeRole) -> Period | None:
    """Return the days of the dates with some roles; they are not exact if there are several."""
    stated = (_stated_days(one) for one in when if one.role in roles)
    found = [one for one in stated if one is not None]
    if len(found) < 2:
        return found[0] if found else None
    return Period(
        min(one.start_min for one in found),
        max(one.start_max for one in found),
        min(one.end_min for one in found),
        max(one.end_max for one in found),
        stated=True,
    )


def _stated_days(when: When) -> Period | None:
    if when.placed is not None:
        return _dated(when.placed)
    return None if when.bound is None else _bounded(when.bound)


def _dated(edtf: str) -> Period:
    days = parse_edtf(edtf)
    if days.vague:
        return Period(stated=True)
    return Period(*_ends(days), stated=True, exact=_is_exact(days))


def _bounded(edtf: str) -> Period:
    """Return the period of words that establish only that it lies within some days."""
    days = parse_edtf(edtf)
    return Period(days.start_min, days.end_max, days.start_min, days.end_max, stated=True)


def _ends(days: Extent) -> tuple[float, float, float, float]:
    return days.start_min, days.start_max, days.end_min, days.end_max


def _is_exact(days: Extent) -> bool:
    first, last = days.start_min, days.end_max
    return (first, last) == (days.start_max, days.end_min) and isfinite(last - first)
