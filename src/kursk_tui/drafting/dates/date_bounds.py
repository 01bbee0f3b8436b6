"""Dates that only bound when something happened: "by June 2025", "since the truce of 3 May"."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal, NamedTuple

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.parts_of_periods import EDGES
from kursk_tui.english.function_words import AUXILIARIES, SUBORDINATORS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

Side = Literal["until", "before", "from", "after"]

# The code branches on the side, so the prepositions stay here.
_SIDES: dict[str, Side] = {
    "by": "until",
    "until": "until",
    "till": "until",
    "through": "until",
    "up to": "until",
    "no later than": "until",
    "before": "before",
    "prior to": "before",
    "from": "from",
    "since": "from",
    "after": "after",
}
_BEFORE_EVENTS = ("since", "before", "until", "till", "prior to")
"""Prepositions before an event that has the date: "since the truce took effect on 3 May"."""

_LONGEST = 16
_FARTHEST = 60
_BETWEEN_DATE_AND_EVENT = ("on", "in", "at", "of")
_ENDS_OF_CLAUSES = frozenset(',;:()[]“”"—–')
_NEGATIONS = word_set("drafting", "dates", "negations")
_DISTANCES = word_set("drafting", "dates", "distances")
_EVENTS = word_set("drafting", "dates", "events")
_WITH_A_YEAR = word_set("calendar", "words", "events_with_a_year")
_PLACES = word_set("drafting", "dates", "forums").union(
    word_set("drafting", "places", "plain"), word_set("drafting", "places", "kinds")
)
_TIMES_OF_DAY = word_set("calendar", "words", "times_of_day")
_BEFORE = frozenset(("before", "prior to"))
_RELATIVES = frozenset(("who", "which", "whose", "where", "when"))
_CONTRASTS = frozenset((";", ":", "—", "(", ")", "but", "while", "whereas", "although", "though"))
_MODIFIERS = frozenset(("early", "late", "mid", "-", "the", "about", "around"))
_PAST = frozenset(("had", "was", "were"))
_AHEAD = frozenset(("will", "would", "shall"))
_NEAR = 6
_ONWARD = frozenset(("on", "onward", "onwards"))


_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}|\d{4}|:|\d{1,2}")
_HOURS = frozenset(("a.m.", "p.m.", "am", "pm", "hrs", "hours", "gmt", "utc", "local", "time"))
_LIMITS = frozenset(("until", "till", "up to"))
"""Prepositions before a time of the last day that is counted."""

_SEASON = re.compile(r"\d{4}-2[1-4]")


class Bound(NamedTuple):
    """The token at which the words of a bound begin, and its side, or None if that is not known.

    `apart` means that the words give a distance from the date: "two weeks after …". `of_event`
    means that the date is that of an event: "since the truce of 3 May".
    """

    first: int
    side: Side | None
    preposition: str
    apart: bool = False
    of_event: bool = False


def bound_of(sentence: Sentence, found: DateRange, *, ahead: bool) -> Bound | None:
    """Return what makes a date of a sentence a bound, or None; `ahead` if it is in the future."""
    at = before_modifiers(sentence, found.first)
    preposition = _preposition(sentence, at, _SIDES)
    if preposition is None and (time := _before_time_of_day(sentence, found.first)) is not None:
        at, preposition = time, _preposition(sentence, time, _LIMITS)
    if preposition is None:
        return _of_event(sentence, found, ahead=ahead)
    first = at - preposition.count(" ")
    side = _SIDES[preposition]
    of_event = dates_event(sentence, found)
    if preposition == "from" and found.end is not None:
        return None
    if preposition == "from" and not _opens(sentence, found, first, of_event=of_event):
        return None  # a report from 3 March is of that day
    if preposition == "since":
        return Bound(first, side, preposition, of_event=of_event)
    if _is_uncertain(sentence, found, first, side, ahead=ahead):
        return Bound(first, None, preposition)
    if of_event:  # after Saturday's attack: on Saturday or later
        side = "from" if side == "after" else "until" if side == "before" else side
    return Bound(first, side, preposition, sentence.lower(first - 1) in _DISTANCES)


def _before_time_of_day(sentence: Sentence, first: int) -> int | None:
    """Return the token before the time of a day: "up to 14.00 today", "until noon on Tuesday"."""
    at = first - 1
    at -= sentence.lower(at) == "on"
    end = at
    while _CLOCK.fullmatch(sentence.lower(at)) or sentence.lower(at) in _TIMES_OF_DAY | _HOURS:
        at -= 1
    time = sentence.row(at + 1, end + 1)
    is_time = any(":" in word or "." in word or word in _TIMES_OF_DAY | _HOURS for word in time)
    return at if is_time and at >= 0 else None


def _is_uncertain(
    sentence: Sentence, found: DateRange, first: int, side: Side, *, ahead: bool
) -> bool:
    before = sentence.row(_clause_start(sentence, first), first)
    if (
        before[:1] == ["no"]
        or _NEGATIONS.intersection(before)
        or any(word.endswith("n't") for word in before)
    ):
        return True  # what was not done until June was done in June, or never
    if " ".join(before[-2:]) in _NEGATIONS:
        return True
    weekday = found.start.weekday is not None and found.start.day is None
    others = {*before, *sentence.row(found.last + 1, len(sentence.tokens))}
    return weekday and not ahead and side in ("until", "before") and not _PAST & others


def _clause_start(sentence: Sentence, first: int) -> int:
    """Return the token at which the clause of a date begins: after "reported", "but", ";"."""
    subordinate = sentence.lower(0) in SUBORDINATORS
    farthest = max(-1, first - _FARTHEST)
    for at in range(first - 1, farthest, -1):
        word, after = sentence.lower(at), sentence.lower(at + 1)
        says = word in saying().asserting_forms and after != ","  # not "no aid, he said, came"
        says = says and sentence.lower(at - 1) not in AUXILIARIES  # nor "is not expected"
        relative = word == "," and after in _RELATIVES
        if says or relative or word in _CONTRASTS or (word == "," and subordinate):
            return at + 1
    return farthest + 1


def before_modifiers(sentence: Sentence, first: int) -> int:
    """Return the token before a date and its modifiers: "early", "the end of"."""
    at = first - 1
    while sentence.lower(at) in _MODIFIERS:
        at -= 1
    if sentence.lower(at) == "of" and sentence.lower(at - 1) in EDGES:
        at -= 2
        at -= sentence.lower(at) == "the"
    return at


def _preposition(sentence: Sentence, at: int, among: Collection[str]) -> str | None:
    """Return the preposition that ends at a token, the longest first."""
    for length in (3, 2, 1):
        words = " ".join(sentence.row(at - length + 1, at + 1)) if at >= length - 1 else ""
        if words in among:
            return words
    return None


def _opens(sentence: Sentence, found: DateRange, first: int, *, of_event: bool) -> bool:
    """Return whether "from 4 December" is when something begins: "will be closed from"."""
    if not of_event and not _AHEAD.isdisjoint(sentence.row(first - _NEAR, first)):
        return True
    return (first == 0 and not of_event) or sentence.lower(found.last + 1) in _ONWARD


def dates_event(sentence: Sentence, found: DateRange) -> bool:
    """Return whether an event follows its date: "Saturday's attack", "the 2021 coup"."""
    after = sentence.lower(found.last + 1)
    named = after in _EVENTS or after.removesuffix("s") in _EVENTS or after in _WITH_A_YEAR
    return named or sentence.lower(found.last).endswith("'s")


def _of_event(sentence: Sentence, found: DateRange, *, ahead: bool) -> Bound | None:
    """Read "since the truce took effect on 3 May", "before the start of the war in 2029"."""
    at = before_modifiers(sentence, found.first)
    possessive = sentence.lower(found.last).endswith("'s")
    if possessive or sentence.lower(at) not in _BETWEEN_DATE_AND_EVENT:
        return None
    for opening in range(at - 1, max(-1, at - _LONGEST), -1):
        word = sentence.lower(opening)
        if word in _ENDS_OF_CLAUSES or sentence.in_date[opening] or opening in sentence.quantity_at:
            return None
        preposition = _preposition(sentence, opening, _BEFORE_EVENTS)
        if preposition is not None and at - opening > 1:
            if preposition in _BEFORE and _TIMES_OF_DAY.issuperset(sentence.row(opening + 1, at)):
                return None  # before dawn on Thursday
            if preposition == "before" and _is_place(sentence, opening, at - 1):
                return None  # appeared before the town on 4 April
            first = opening - preposition.count(" ")
            side: Side = "from" if preposition == "since" else "until"
            if side == "until" and _is_uncertain(sentence, found, first, side, ahead=ahead):
                return Bound(first, None, preposition, of_event=True)
            return Bound(first, side, preposition, of_event=True)
    return None


def _is_place(sentence: Sentence, opening: int, noun: int) -> bool:
    """Return whether "before" says where: "before the town", "before a court"."""
    people = sentence.words.people, sentence.words.person
    person = any(words.starting(sentence.tokens, noun) for words in people)
    if sentence.lower(noun) not in _PLACES and not person:
        return False
    return not any(word.removesuffix("s") in _EVENTS for word in sentence.row(opening + 1, noun))


def bounded(edtf: str, side: Side) -> str | None:
    """Return the open interval that a date bounds, in EDTF, or None if it has no plain form.

    "before" and "after" exclude the date itself: the interval ends or begins one day, month or
    year away from it.
    """
    first, _, last = edtf.partition("/")
    if side in ("from", "after"):
        end = _limit(last or first if side == "after" else first, 1 if side == "after" else 0)
        return f"{end}/.." if end else None
    end = _limit(first if side == "before" else last or first, -1 if side == "before" else 0)
    return f"../{end}" if end else None


def _limit(edtf: str, step: int) -> str | None:
    """Return a date, or the one before or after it; None if it is no date that can be counted."""
    if not step and _SEASON.fullmatch(edtf):
        return edtf
    try:
        return _stepped(edtf, step) if _DATE.fullmatch(edtf) else None
    except (ValueError, OverflowError):
        return None


def _stepped(edtf: str, step: int) -> str:
    """Return the next (1) or previous (-1) day, month or year, or the same (0)."""
    year, month, day = [*map(int, edtf.split("-")), 0, 0][:3]
    given = date(year, month or 1, day or 1)
    if day:
        return (given + timedelta(days=step)).isoformat()
    if month:
        months = year * 12 + month - 1 + step
        year, month = months // 12, months % 12 + 1
        return date(year, month, 1).isoformat()[: len("2024-12")]
    return f"{date(year + step, 1, 1).year:04}"
