"""Periods that a text names again without a date: "during the month", "in the same fortnight"."""

from collections.abc import Iterable

from kursk_tui.drafting.dates.period import Period
from kursk_tui.drafting.findings import DateFinding
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.lexicon import word_set

_WITHIN = frozenset(("in", "over", "during", "within", "throughout", "for"))
_WHICH = frozenset(("the", "that", "this", "those", "these"))
_THOSE = frozenset(("same", "those", "these", "following", "intervening"))
_UNITS = word_set("drafting", "periods", "units")
_WHOLE = word_set("drafting", "periods", "whole")
_REPORTING = word_set("drafting", "periods", "reporting")
_DAYS = frozenset(("day", "night", "hour", "minute"))
"""Units that say when something happened: "that night"."""

_PARTS = frozenset(("earlier", "later", "early", "late", "once", "twice"))
_LENGTHS = {len("2031"): "year", len("2031-05"): "month"}


class StatedPeriods:
    """The years and months that a text has dated so far, the last of each kind."""

    def __init__(self) -> None:
        self._last: dict[str, str] = {}

    def enter(self, dates: Iterable[DateFinding]) -> None:
        """Add the dates of a sentence; those of reports and of comparisons are others."""
        for date in dates:
            unit = _LENGTHS.get(len(date.resolved or ""))
            if unit is not None and date.resolved and date.dating.role == "event":
                self._last[unit] = date.resolved

    def of(self, unit: str) -> str | None:
        """Return the last period of a kind, in EDTF, or None."""
        return self._last.get(unit)


def repeated_period(sentence: Sentence, at: int, stated: StatedPeriods) -> Period | None:
    """Return the period that begins at a token: "during the month", "that week", or None."""
    which = at + (sentence.lower(at) in _WITHIN)
    if sentence.row(which, which + 3) == ["the", "course", "of"]:
        which += 3
    demonstrative = sentence.lower(which) in ("that", "those")
    if sentence.lower(which) == "this" and sentence.lower(which + 1) == "season":
        demonstrative = True
    if sentence.lower(which) not in _WHICH or not (which > at or demonstrative):
        return None
    unit = which + 1
    while sentence.lower(unit) in _WHOLE | _REPORTING:
        unit += 1
    word = sentence.lower(unit)
    if sentence.lower(unit - 1) in _THOSE:
        word = word.removesuffix("s")  # in the same weeks
    if sentence.lower(at - 1) in _PARTS:
        return None  # earlier in the week
    if word not in _UNITS - _DAYS or sentence.in_date[unit] or _goes_on(sentence, unit + 1):
        return None
    return Period(at, unit, stated.of(word), "in")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Return whether words after a unit say which it is, or make it another noun."""
    following = sentence.lower(at)
    return following in ("of", "to", "ending", "ended", "from", "before", "after", "'s", "since")
