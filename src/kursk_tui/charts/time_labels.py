"""The labels of an axis of time: days, months or years, never overlapping and never cut."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kursk_tui.charts.date_forms import YEAR, day_forms, forms_of_range, forms_of_tick, is_coarse
from kursk_tui.charts.labels import Label, line_of
from kursk_tui.charts.time_axis import BREAK, Segment, TimeAxis
from kursk_tui.charts.time_ticks import Unit, ticks_of
from kursk_tui.wording.short_dates import MONTHS

_SHIFT, _SHIFT_OF_START = 2, 1
"""The characters by which a label may be away from its day, and from the start of a segment."""

_BETWEEN = 2
"""The least blanks between two labels, unless a month follows a month."""


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
        for least in _BETWEEN, 1:
            found, at = _label_segment(segment, here, _room(axis, segment, labels, least))
            if found:
                break
        labels += found
        ticks += at
    return Scale(tuple(sorted(labels)), tuple(ticks))


def _room(axis: TimeAxis, segment: Segment, labels: Sequence[Label], least: int) -> range:
    """Return the cells for the labels of a segment, with so many blanks between them and others.

    Those of the first and the last may be in a margin, and that of a single range in the break
    before it, if the labels there leave room.
    """
    first, last = (segment is axis.segments[at] for at in (0, -1))
    start = 0 if first else segment.start
    if segment.era.marks == 1 and labels:
        reach = segment.start - (BREAK + _SHIFT) * axis.unit
        after = max(label.end for label in labels) + least * axis.unit
        start = max(reach, after)
    return range(start, axis.width if last else segment.end + (BREAK - least) * axis.unit)


def _label_segment(
    segment: Segment, day: int | None, room: range
) -> tuple[list[Label], Sequence[int]]:
    if segment.era.marks == 1:
        return _label_only_range(segment, room)
    unit, days = ticks_of(segment)
    labels = _first_labels(segment, unit, day, room)
    place = segment.middle if unit == "day" else segment.left_edge
    labelled: set[int] = set()
    for tick in days:
        forms = forms_of_tick(tick, unit, place(tick), labels)
        label = _label(place(tick), forms, room, segment.unit)
        if label and _is_free(label, labels) and all(label.text != known.text for known in labels):
            labels.append(label)
            labelled.add(place(tick))
    ticks = [place(tick) for tick in days]
    if any(label.text == day_forms(segment.era.first)[0] for label in labels):
        first = segment.middle(segment.era.first)
        ticks = [first, *(at for at in ticks if abs(at - first) > segment.unit)]
    labels = _with_year(labels, segment, day, room, ticks)
    here = segment.middle(day) if day is not None else -1
    return labels, [at for at in ticks if at in labelled or not _is_misread(at, labels, here)]


def _is_misread(tick: int, labels: Iterable[Label], day: int) -> bool:
    """Return whether a tick without a label would be read as the day of a label above it.

    Other labels than that of the important day begin at their tick.
    """
    covering = (one for one in labels if one.start <= tick < one.end)
    return any(tick > one.start + one.unit or one.start <= day < one.end for one in covering)


def _with_year(
    labels: list[Label], segment: Segment, day: int | None, room: range, ticks: Sequence[int]
) -> list[Label]:
    """Return labels that show a year: that of a label, at the right end, or else a year alone.

    At the right end, it is not above a tick, which may be a month of another year.
    """
    if any(YEAR.search(label.text) for label in labels):
        return labels
    first, year = (day_forms(day)[2] for day in segment.era[:2])
    if first == year:
        for at, label in enumerate(labels):
            others = [*labels[:at], *labels[at + 1 :]]
            text = f"{label.text} {year}"
            start = min(label.start, room.stop - _cells(text, segment))
            longer = Label(start, text, label.unit)
            fits = start >= room.start and _is_free(longer, others)
            if fits:
                return [*others, longer]
        last = Label(room.stop - _cells(year, segment), year, segment.unit)
        is_on_tick = any(last.start <= tick < last.end for tick in ticks)
        if last.start >= room.start and not is_on_tick and _is_free(last, labels):
            return [*labels, last]
    if day is not None:
        return _placed([_label(segment.middle(day), day_forms(day), room, segment.unit)])
    forms = forms_of_range(*segment.era[:2])
    return _placed([_label(segment.start, forms, room, segment.unit)])


def _first_labels(segment: Segment, unit: Unit, day: int | None, room: range) -> list[Label]:
    """Return the labels of the start of a segment and of a day, as long as both fit.

    Labels whose day is close are better than others.
    """
    pairs = [*_starts_and_days(segment, unit, day)]
    exact = [
        (start, here)
        for start, here in pairs
        if unit == "year" or not is_coarse(here) or start in MONTHS
    ]
    at = segment.start if day is None else segment.middle(day)
    for chosen, reach in ((exact, _SHIFT * segment.unit), (pairs, room.stop)):
        for start, here in chosen:
            at_day = _label(at, (here,), room, segment.unit) if here else None
            if here and (at_day is None or _distance(at_day, at) > reach):
                continue
            for at_start in _labels_of_start(segment, start, room) if start else (None,):
                if at_start is None or at_day is None or _is_free(at_start, (at_day,)):
                    return _placed([at_start, at_day])
    return []


def _labels_of_start(segment: Segment, text: str, room: range) -> Iterator[Label]:
    """Yield the places of a label of the start: a day begins at its cell, or just before it."""
    at = segment.start
    is_day = text == day_forms(segment.era.first)[0]
    if is_day:
        at = segment.middle(segment.era.first)
    for shift in range(1 + _SHIFT_OF_START * is_day):
        label = Label(at - shift * segment.unit, text, segment.unit)
        if room.start <= label.start and label.end <= room.stop:
            yield label


def _distance(label: Label, at: int) -> float:
    """Return the number of cells from the middle of a label to a cell."""
    return abs((label.start + label.end - 1) / 2 - at)


def _starts_and_days(segment: Segment, unit: Unit, day: int | None) -> Iterator[tuple[str, str]]:
    """Yield labels for the start of a segment and for a day, the best first."""
    first, month, year = day_forms(segment.era.first)
    start = year if month.startswith(MONTHS[0]) else month  # a year begins with its January
    if unit == "year":
        forms = () if day is None else day_forms(day)
        for form in forms:
            if _cells(form, segment) * (3 if form != forms[-1] else 2) <= segment.cells:
                yield "", form
        return
    if day is None or day == segment.era.first:
        yield from [(first, ""), (month, "")] if unit == "day" else [(start, "")]
        yield year, ""
        return
    here = day_forms(day)
    of_month = here[0].rpartition(" ")[0]
    if unit == "day":
        short = of_month.partition(" ")[0] if here[1] == month else of_month
        yield first, short
        yield month, short
    if here[2] == year:
        if unit == "month":
            yield start, of_month
            yield month.partition(" ")[0], here[1]
        yield "", here[0]
        yield year, of_month
    else:
        yield year, here[0]
    yield "", here[0]
    if day_forms(segment.era.last)[2] == here[2] == year:
        yield "", of_month
    yield from (("", form) for form in here[1:])


def _label_only_range(segment: Segment, room: range) -> tuple[list[Label], Sequence[int]]:
    """Label the only range of days of a segment as a whole."""
    era = segment.era
    at = (segment.left_edge(era.first) + segment.right_edge(era.last)) // 2
    label = _label(at, forms_of_range(era.first, era.last), room, segment.unit)
    return _placed([label]), (segment.middle(era.first),) if era.is_day else ()


def _placed(labels: Iterable[Label | None]) -> list[Label]:
    return [label for label in labels if label is not None]


def _is_free(label: Label, others: Iterable[Label]) -> bool:
    """Return whether there is room between a label and each of the others."""
    pairs = (sorted((label, other)) for other in others)
    return all(one.end + _between(one, other) <= other.start for one, other in pairs)


def _between(one: Label, other: Label) -> int:
    """Return the least cells between two labels: "10 Jun 2025" would read as one day."""
    is_word = other.text[:1].isalpha()
    of_year = other.text in MONTHS and YEAR.fullmatch(one.text)  # a month of the year before it
    is_clear = is_word and (of_year or any(map(str.isalpha, one.text)))
    return one.unit * (1 if is_clear else _BETWEEN)


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
