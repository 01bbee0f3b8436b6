"""Periods that words give without a date: "in the past 24 hours", "over the weekend"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.resolution import resolved
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.number_words import UNITS
from kursk_tui.english.tokens import Phrases
from kursk_tui.vocabulary import Tally

_PAST = word_set("drafting", "periods", "past")
_PRECEDING = word_set("drafting", "periods", "preceding")
_SEVERAL = word_set("drafting", "periods", "several")
_SO_FAR = Phrases((words, True) for words in sorted(word_set("drafting", "periods", "so_far")))
_WITHIN = frozenset(("in", "over", "during", "within", "throughout"))
_NAMED = frozenset(("the", "its", "their", "this"))
_OPENERS = frozenset(
    {*_WITHIN, *_NAMED, *_PAST, *_PRECEDING, "at", "on", "since"}
    | {words.split()[0] for words in word_set("drafting", "periods", "so_far")}
)
"""The first words of all periods but those that begin with a date."""

_AHEAD = frozenset(("will", "would", "next", "to"))
_HOURS = 24
_WEEK = 7
_WEEKEND = 5
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A period at tokens `first` to `last`: its days in EDTF, and how a number counts in it.

    `tally` is None for a day, which is when something happened and not a period of counting.
    `is_day_of_knowledge` marks "as of 3 May", at which a strength is counted. `background` marks
    the period of a comparison; that of a measure ("twice that of 2029") is of no figure before
    token `measured_from`.
    """

    first: int
    last: int
    covers: str | None
    tally: Tally | None
    is_day_of_knowledge: bool = False
    background: bool = False
    measured_from: int | None = None


def periods_in_words(
    sentence: Sentence, today: date | None, reported: date | None = None
) -> Iterator[Period]:
    """Yield the periods of a sentence that have no date of their own.

    "The past week" ends on the day of the report if the sentence dates one, else on that of the
    document.
    """
    at = 0
    while at < len(sentence.tokens):
        opens = sentence.tokens[at].lower in _OPENERS or sentence.in_date[at]
        found = _period(sentence, at, today, reported) if opens else None
        if found is not None:
            yield found
        at = found.last + 1 if found is not None else at + 1


def _period(
    sentence: Sentence, at: int, today: date | None, reported: date | None
) -> Period | None:
    return (
        _so_far(sentence, at, today)
        or _weekend(sentence, at, today)
        or _past(sentence, at, reported or today, reported=reported is not None)
        or _part_of_year(sentence, at, today)
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
    if _AHEAD.intersection(sentence.row(at - 8, at)) and since > 1:
        since -= _WEEK
    return Period(at, noun, days_around(today, -since, 1 - since), "in")


def days_around(day: date, first: int, last: int) -> str | None:
    """Return the days so many days from another, or None outside the years 1 to 9999."""
    try:
        return f"{day + timedelta(days=first)}/{day + timedelta(days=last)}"
    except OverflowError:
        return None


def _past(sentence: Sentence, at: int, today: date | None, *, reported: bool) -> Period | None:
    """Read "in the past 24 hours", "over the last week", "in the previous three days"."""
    which = at
    which += sentence.lower(which) in _WITHIN
    named = sentence.lower(which) in _NAMED
    which += named
    word = sentence.lower(which)
    if not (named or which > at) or word not in _PAST | _PRECEDING:
        return None
    count, unit = _counted(sentence, which + 1)
    name = sentence.lower(unit).removesuffix("s")
    if name not in _UNITS or sentence.in_date[unit] or sentence.lower(unit + 1) in ("of", "'s"):
        return None
    covers = None
    if today is not None and (word in _PAST or reported) and count != 0:
        start = _back(today, count or 1, name)
        covers = f"{start}/{today}" if start else None
    return Period(at, unit, covers, "in")


_UNITS = ("hour", "day", "week", "month", "year", "decade", "fortnight")


def _counted(sentence: Sentence, at: int) -> tuple[int | None, int]:
    """Return the number at a token, 0 for "few", None for no number, and the token after it."""
    word = sentence.lower(at)
    if word in _SEVERAL:
        after = at + 1 + (word == "couple")
        return 0, after
    if word in UNITS or (word.isdecimal() and len(word) < 4):
        return UNITS.get(word) or int(word), at + 1
    return None, at


def _back(today: date, count: int, unit: str) -> date | None:
    """Return the day that is so many units before the day of the document."""
    try:
        if unit == "hour":
            return today - timedelta(days=-(-count // _HOURS))
        if unit in ("day", "week", "fortnight"):
            return today - timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        months = count * {"month": 1, "year": _MONTHS, "decade": 10 * _MONTHS}[unit]
        total = today.year * _MONTHS + today.month - 1 - months
        return _day_of_month(total // _MONTHS, total % _MONTHS + 1, today.day)
    except (OverflowError, ValueError):
        return None


def _day_of_month(year: int, month: int, day: int) -> date:
    """Return a day of a month, or the last day of a month that is shorter."""
    after = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day - 1), after - timedelta(days=1))


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


def _within(sentence: Sentence, at: int) -> Period | None:
    """Read "in three days", "within a week", which do not say when."""
    if sentence.lower(at) not in ("in", "within") or _AHEAD.intersection(sentence.row(at - 8, at)):
        return None
    count, unit = _counted(sentence, at + 1)
    if sentence.lower(at + 1) in ("a", "an", "just", "only"):
        count, unit = 1, at + 2 + (sentence.lower(at + 2) == "single")
        if sentence.lower(at + 1) in ("just", "only"):
            count, unit = _counted(sentence, at + 2)
    known = sentence.lower(unit).removesuffix("s") in _UNITS
    ends = sentence.lower(unit + 1) not in ("'", "time", "ago", "after", "before")
    return Period(at, unit, None, "in") if count and known and ends else None


def _since_event(sentence: Sentence, at: int) -> Period | None:
    """Read "since then", "since the landslide", "since the war began", without a date."""
    if sentence.lower(at) != "since":
        return None
    if sentence.lower(at + 1) == "then":
        return Period(at, at + 1, None, "so far")
    if sentence.lower(at + 1) not in ("the", "its", "their"):
        return None
    last = at + 1
    while last + 1 < len(sentence.tokens) and _goes_on(sentence, last + 1) and last < at + _WEEK:
        last += 1
    after = min(last + 1, len(sentence.tokens) - 1)
    dated = sentence.in_date[after] or sentence.lower(after) in ("on", "in", "at")
    near = any(sentence.in_date[after : after + 3])
    return None if last == at + 1 or (dated and near) else Period(at, last, None, "so far")


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
