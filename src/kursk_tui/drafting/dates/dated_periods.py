"""The periods that the dates of a sentence give."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from kursk_tui.drafting.dates.comparisons import measure_start
from kursk_tui.drafting.dates.counted_units import UNITS_OF_TIME, back, counted, days_around
from kursk_tui.drafting.dates.period import Period
from kursk_tui.drafting.findings import DateFinding
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import DETERMINERS
from kursk_tui.english.lexicon import phrase_set, word_set
from kursk_tui.english.tokens import words_at
from kursk_tui.vocabulary import Tally

_SAME = phrase_set("drafting", "dates", "same")
_SPANS = word_set("drafting", "periods", "spans")
_ENDING = word_set("drafting", "periods", "ending")
_TIMES = word_set("drafting", "dates", "times") | {":", "at"}
_TIMES_OF_DAY = word_set("calendar", "words", "times_of_day")
_NAMES_OF_EVENTS = word_set("calendar", "words", "events_with_a_year") | {"war", "wars"}
_HOLIDAYS = word_set("calendar", "words", "holidays")
_STARTING = word_set("drafting", "periods", "starting")
PREPOSITIONS_OF_PERIODS = frozenset(
    ("in", "during", "throughout", "over", "for", "from", "between", "within", "on", "at")
)
_OPENING: dict[str, Tally] = {
    "since": "so far",
    "by": "so far",
    "until": "so far",
    "till": "so far",
    "through": "so far",
    "up": "so far",
    "no": "so far",
    "before": "so far",
    "prior": "so far",
    "after": "in",
    "from": "in",
}
"""How a number counts up to a date, and from a date on."""

_EARLY_OR_LATE = ("early", "late", "mid")
_BEFORE_DATES = (
    "the",
    "all",
    "of",
    "whole",
    "entire",
    "night",
    "period",
    "mid",
    "early",
    "late",
    "-",
)
_VAGUE = frozenset(("period", "season", "semester", "night"))
_MONTH = re.compile(r"\d{4}-\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def dated_period(sentence: Sentence, item: DateFinding) -> Period | None:
    """Return the period that a date gives; a day gives none, and keeps out others."""
    period = _period(sentence, item)
    if period is None or item.dating.role != "background":
        return period
    dates = (one for one in sentence.dates if sentence.tokens[one.first].start == item.start)
    starts = (measure_start(sentence, one) for one in dates)
    return replace(period, background=True, measured_from=next(starts, None))


def _period(sentence: Sentence, item: DateFinding) -> Period | None:
    dating = item.dating
    first, last = _tokens(sentence, dating.start, dating.end)
    opens = dating.role == "background" and sentence.lower(first) in ("since", "after")
    if dating.role == "reported" or opens:
        return None  # the deadliest attack since 2029 did not last from then on
    covers = dating.resolved or dating.edtf or dating.bound
    if covers is not None and "X" in covers:
        covers = None
    if (same := _same(sentence, first)) is not None:
        return Period(same, last, None, "in")
    if dating.role == "as of":
        return Period(first, last, covers, "so far", is_day_of_knowledge=True)
    opening = sentence.lower(first)
    if dating.start < item.start and opening in _OPENING:
        return Period(first, last, covers, _OPENING[opening])
    return _window(sentence, item, first, last, covers)


def _window(
    sentence: Sentence, item: DateFinding, first: int, last: int, covers: str | None
) -> Period | None:
    """Return the period "in April", "in the week to 5 May"."""
    if sentence.lower(first - 1) in DETERMINERS and (item.edtf or "").isdecimal():
        return None  # "the 2027 flood": the year names the event
    if sentence.lower(first - 1) == "of" and sentence.lower(first - 2) in _NAMES_OF_EVENTS:
        return None  # so it does in "the flood of 2027"
    if sentence.lower(first - 1) in _HOLIDAYS:
        return None  # Easter 2029 is not all of 2029
    if (week := _week(sentence, first, last, covers)) is not None:
        return week
    is_day = _DAY.fullmatch(covers) if covers else not _is_long(sentence, item, last)
    if is_day:
        return Period(first, last, covers, None)
    return Period(period_start(sentence, first), last, covers, "in")


def periods_between(sentence: Sentence, dates: Sequence[DateFinding]) -> Iterator[Period]:
    """Yield "between Monday and Wednesday", "from 3 January to the end of April".

    Their ends are two dates.
    """
    for one, other in pairwise(dates):
        first, last = _tokens(sentence, one.start, other.end)
        words = sentence.text[one.end : other.start].split()
        join, edge = words[:1], words[1:]
        opens = [sentence.lower(first - 1), *join]
        if (around := _between_times(sentence, one, other)) is not None:
            yield around
            continue
        if words == ["and"] and _are_years_in_a_row(one.edtf, other.edtf):
            yield Period(period_start(sentence, first), last, f"{one.edtf}/{other.edtf}", "in")
        if opens not in (["between", "and"], ["from", "to"], ["from", "until"]):
            continue
        if edge in ([], ["the", "end", "of"]) and one.resolved and other.resolved:
            yield Period(first - 1, last, _ordered(one.resolved, other.resolved), "in")


def _between_times(sentence: Sentence, one: DateFinding, other: DateFinding) -> Period | None:
    """Read "between midnight on Friday and noon today", "from dawn on Monday to Tuesday"."""
    first, last = _tokens(sentence, one.start, other.end)
    at, join = first - 1, last
    while _is_time(sentence, at):
        at -= 1
    while sentence.lower(join) not in ("and", "to", "until") and join > first:
        join -= 1
    second, _ = _tokens(sentence, other.start, other.end)
    timed = at < first - 1 or join < second - 1
    between = [sentence.lower(at), sentence.lower(join)]
    opens = between in (["between", "and"], ["from", "to"], ["from", "until"])
    inside = all(_is_time(sentence, token) for token in range(join + 1, second))
    if not (timed and opens and inside) or not sentence.in_date[join - 1]:
        return None
    days = _ordered(one.resolved, other.resolved)
    return Period(at, last, days, "in")


def _is_time(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    digits = sentence.tokens[at].kind == "number" if 0 <= at < len(sentence.tokens) else False
    return digits or word in _TIMES | _TIMES_OF_DAY | {"at", ".", "in"}


def _ordered(first: str | None, last: str | None) -> str | None:
    """Return the days from one day to a later one, or None."""
    plain = first and last and "/" not in first + last and first < last
    return f"{first}/{last}" if plain else None


def _are_years_in_a_row(one: str | None, other: str | None) -> bool:
    years = [int(year) for year in (one, other) if year and year.isdecimal()]
    return len(years) == len(("2029", "2030")) and years[1] - years[0] == 1


def _tokens(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the first and the last token of a part of the text."""
    inside = [at for at, token in enumerate(sentence.tokens) if start <= token.start < end]
    return inside[0], inside[-1]


def _is_long(sentence: Sentence, item: DateFinding, last: int) -> bool:
    """Return whether a date that cannot be resolved is more than a day."""
    if item.edtf is None:
        return sentence.lower(last) in _SPANS
    return item.edtf.count("-") < 2


def _same(sentence: Sentence, first: int) -> int | None:
    """Return where "in the same period of 2029" begins, a part of 2029 that is not said."""
    at = first - 1 - (sentence.lower(first - 1) in ("of", "in", "last"))
    for words in _SAME:
        if words_at(sentence.tokens, at - len(words) + 1, words):
            return period_start(sentence, at - len(words) + 1)
    return None


def period_start(sentence: Sentence, first: int) -> int:
    """Return where the words of a period begin: "in", "for all of", "at the end of"."""
    at = first - 1
    while _is_before_period(sentence, at):
        at -= 1
    return at if sentence.lower(at) in PREPOSITIONS_OF_PERIODS else first


def _is_before_period(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    joins = word in ("and", "to") and sentence.lower(at - 1) in _EARLY_OR_LATE
    return joins or word in _BEFORE_DATES or word in _SPANS


def _week(sentence: Sentence, first: int, last: int, covers: str | None) -> Period | None:
    """Read "in the week to 5 November", "in the two weeks from 12 May"."""
    link = _before_time(sentence, first) - 1
    which, unit = sentence.lower(link), sentence.lower(link - 1).removesuffix("s")
    if unit not in UNITS_OF_TIME or which not in _ENDING | _STARTING:
        return None
    if unit in _VAGUE or (which == "of" and unit != "week"):
        return None
    number = next((at for at in (link - 2, link - 3) if at in sentence.quantity_at), link - 1)
    count = counted(sentence, number)[0] if number < link - 1 else 1
    days = None
    if covers is not None and _MONTH.fullmatch(covers) and which in _ENDING:
        days = _months(covers, count, unit)
    if covers is not None and "/" in covers and which in _STARTING and number == link - 1:
        days = None if ".." in covers else covers  # in the week of 15 to 21 May
    if covers is not None and _DAY.fullmatch(covers) and count:
        days = _days(date.fromisoformat(covers), count, unit, ending=which in _ENDING)
    return Period(period_start(sentence, number), last, days, "in")


def _before_time(sentence: Sentence, first: int) -> int:
    """Return the token before which "to 0600 on 2 May" or "ending at noon on 2 May" ends."""
    at = first - 1
    if sentence.lower(at) != "on":
        return first
    while sentence.lower(at) in _TIMES or sentence.tokens[at].kind == "number":
        at -= 1
    return at + 1 if sentence.lower(at) in _ENDING else first


def _months(covers: str, count: int | None, unit: str) -> str | None:
    """Return the months of "in the 12 months to April", "in the year to April"."""
    months = (count or 0) * {"month": 1, "quarter": 3, "year": 12}.get(unit, 0)
    start = back(date.fromisoformat(f"{covers}-01"), months - 1, "month") if months else None
    return f"{start.isoformat()[:7]}/{covers}" if start else None


def _days(day: date, count: int, unit: str, *, ending: bool) -> str | None:
    """Return the days of so many units that end, or begin, on a day."""
    if ending:
        before = back(day, count, unit)
        return f"{before + timedelta(days=unit != 'hour')}/{day}" if before else None
    length = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    return days_around(day, 0, count * length - 1) if length else None
