"""Dates of a comparison and of history, which are neither of the event nor of the report."""

from datetime import date

from kursk_tui.drafting.dates.comparisons import (
    BEFORE_DATES,
    ENDS_CLAUSE,
    FAR,
    compares,
    is_after_than,
    is_extreme_since,
    measure_start,
)
from kursk_tui.drafting.dates.date_bounds import Bound
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS, PAST_FORMS, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import Phrases

_SAME = Phrases((words, True) for words in sorted(word_set("drafting", "dates", "same")))
_CONTRASTS = Phrases((words, True) for words in sorted(word_set("drafting", "dates", "contrasts")))
_PREDECESSORS = word_set("drafting", "dates", "predecessors").union(
    word_set("drafting", "dates", "superlatives")
)
_LIKENESSES = word_set("drafting", "dates", "likenesses")
_OF_THIS_KIND = word_set("drafting", "dates", "of_this_kind")
_NAMES_OF_EVENTS = word_set("calendar", "words", "events_with_a_year") | {"war", "wars"}
_FOUNDING = word_set("drafting", "dates", "founding")
_RELATIVES = frozenset(("which", "who", "whose", "where"))


def is_attribute(sentence: Sentence, found: DateRange) -> bool:
    """Return whether a date stands before a noun: "an August 2027 report"."""
    before = sentence.lower(found.first - 1)
    possessive = sentence.lower(found.last).endswith("'s")
    return possessive or before in DETERMINERS or before.endswith("'s")


def is_compared(
    sentence: Sentence, found: DateRange, bound: Bound | None, today: date | None
) -> bool:
    """Return whether a date is that of a comparison: "down from 102 in 2029"."""
    first = found.first if bound is None else bound.first
    if bound is not None and bound.preposition == "since":
        if is_extreme_since(sentence, first):
            return True
    elif _names_event(sentence, found, today) or _contrasts(sentence, found, today):
        return True
    if bound is None and measure_start(sentence, found) is not None:
        return True
    if bound is None and _is_of_predecessor(sentence, found, today):
        return True
    if bound is None and _is_last_time(sentence, found, today):
        return True
    if is_after_than(sentence, first, clause=bound is not None):
        return True
    for opening in range(first - 1, max(-1, first - FAR), -1):
        if sentence.lower(opening) in ENDS_CLAUSE:
            return False
        if compares(sentence, opening) or _SAME.starting(sentence.tokens, opening):
            return True
    return False


def _contrasts(sentence: Sentence, found: DateRange, today: date | None) -> bool:
    """Read "in 2029, by contrast, 40 people died", "in 2029 a similar flood killed 40"."""
    if not _is_of_past_year(found, today):
        return False
    if sentence.row(found.first - 3, found.first - 1)[-2:] in (["earlier", ","], ["before", ","]):
        return True  # two years earlier, in 2029,
    near = range(max(0, found.first - 2 * FAR), min(len(sentence.tokens), found.last + 2 * FAR))
    return any(
        sentence.lower(at) in _LIKENESSES or _CONTRASTS.starting(sentence.tokens, at) for at in near
    )


def _is_of_predecessor(sentence: Sentence, found: DateRange, today: date | None) -> bool:
    """Read "the last such attack, in 2024,", "the previous record, set in 2019"."""
    if not _is_of_past_year(found, today):
        return False
    for at in range(found.first - 1, max(-1, found.first - FAR), -1):
        if sentence.lower(at) in (";", ":"):
            return False
        before = sentence.lower(at - 1)
        named = before in DETERMINERS | {"most"} or before.endswith("'s")
        if sentence.lower(at) in _PREDECESSORS and named:
            row = sentence.row(at, found.first)
            if at == 1 and row[1:2] != ["of"] and "," not in row:
                return True  # the last outbreak was in 2019
            beside = "," in row[-3:] and "," not in row[:-3]  # …, set in 2019, …
            return beside or bool(_OF_THIS_KIND.intersection(row))
    return False


def _is_last_time(sentence: Sentence, found: DateRange, today: date | None) -> bool:
    """Read "in 2019, when the disease last appeared", "in 1998, the last time it erupted"."""
    comma = found.last + 1
    if not _is_of_past_year(found, today) or sentence.lower(comma) != ",":
        return False
    row = sentence.row(comma + 1, comma + 1 + FAR)
    clause = row[: row.index(",")] if "," in row else row
    when = clause[:1] == ["when"] and "last" in clause and clause[-1] != "last"
    return when or clause[:3] == ["the", "last", "time"]


def _is_of_past_year(found: DateRange, today: date | None) -> bool:
    """Return whether a date is a year, or a month with its year, before that of the document."""
    year = found.start.year
    if year is None or found.start.day is not None:
        return False
    return today is None or year < today.year


def _names_event(sentence: Sentence, found: DateRange, today: date | None) -> bool:
    """Read "the 2023 rains", and "in 2017" beside them; "the war of 2014"."""
    if not _is_year(found) or (today is not None and (found.start.year or 0) >= today.year):
        return False
    if sentence.lower(found.first - 1) == "of" and sentence.lower(found.first - 3) in DETERMINERS:
        return today is not None and sentence.lower(found.first - 2) in _NAMES_OF_EVENTS
    years = [one for one in sentence.dates if _is_year(one)]
    return any(is_attribute(sentence, year) for year in years)


def _is_year(found: DateRange) -> bool:
    start = found.start
    whole = not (start.month or start.season or start.part or start.decade)
    return found.end is None and start.year is not None and whole


def is_history(sentence: Sentence, found: DateRange, today: date | None) -> bool:
    """Return whether a clause about something else has a date of an earlier year."""
    year = found.start.year
    if found.start.period == "year" and (found.start.shift or 0) < 0:
        return _is_aside(sentence, found)
    if year is None or (today is not None and year >= today.year):
        return False
    long_ago = today is None or year < today.year - 1
    link = found.first - (sentence.lower(found.first - 1) in BEFORE_DATES)
    if sentence.lower(link - 1) in _FOUNDING and sentence.lower(link - 2) not in AUXILIARIES:
        return long_ago
    counted = False
    for at in range(found.first - 1, max(-1, found.first - FAR), -1):
        if sentence.lower(at) in _RELATIVES:
            had = "had" in sentence.row(at, found.first)
            return (had or (long_ago and not counted)) and sentence.lower(at - 1) == ","
        if sentence.lower(at) in ENDS_CLAUSE:
            break
        counted = counted or at in sentence.quantity_at
    return _is_aside(sentence, found)


def _is_aside(sentence: Sentence, found: DateRange) -> bool:
    """Read "the dam, inspected in 2029, burst"."""
    comma = found.first - 1
    while comma > 0 and sentence.lower(comma) not in ENDS_CLAUSE:
        comma -= 1
    at = comma + 1
    while is_adverb(sentence.lower(at)) or sentence.lower(at) == "last":
        at += 1
    participle = sentence.lower(at).endswith("ed") or sentence.lower(at) in PAST_FORMS
    closed = sentence.lower(comma) == "," and sentence.lower(found.last + 1) == ","
    return participle and closed and comma > 0 and found.start.day is None
