"""Periods that words give without a date: "in the past 24 hours", "over the weekend"."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kursk_tui.drafting.dates.counted_units import UNITS_OF_TIME, back, counted, days_around
from kursk_tui.drafting.dates.period import Period
from kursk_tui.drafting.dates.repeated_periods import StatedPeriods, repeated_period
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.parts_of_periods import ORDINALS
from kursk_tui.english.dates.resolution import resolved
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import Phrases

_PAST = word_set("drafting", "periods", "past")
_WHOLE = word_set("drafting", "periods", "whole")
_BEGINNING = word_set("drafting", "periods", "beginning")
_PRECEDING = word_set("drafting", "periods", "preceding")
_SO_FAR = Phrases((words, True) for words in sorted(word_set("drafting", "periods", "so_far")))
_WITHIN = frozenset(("in", "over", "during", "within", "throughout"))
_NAMED = frozenset(("the", "its", "their", "this"))
_EPIDEMIOLOGICAL = frozenset(("epidemiological", "epi", "calendar", "iso"))
_OPENERS = frozenset(
    {*_WITHIN, *_NAMED, *_PAST, *_PRECEDING, *_EPIDEMIOLOGICAL, "at", "on", "since", "that", "week"}
    | {words.split()[0] for words in word_set("drafting", "periods", "so_far")}
)
"""The first words of all periods but those that begin with a date."""

_ABOUT = frozenset(("just", "only"))

_AHEAD = frozenset(("will", "would", "may", "might", "could", "next", "to"))
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
        or _weekend(sentence, at, today)
        or _past(sentence, at, reported or today, reported=reported is not None)
        or _part_of_year(sentence, at, today)
        or repeated_period(sentence, at, known.stated)
        or _numbered_week(sentence, at, today)
        or _first_of_many(sentence, at)
        or _within(sentence, at)
        or _since_event(sentence, at)
    )


def _so_far(sentence: Sentence, at: int, today: date | None) -> Period | None:
    """Read "so far", "to date", "so far this year"."""
    words = _SO_FAR.starting(sentence.tokens, at)
    if words is None:
        return None
    last = at + words[0] - 1
    until = today.isoformat() if today else None
    year = next((one for one in sentence.dates if one.first in (last + 1, last + 2)), None)
    if year is None or (year.first == last + 2 and sentence.lower(last + 1) != "in"):
        return Period(at, last, until and f"../{until}", "so far")
    first = _first_day(resolved(year, today, ahead=False))
    covers = f"{first}/{until}" if first and until and first <= until else None
    return Period(at, year.last, covers, "so far")


def _is_ahead(sentence: Sentence, at: int) -> bool:
    """Return whether a period is in the future; "up to" of a number says nothing of it."""
    counted_in = {
        one for quantity in sentence.quantities for one in range(quantity.first, quantity.last + 1)
    }
    near = range(max(0, at - 8), at)
    return any(sentence.lower(one) in _AHEAD and one not in counted_in for one in near)


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
    if _is_ahead(sentence, at) and since > 1:
        since -= _WEEK
    return Period(at, noun, days_around(today, -since, 1 - since), "in")


def _past(sentence: Sentence, at: int, today: date | None, *, reported: bool) -> Period | None:
    """Read "in the past 24 hours", "over the last week", "in the previous three days"."""
    which = at
    which += sentence.lower(which) in _WITHIN
    named = sentence.lower(which) in _NAMED
    which += named
    while sentence.lower(which) in _WHOLE:
        which += 1
    word = sentence.lower(which)
    if not (named or which > at) or word not in _PAST | _PRECEDING:
        return None
    count, unit = counted(sentence, which + 1)
    name = sentence.lower(unit).removesuffix("s")
    apart = sentence.lower(unit + 1) in ("of", "'s")
    if name not in UNITS_OF_TIME or sentence.in_date[unit] or apart:
        return None
    covers = None
    if today is not None and (word in _PAST or reported) and count != 0:
        start = back(today, count or 1, name)
        covers = f"{start}/{today}" if start else None
    return Period(at, unit, covers, "in")


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


def _numbered_week(sentence: Sentence, at: int, today: date | None) -> Period | None:
    """Read "in week 31", "during epidemiological week 32 (6-12 August)"."""
    week = at + (sentence.lower(at) in _WITHIN)
    week += sentence.lower(week) in _EPIDEMIOLOGICAL
    if sentence.lower(week) not in ("week", "weeks") or not sentence.lower(week + 1).isdecimal():
        return None
    last, covers = week + 1, None
    for found in sentence.dates:
        if found.first == last + 2 and sentence.lower(last + 1) == "(":
            last, covers = found.last, resolved(found, today, ahead=False)
            last += sentence.lower(last + 1) == ")"
            break
    return Period(at, last, covers, "in")


def _first_of_many(sentence: Sentence, at: int) -> Period | None:
    """Read "in the first thirty hours", of something that the words do not date."""
    ordinal = at + 2
    if sentence.lower(at) not in _WITHIN or sentence.lower(at + 1) != "the":
        return None
    if sentence.lower(ordinal) not in ORDINALS or sentence.in_date[ordinal]:
        return None
    _, unit = counted(sentence, ordinal + 1)
    if sentence.lower(unit).removesuffix("s") not in UNITS_OF_TIME or sentence.in_date[unit]:
        return None
    return Period(at, _end_of_event(sentence, unit), None, "in")


def _end_of_event(sentence: Sentence, unit: int) -> int:
    """Return the last token of "week of the Inchon landings", or of "week"."""
    if sentence.lower(unit + 1) != "of":
        return unit
    last = unit + 1 + (sentence.lower(unit + 2) in DETERMINERS)
    while last + 1 < len(sentence.tokens) and last < unit + _WEEK and _names(sentence, last + 1):
        last += 1
    return last


def _names(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    apart = word in DETERMINERS | AUXILIARIES | PREPOSITIONS | PRONOUNS
    return _goes_on(sentence, at) and not apart


def _within(sentence: Sentence, at: int) -> Period | None:
    """Read "in three days", "within a week", "in the space of an hour", which do not say when."""
    if sentence.lower(at) not in ("in", "within", "over") or (_is_ahead(sentence, at)):
        return None
    first = at + 1
    if sentence.row(first, first + 3) == ["the", "space", "of"]:
        first += 3
    while sentence.lower(first) in _ABOUT:
        first += 1
    article = sentence.lower(first) in ("a", "an")
    count, unit = counted(sentence, first + article)
    if article and count is None:
        count, unit = 1, first + 1 + (sentence.lower(first + 1) == "single")
    known = sentence.lower(unit).removesuffix("s") in UNITS_OF_TIME
    ends = sentence.lower(unit + 1) not in ("'", "time", "ago", "after", "before", "old")
    return Period(at, unit, None, "in") if count is not None and known and ends else None


def _since_event(sentence: Sentence, at: int) -> Period | None:
    """Read "since then", "since the landslide", "since Orvia invaded", without a date."""
    if sentence.lower(at) != "since":
        return None
    if sentence.lower(at + 1) == "then":
        return Period(at, at + 1, None, "so far")
    last = at + (sentence.lower(at + 1) in ("the", "its", "their"))
    while last + 1 < len(sentence.tokens) and _goes_on(sentence, last + 1) and last < at + _WEEK:
        last += 1
    after = min(last + 1, len(sentence.tokens) - 1)
    dated = sentence.in_date[after] or sentence.lower(after) in ("on", "in", "at")
    near = any(sentence.in_date[after : after + 3])
    named = sentence.lower(at + 1) in ("the", "its", "their")
    if not named and not _BEGINNING.intersection(sentence.row(at + 2, last + 1)):
        return None  # only "since Orvia invaded", as "since" is also "because"
    return None if last <= at + named or (dated and near) else Period(at, last, None, "so far")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Return whether a token belongs to the event after "since the"."""
    ends = sentence.words.triggers.starting(sentence.tokens, at) is not None
    word = sentence.lower(at)
    return (
        sentence.tokens[at].is_word
        and not ends
        and at not in sentence.quantity_at
        and not sentence.in_date[at]
        and word not in _ENDS_OF_EVENTS
    )


_ENDS_OF_EVENTS = word_set("drafting", "periods", "ends_of_events")
