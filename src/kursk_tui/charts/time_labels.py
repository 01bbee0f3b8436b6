"""The labels of an axis of time: days, months or years, never overlapping and never cut."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kursk_tui.charts.labels import Label, line_of
from kursk_tui.charts.time_axis import Segment, TimeAxis
from kursk_tui.wording.short_dates import MONTHS

_MONTH, _YEAR = re.compile("|".join(MONTHS)), re.compile("[0-9]{4}")

Unit = Literal["day", "month", "year"]

_STEPS: tuple[tuple[Unit, int], ...] = (
    *(("day", 1), ("day", 2), ("day", 5), ("day", 10)),
    *(("month", 1), ("month", 2), ("month", 3), ("month", 6)),
    *(("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50)),
    *(("year", 100), ("year", 500), ("year", 1000)),
)
_LONGEST_MONTH = 31

_LAST_TICK = 25
"""The last labelled day of a month, so that the first of the next one has room."""


@dataclass(frozen=True)
class Scale:
    """The labels of an axis from left to right, and the cells of its ticks."""

    labels: tuple[Label, ...]
    ticks: tuple[int, ...]

    @property
    def text(self) -> str:
        """The labels as one line of an axis whose characters take a cell."""
        return line_of(self.labels)


def label_axis(axis: TimeAxis, day: int | None = None) -> Scale:
    """Return the labels of an axis; a day of importance is labelled first.

    Every segment shows a year.
    """
    labels: list[Label] = []
    ticks: list[int] = []
    for segment in axis.segments:
        here = day if day is not None and segment.first <= day <= segment.last else None
        room = range(segment.start, min(axis.width, segment.end + axis.unit))
        if segment is axis.segments[-1]:
            room = range(segment.start, axis.width)
        found, at = _label_segment(segment, here, room)
        labels += found
        ticks += at
    return Scale(tuple(sorted(labels)), tuple(ticks))


def _label_segment(
    segment: Segment, day: int | None, room: range
) -> tuple[list[Label], Sequence[int]]:
    if segment.era.marks == 1:
        return _label_only_range(segment, room)
    unit, days = _ticks(segment)
    labels = _first_labels(segment, unit, day, room)
    place = segment.middle if unit == "day" else segment.left_edge
    for one in days:
        forms = _form_of_tick(one, unit, place(one), labels)
        label = _label(place(one), forms, room, segment.unit)
        if label and _is_free(label, labels):
            labels.append(label)
    if not any(_YEAR.search(label.text) for label in labels):
        forms = _forms_of_range(*segment.era[:2])
        labels = _placed([_label(segment.start, forms, room, segment.unit)])
    return labels, [place(one) for one in days]


def _first_labels(segment: Segment, unit: Unit, day: int | None, room: range) -> list[Label]:
    """Return the labels of the start of a segment and of a day, as long as both fit."""
    pairs = _starts_and_days(segment, unit, day)
    for start, here in pairs:
        labels = _placed(
            [
                _label(segment.start, (start,), room, segment.unit) if start else None,
                _label(segment.middle(day), (here,), room, segment.unit)
                if here and day is not None
                else None,
            ]
        )
        wanted = bool(start) + bool(here)
        if len(labels) == wanted and (wanted < 2 or _is_free(labels[0], labels[1:])):
            return labels
    return []


def _starts_and_days(segment: Segment, unit: Unit, day: int | None) -> Iterator[tuple[str, str]]:
    """Yield labels for the start of a segment and for a day, the best first."""
    _, month, year = _day_forms(segment.era.first)
    if unit == "year":
        forms = () if day is None else _day_forms(day)
        yield from (("", form) for form in forms if _cells(form, segment) * 3 <= segment.cells)
        return
    if day is None:
        yield from [(month, "")] * (unit == "day")
        yield year, ""
        return
    here = _day_forms(day)
    of_month = here[0].rpartition(" ")[0]
    if unit == "day":
        yield month, of_month.partition(" ")[0] if here[1] == month else of_month
    if here[2] == year:
        yield year, of_month
    else:
        yield from ((year, form) for form in here[:2])
    yield from (("", form) for form in here)


def _label_only_range(segment: Segment, room: range) -> tuple[list[Label], Sequence[int]]:
    """Label the only range of days of a segment as a whole."""
    era = segment.era
    at = (segment.left_edge(era.first) + segment.right_edge(era.last)) // 2
    label = _label(at, _forms_of_range(era.first, era.last), room, segment.unit)
    return _placed([label]), (segment.middle(era.first),) if era.is_day else ()


def _placed(labels: Iterable[Label | None]) -> list[Label]:
    return [label for label in labels if label is not None]


def _is_free(label: Label, others: Iterable[Label]) -> bool:
    """Return whether at least a blank is between a label and each of the others."""
    return all(
        label.end + label.unit <= other.start or other.end + label.unit <= label.start
        for other in others
    )


def _label(at: int, forms: Sequence[str], room: range, unit: int) -> Label | None:
    """Return the first form of a label that fits, centred on a cell as far as possible."""
    for form in forms:
        cells = len(form) * unit
        if cells <= len(room):
            start = at - (cells - 1) // 2
            return Label(max(room.start, min(start, room.stop - cells)), form, unit)
    return None


def _cells(text: str, segment: Segment) -> int:
    return len(text) * segment.unit


# The texts of labels.


def _day_forms(day: int) -> tuple[str, ...]:
    """Return a day with its year, the longest form first."""
    one = date.fromordinal(day)
    month = f"{MONTHS[one.month - 1]} {one.year:04}"
    return f"{one.day} {month}", month, f"{one.year:04}"


def _forms_of_range(first: int, last: int) -> tuple[str, ...]:
    """Return the label of a range of days, no more precise than it is."""
    forms = _day_forms(first)
    year = f"{date.fromordinal(last).year:04}"
    if last == first:
        return forms
    if last - first < _LONGEST_MONTH:
        return forms[1:]
    return (f"{forms[2]}–{year}", forms[2]) if year != forms[2] else forms[2:]


def _form_of_tick(day: int, unit: Unit, at: int, labels: Iterable[Label]) -> tuple[str, ...]:
    """Return the label of a tick; with month or year unless a label to its left names the same."""
    one = date.fromordinal(day)
    name, year = MONTHS[one.month - 1], f"{one.year:04}"
    before = " ".join(label.text for label in sorted(labels) if label.start <= at)
    if unit == "day":
        names = _MONTH.findall(before)
        if one.day > 1 and names and names[-1] == name:
            return (str(one.day),)
        return (f"{one.day} {name}", name) if one.day == 1 else (f"{one.day} {name}",)
    if unit == "month" and one.month > 1:
        years = _YEAR.findall(before)
        return (name if years and years[-1] == year else f"{name} {year}",)
    return (year,)


# The days of ticks.


def _ticks(segment: Segment) -> tuple[Unit, Sequence[int]]:
    """Return the finest ticks that leave room for their labels."""
    length = segment.last - segment.first + 1
    for unit, step in _STEPS:
        width = {"day": 4, "month": 5, "year": 6}[unit] * segment.unit
        days = {"day": 1, "month": 30, "year": 365}[unit] * step
        if length * width <= segment.cells * days:
            return unit, [*_days(segment, unit, step)]
    return "year", []


def _days(segment: Segment, unit: Unit, step: int) -> Iterator[int]:
    first, last = date.fromordinal(segment.first), date.fromordinal(segment.last)
    if unit == "day":
        yield from (
            day
            for day in range(segment.first, segment.last + 1)
            if _is_tick(date.fromordinal(day).day, step)
        )
        return
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, step if unit == "month" else 12):
            day = date(year, month, 1).toordinal()
            whole = unit == "month" or year % step == 0
            if whole and segment.first <= day <= segment.last:
                yield day


def _is_tick(day: int, step: int) -> bool:
    if step == 1:
        return True
    if step == 2:
        return day % 2 == 1 and day < 31
    return day == 1 or (day % step == 0 and day <= _LAST_TICK)
