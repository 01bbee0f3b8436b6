"""Periods that words give without a date: "in the past 24 hours", "over the weekend"."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kursk_tui.drafting.dates.counted_units import UNITS_OF_TIME, back, counted, days_around
from kursk_tui.drafting.dates.period import Period
from kursk_tui.drafting.dates.repeated_periods import StatedPeriods, repeated_period
from kursk_tui.drafting.dates.undated_periods import (
    EPIDEMIOLOGICAL,
    around_event,
    first_of_many,
    is_ahead,
    numbered_week,
    recent,
    since_event,
    within,
)
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.resolution import resolved
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import Phrases

_PAST = word_set("drafting", "periods", "past")
_WHOLE = word_set("drafting", "periods", "whole")
_REPORTING = word_set("drafting", "periods", "reporting")
_PRECEDING = word_set("drafting", "periods", "preceding")
_SO_FAR = Phrases((words, True) for words in sorted(word_set("drafting", "periods", "so_far")))
_WITHIN = frozenset(("in", "over", "during", "within", "throughout"))
_PARTS_OF_DAY = word_set("calendar", "words", "parts_of_day")
_NAMED = frozenset(("the", "its", "their", "this"))
_OPENERS = frozenset(
    {
        *_WITHIN,
        *_NAMED,
        *_PAST,
        *_PRECEDING,
        *EPIDEMIOLOGICAL,
        "at",
        "on",
        "since",
        "that",
        "for",
        "week",
    }
    | {words.split()[0] for words in word_set("drafting", "periods", "so_far")}
)
"""The first words of all periods but those that begin with a date."""

_WEEK = 7
_WEEKEND = 5


class Known(NamedTuple):
    """What establishes the days of words: the day of the document, and that of a report.

    `stated` are the periods that the text has dated before.
    """

    today: date | None
    reported: date | None
    stated: StatedPeriods


def periods_in_words(sentence: Sentence, known: Known) -> Iterator[Period]:
    """Yield the periods of a sentence that have no date of their own."""
    at = 0
    while at < len(sentence.tokens):
        opens = sentence.tokens[at].lower in _OPENERS or sentence.in_date[at]
        found = _period(sentence, at, known) if opens else None
        if found is not None:
            yield found
        at = found.last + 1 if found is not None else at + 1


def _period(sentence: Sentence, at: int, known: Known) -> Period | None:
    today, reported = known.today, known.reported
    return (
        _so_far(sentence, at, today)
        or _as_of_today(sentence, at, today)
        or _weekend(sentence, at, today)
        or _past(sentence, at, reported or today, reported=reported is not None)
        or _part_of_year(sentence, at, today)
        or repeated_period(sentence, at, known.stated)
        or numbered_week(sentence, at, today)
        or first_of_many(sentence, at)
        or around_event(sentence, at)
        or recent(sentence, at)
        or within(sentence, at)
        or since_event(sentence, at, today)
    )


def _so_far(sentence: Sentence, at: int, today: date | None) -> Period | None:
    """Read "so far", "to date", "so far this year"."""
    words = _SO_FAR.starting(sentence.tokens, at)
    if words is None or sentence.row(at + 2, at + 4) == ["as", "to"]:
        return None  # did not go so far as to say
    last = at + words[0] - 1
    if sentence.row(at - 2, at + 2) == ["the", "year", "to", "date"]:
        opening = at - 2 - (sentence.lower(at - 3) in _WITHIN)
        days = f"{today.year}-01-01/{today}" if today else None
        return Period(opening, last, days, "so far")
    until = today.isoformat() if today else None
    year = next((one for one in sentence.dates if one.first in (last + 1, last + 2)), None)
    if year is None or (year.first == last + 2 and sentence.lower(last + 1) != "in"):
        return Period(at, last, until and f"../{until}", "so far")
    first = _first_day(resolved(year, today, ahead=False))
    covers = f"{first}/{until}" if first and until and first <= until else None
    return Period(at, year.last, covers, "so far")


def _as_of_today(sentence: Sentence, at: int, today: date | None) -> Period | None:
    """Read "as of this morning"."""
    if sentence.row(at, at + 2) not in (["as", "of"], ["as", "at"]):
        return None
    if sentence.lower(at + 2) != "this" or sentence.lower(at + 3) not in _PARTS_OF_DAY:
        return None
    return Period(
        at, at + 3, today.isoformat() if today else None, "so far", is_day_of_knowledge=True
    )


def _first_day(edtf: str | None) -> str | None:
    """Return the first day of a year, month or interval."""
    if edtf is None or not edtf.replace("-", "").replace("/", "").isdecimal():
        return None
    first = edtf.split("/")[0]
    return first + "-01" * (3 - len(first.split("-")))


def _weekend(sentence: Sentence, at: int, today: date | None) -> Period | None:
    """Read "over the weekend", "last weekend"."""
    noun = at + 1 + (sentence.lower(at) in (*_WITHIN, "at", "on"))
    which = sentence.lower(noun - 1)
    if sentence.lower(noun) != "weekend" or which not in (*_NAMED, *_PAST):
        return None
    if today is None:
        return Period(at, noun, None, "in")
    since = (today.weekday() - _WEEKEND) % _WEEK
    if which in _PAST and since < 2:
        since += _WEEK
    if is_ahead(sentence, at) and since > 1:
        since -= _WEEK
    return Period(at, noun, days_around(today, -since, 1 - since), "in")


def _past(sentence: Sentence, at: int, today: date | None, *, reported: bool) -> Period | None:
    """Read "in the past 24 hours", "over the last week", "in the previous three days"."""
    which = at
    which += sentence.lower(which) in _WITHIN
    if which > at:
        which = _past_whole(sentence, which)
    named = sentence.lower(which) in _NAMED
    which += named
    while sentence.lower(which) in _WHOLE:
        which += 1
    word = sentence.lower(which)
    if not (named or which > at) or word not in _PAST | _PRECEDING:
        return None
    count, unit = counted(sentence, which + 1)
    unit += sentence.lower(unit) in _REPORTING
    name = sentence.lower(unit).removesuffix("s")
    apart = sentence.lower(unit + 1) in ("of", "'s")
    if name not in UNITS_OF_TIME or sentence.in_date[unit] or apart:
        return None
    covers = None
    if today is not None and (word in _PAST or reported) and count != 0:
        start = back(today, count or 1, name)
        covers = f"{start}/{today}" if start else None
    return Period(at, unit, covers, "in")


def _past_whole(sentence: Sentence, at: int) -> int:
    """Return the token after "all of" or "the whole of", or the same token."""
    if sentence.row(at, at + 2) == ["all", "of"]:
        return at + 2
    whole = sentence.lower(at) == "the" and sentence.lower(at + 1) in ("whole", "course")
    return at + 3 if whole and sentence.lower(at + 2) == "of" else at


def _part_of_year(sentence: Sentence, at: int, today: date | None) -> Period | None:
    """Read "in the first half of the year", whose only date is that of the document."""
    first = at + (sentence.lower(at) in _WITHIN)
    first += sentence.lower(first) == "the"
    for found in sentence.dates:
        if found.first == first and is_of_document(sentence, found):
            return Period(at, found.last, resolved(found, today, ahead=False), "in")
    return None


def is_of_document(sentence: Sentence, found: DateRange) -> bool:
    """Return whether a date is only "the year" of the document: "the first half of the year"."""
    return found.start.part is not None and sentence.lower(found.start.first) == "the"
