"""What a date says, as a bar: the days it may cover, and those that it certainly covers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from kursk_tui.charts.time_axis import Days, TimeAxis
from kursk_tui.model import Extent, When, parse_edtf
from kursk_tui.vocabulary import TimeRole

End = Literal["exact", "inexact", "open", "unknown"]
"""How an end of a bar is stated: to the day, less exactly, as open, or not at all."""


@dataclass(frozen=True, slots=True)
class TimeBar:
    """The bar of a date: something happened or lasted within the days from `first` to `last`.

    `core` is the range of days that it certainly covers; None if no day is certain, as for an event
    of a month. `approximate` is set for approximate dates and for those that words alone bound.
    Infinite values are open or unknown ends.
    """

    role: TimeRole
    first: float
    last: float
    start: End
    end: End
    core: tuple[float, float] | None = None
    approximate: bool = False

    @property
    def ranges(self) -> tuple[Days, ...]:
        """The ranges of days that an axis must show whole: those of each finite end."""
        if self.core is None or self.core[0] == self.core[1]:
            return _finite((self.first, self.last))
        return _finite((self.first, self.core[0]), (self.core[1], self.last))


def seen_from(bar: TimeBar, document: int | None) -> TimeBar:
    """Return a bar as the document's day limits it: a forecast lies after that day.

    What happens “by the end of March” is a forecast if the document is older than that.
    """
    is_open = bar.role == "event" and bar.start == "open" and bar.core is None
    if document is None or not is_open or not document < bar.last < inf:
        return bar
    # The middle of the day, where an axis draws it.
    return replace(bar, first=document + 0.5, start="inexact")


def edges(bar: TimeBar, axis: TimeAxis) -> tuple[int, int]:
    """Return the cells of a bar; exact ends are in the middle of their days, others at the edge.

    What happened by a day may have happened long before; it is drawn in the era of that day.
    """
    first, last = axis.cells(bar.first, bar.last)
    if bar.start == "exact" or bar.approximate:
        first = axis.cell(bar.first)
    if bar.end == "exact" or bar.approximate:
        last = axis.cell(bar.last)
    if bar.start == "open" and bar.core is None and bar.last < inf:
        first = min(last, axis.start_of_era(bar.last))
    return first, last


def density(counts: Mapping[Days, int], axis: TimeAxis, step: int = 1) -> Sequence[int]:
    """Return how many dates each column of `step` cells has.

    A range of days that takes several columns is left out: it belongs to none of them.
    """
    totals = [0] * -(-axis.width // step)
    for days, count in counts.items():
        first, last = (cell // step for cell in axis.cells(*days))
        if first == last or days.first == days.last:
            totals[axis.cell(days.first) // step] += count
    return totals


def _finite(*ranges: tuple[float, float]) -> tuple[Days, ...]:
    days = []
    for first, last in ranges:
        ends = [int(end) for end in (first, last) if abs(end) < inf]
        if ends:
            days.append(Days(ends[0], ends[-1]))
    return tuple(days)


def time_bar(when: When) -> TimeBar | None:
    """Return the bar of a date, or None if it has no place on the calendar."""
    edtf = stated_date(when) or when.bound
    days = parse_edtf(edtf) if edtf else None
    if days is None or (days.start_min == -inf and days.end_max == inf):
        return _since_unknown(when.role) if is_since(when) else None
    return _stated(when.role, days) if when.placed else _bounded(when.role, days)


def is_since(when: When) -> bool:
    """Return whether the words of a date state a start and no end."""
    words = when.words
    # Checking the first letter alone settles most of many dates.
    return words is not None and words[:1] in ("s", "S") and words[:6].casefold() == "since "


def stated_date(when: When) -> str | None:
    """Return the EDTF expression of a date; a state “since 10 March” has no stated end."""
    edtf = when.placed
    if edtf is None or "/" in edtf or edtf.startswith("XXXX"):
        return edtf
    return f"{edtf}/.." if when.role == "in effect" and is_since(when) else edtf


def _since_unknown(role: TimeRole) -> TimeBar:
    """Return the bar of “since the war”: it lasts from a time that is not known, without an end."""
    return TimeBar(role, -inf, inf, "unknown", "open", approximate=True)


def _stated(role: TimeRole, days: Extent) -> TimeBar:
    lasts = role == "in effect" or abs(days.start_max) < inf > abs(days.end_min)
    certain = lasts and not days.vague and days.start_max <= days.end_min
    return TimeBar(
        role,
        days.start_min,
        days.end_max,
        _end(days.start_min, days.start_max),
        _end(days.end_max, days.end_min),
        (days.start_max, days.end_min) if certain else None,
        days.vague,
    )


def _bounded(role: TimeRole, days: Extent) -> TimeBar:
    """Return the bar of a date in words, which lies somewhere within its bound.

    What is known "as of" such a date is known up to the bound. Anything else has an unknown end.
    """
    start, end = _end(days.start_min, days.start_max), _end(days.end_max, days.end_min)
    if role != "as of":
        start = start if start == "open" else "unknown"
        end = end if end == "open" else "unknown"
    return TimeBar(role, days.start_min, days.end_max, start, end, approximate=True)


def _end(outer: float, inner: float) -> End:
    if abs(outer) == inf:
        return "open" if inner == outer else "unknown"
    return "exact" if inner == outer else "inexact"
