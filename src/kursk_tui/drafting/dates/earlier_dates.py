"""Years and months long before what a sentence reports: they are background."""

from collections.abc import Iterable
from datetime import date, timedelta

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.days import last_day
from kursk_tui.english.dates.resolution import resolved
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.tokens import Phrases

_SO_FAR = Phrases((words, True) for words in sorted(word_set("drafting", "periods", "so_far")))
_LONG_AGO = timedelta(days=300)
_RECENT = timedelta(days=60)
_PARTS = frozenset((";", ":", ",", "—", "and", "but", "while", "whereas"))
_CLAUSE = 14
_NEAR = 60
_LISTED = frozenset((",", "and", "or", "in", "to"))


def is_before_the_past(sentence: Sentence, found: DateRange, events: Iterable[DateRange]) -> bool:
    """Return whether a clause with "had" has a year before that of another clause.

    So it does in "he had been arrested in 2029 and was freed on Monday"; not in "the ministry said
    on 3 May 2030 that 40 had died in 2029". `events` are the dates that date no report.
    """
    year = found.start.year
    if year is None or found.start.day is not None or not _has_had(sentence, found):
        return False
    others = (
        event for event in events if event is not found and abs(event.first - found.first) < _NEAR
    )
    others = (one for one in others if not _has_had(sentence, one))
    return any(one.start.year is None or one.start.year > year for one in others)


def _has_had(sentence: Sentence, found: DateRange) -> bool:
    for at in range(found.first - 1, max(-1, found.first - _CLAUSE), -1):
        if sentence.lower(at) == "had":
            return not saying().asserting_forms.intersection(sentence.row(at - _NEAR, at))
        if sentence.lower(at) in _PARTS - {",", "and"} or sentence.in_date[at]:
            return False
    return False


def is_before_the_news(
    sentence: Sentence, found: DateRange, events: Iterable[DateRange], today: date | None
) -> bool:
    """Return whether a number of a past year or month stands beside one of the news.

    So it does in "since January it is 40; in 2029 it was 31". `events` are the dates of the
    sentence that date no report.
    """
    if today is None or len(sentence.quantities) < 2 or not _is_past_period(found, today):
        return False
    near = range(max(0, found.first - _NEAR), min(len(sentence.tokens), found.last + _NEAR))
    others = (event for event in events if event is not found and event.first in near)
    current = [one.first for one in others if _is_of_the_news(one, today)]
    current += [at for at in near if _SO_FAR.starting(sentence.tokens, at)]
    return any(_counts_apart(sentence, found.first, at) for at in current)


def _counts_apart(sentence: Sentence, one: int, other: int) -> bool:
    """Return whether two dates are in parts of a sentence with a number each."""
    first, last = sorted((one, other))
    marks = [at for at in range(first + 1, last) if sentence.lower(at) in _PARTS]
    numbers = sentence.quantities[0].first, sentence.quantities[-1].first
    apart = any(numbers[0] < mark < numbers[1] for mark in marks)
    return apart and not _LISTED.issuperset(sentence.row(first + 1, last))


def _is_past_period(found: DateRange, today: date) -> bool:
    """Return whether a date is a past year, or a month of a past year that is long ago."""
    start = found.start
    if start.day is not None or start.weekday is not None or start.decade:
        return False
    if start.period == "year" and start.month is None:
        return (start.shift or 0) < 0
    end = resolved(found, today, ahead=False) if start.year is not None else None
    if end is None or last_day(end).year >= today.year:
        return False
    return start.month is None or today - last_day(end) > _LONG_AGO


def _is_of_the_news(found: DateRange, today: date) -> bool:
    days = resolved(found, today, ahead=False)
    return (
        days is not None
        and "X" not in days
        and (last_day(days).year == today.year or today - last_day(days) <= _RECENT)
    )
