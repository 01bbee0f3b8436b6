"""The texts of labels on an axis of time: a day, a range or a tick, in longer and shorter forms."""

import re
from collections.abc import Iterable
from datetime import date

from kursk_tui.charts.labels import Label
from kursk_tui.charts.time_ticks import Unit
from kursk_tui.wording.short_dates import MONTHS

YEAR = re.compile("[0-9]{4}")
"""A year in the text of a label."""

_MONTH = re.compile("|".join(MONTHS))
_LONGEST_MONTH = 31


def day_forms(day: int) -> tuple[str, ...]:
    """Return a day with its year, the longest form first."""
    when = date.fromordinal(day)
    month = f"{MONTHS[when.month - 1]} {when.year:04}"
    return f"{when.day} {month}", month, f"{when.year:04}"


def forms_of_range(first: int, last: int) -> tuple[str, ...]:
    """Return the label of a range of days, no more precise than it is."""
    forms = day_forms(first)
    year = f"{date.fromordinal(last).year:04}"
    if last == first:
        return forms
    if last - first < _LONGEST_MONTH:
        return forms[1:]
    return (f"{forms[2]}–{year}", forms[2]) if year != forms[2] else forms[2:]


def forms_of_tick(day: int, unit: Unit, at: int, labels: Iterable[Label]) -> tuple[str, ...]:
    """Return the forms of a tick, with month or year unless a label to its left has the same."""
    when = date.fromordinal(day)
    name, year = MONTHS[when.month - 1], f"{when.year:04}"
    before = " ".join(label.text for label in sorted(labels) if label.start <= at)
    if unit == "day":
        names = _MONTH.findall(before)
        if when.day > 1 and names and names[-1] == name:
            return (str(when.day),)
        return (f"{when.day} {name}", name) if when.day == 1 else (f"{when.day} {name}",)
    if unit == "month" and when.month > 1:
        years = YEAR.findall(before)
        return (name if years and years[-1] == year else f"{name} {year}",)
    return (year,)


def is_coarse(text: str) -> bool:
    """Return whether a label names a month or a year, not a day."""
    return bool(text) and (text[:3] in MONTHS or YEAR.fullmatch(text) is not None)
