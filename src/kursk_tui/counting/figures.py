"""What a figure of a claim counts: its categories, population and place, and its period."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import inf

from kursk_tui.counting.categories import Categories, categories_of
from kursk_tui.counting.counts import Count
from kursk_tui.counting.periods import Period, at, so_far, window
from kursk_tui.counting.statements import Statement
from kursk_tui.model import Extent, Figure, When, parse_edtf
from kursk_tui.text.folding import fold
from kursk_tui.vocabulary import Tally, TimeRole

_GROWING = frozenset(("killed", "wounded", "missing", "captured", "casualties"))
"""Measures whose counts are totals so far, unless a period is stated."""

_RECENT = 366
"""A count without a period reaches back at most this many days before it was said.

So, a figure of today's news is not compared with one of an event of 1987.
"""

_INEXACT = re.compile("X|[0-9]{4}-2[1-4]")
"""Digits that are not known, and seasons."""


def statement_of(figure: Figure, when: Sequence[When], said: str | None) -> Statement:
    """Return the statement that a figure of a claim makes, with the dates of the claim.

    `said` is the date of the document, for a claim that has no date of reporting.
    """
    count = count_of(figure, when, said)
    return Statement(count, figure.qualifier, figure.values, figure.interval)


def count_of(figure: Figure, when: Sequence[When], said: str | None) -> Count:
    """Return what a figure of a claim counts, with the dates of the claim.

    `said` is the date of the document, for a claim that has no date of reporting.
    """
    grows = figure.measure in _GROWING
    if figure.covers is not None:
        period: Period | None = _covered(figure.covers, figure.tally)
    else:
        words = None if figure.period is None else fold(figure.period)
        period = _dated(grows, words, tuple(when), said)
    return Count(_categories(figure), figure.population, figure.place, figure.event, period)


def _categories(figure: Figure) -> Categories:
    """Return the categories; an increase on another figure has its own, as it is not a total."""
    if any(relation.kind == "increase on" for relation in figure.relations):
        return Categories(frozenset((f"increase of {figure.measure}",)))
    return categories_of(figure.measure, figure.categories)


@lru_cache(maxsize=4096)
def _covered(covers: str, tally: Tally | None) -> Period:
    days = parse_edtf(covers)
    first, last = days.start_min, days.end_max
    if tally == "at":
        return at(first, last)
    if days.vague or days.month_day or _INEXACT.search(covers):
        return _somewhere(first, last)
    if tally == "so far":
        if "/" not in covers:
            return so_far(first, last)
        return Period(first, first, last if last < inf else first, last)
    # Where a range is open, the document does not say when the period begins or ends.
    return Period(first, first if first > -inf else last, last if last < inf else first, last)


@lru_cache(maxsize=4096)
def _dated(
    grows: bool, words: str | None, when: tuple[When, ...], said: str | None
) -> Period | None:
    """Return the period that the dates of a claim establish for its figures.

    `words` are those of the period, folded, if they are stated.
    """
    happened = _days(when, "event", "in effect")
    if happened is not None:
        return _happened(happened)._replace(words=words)
    known = _days(when, "as of")
    if known is not None:
        return (so_far if grows else at)(known.start_min, known.end_max)._replace(words=words)
    reported = _days(when, "reported")
    day = reported or (parse_edtf(said) if said else None)
    if day is None or day.vague or day.end_max == inf:
        return None if words is None else _somewhere(-inf, inf)
    if words is not None:
        # The day of the document does not say which days "yesterday" means of a source.
        is_known = reported is not None and day.start_min == day.end_max
        return _somewhere(-inf, day.end_max)._replace(words=words if is_known else None)
    if not grows:
        return None
    return so_far(day.start_min, day.end_max)._replace(read_since=day.start_min - _RECENT)


def _happened(days: Extent) -> Period:
    if days.vague:
        return _somewhere(-inf, inf)
    if days.start_min == days.start_max and days.end_min == days.end_max:
        return window(days.start_min, days.end_max)
    return _somewhere(days.start_min, days.end_max)


def _somewhere(first: float, last: float) -> Period:
    """Return a period of which it is only known that it lies within some days."""
    return Period(first, last, first, last)


def _days(when: Iterable[When], *roles: TimeRole) -> Extent | None:
    """Return the days of the dates with some roles, from the first of them to the last."""
    stated = (_stated_days(date) for date in when if date.role in roles)
    found = [days for days in stated if days is not None]
    if len(found) < 2:
        return found[0] if found else None
    return Extent(
        min(one.start_min for one in found),
        max(one.start_max for one in found),
        min(one.end_min for one in found),
        max(one.end_max for one in found),
        vague=any(one.vague for one in found),
    )


def _stated_days(when: When) -> Extent | None:
    """Return the days of a date; those of a bound are only days within which it lies."""
    if when.placed is not None:
        return parse_edtf(when.placed)
    if when.bound is None:
        return None
    days = parse_edtf(when.bound)
    first, last = days.start_min, days.end_max
    return Extent(first, last, first, last)
