"""Periods without a date whose days the words alone do not establish: "in three days"."""

from datetime import date, timedelta

from kursk_tui.drafting.dates.counted_units import UNITS_OF_TIME, counted
from kursk_tui.drafting.dates.period import Period
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.parts_of_periods import EDGES, ORDINALS
from kursk_tui.english.dates.resolution import resolved
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from kursk_tui.english.lexicon import word_set

_BEGINNING = word_set("drafting", "periods", "beginning")
_ENDS_OF_EVENTS = word_set("drafting", "periods", "ends_of_events")
_AROUND = word_set("drafting", "periods", "around")
_WITHIN = frozenset(("in", "over", "during", "within", "throughout"))
EPIDEMIOLOGICAL = frozenset(("epidemiological", "epi", "calendar", "iso"))
_MORE = frozenset(("little", "well", "slightly", "bit"))
_ABOUT = frozenset(("just", "only"))
_COURSE = (["the", "space", "of"], ["the", "course", "of"])
_AHEAD = frozenset(("will", "would", "may", "might", "could", "next", "to"))
_NOT_AFTER = frozenset(("'", "time", "ago", "after", "before", "old"))
_JOINS = frozenset(("to", "and", "-", "–", "/"))
_LONGEST = 7


def is_ahead(sentence: Sentence, at: int) -> bool:
    """Return whether a period is in the future; "up to 40" and "3 May" say nothing of it."""
    near = (one for one in range(max(0, at - 8), at) if sentence.lower(one) in _AHEAD)
    return any(not (sentence.in_date[one] or _is_of_number(sentence, one)) for one in near)


def _is_of_number(sentence: Sentence, at: int) -> bool:
    """Return whether a token is one of the words around a number: "up to 40"."""
    for first in range(max(0, at - 4), at + 1):
        nth = sentence.quantity_at.get(first)
        if nth is not None and sentence.quantities[nth].last >= at:
            return True
    return False


def numbered_week(sentence: Sentence, at: int, today: date | None) -> Period | None:
    """Read "in week 31", "during epidemiological week 32 (6-12 August)"."""
    week = at + (sentence.lower(at) in _WITHIN)
    week += sentence.lower(week) in EPIDEMIOLOGICAL
    if sentence.lower(week) not in ("week", "weeks") or not sentence.lower(week + 1).isdecimal():
        return None
    last, covers = week + 1, None
    if sentence.lower(last + 1) in _JOINS and sentence.lower(last + 2).isdecimal():
        last += 2
    for found in sentence.dates:
        if found.first == last + 2 and sentence.lower(last + 1) == "(":
            last, covers = found.last, resolved(found, today, ahead=False)
            last += sentence.lower(last + 1) == ")"
            break
    return Period(at, last, covers, "in")


def first_of_many(sentence: Sentence, at: int) -> Period | None:
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
    if sentence.lower(unit + 1) not in _AROUND:
        return unit
    last = unit + 1 + (sentence.lower(unit + 2) in DETERMINERS)
    while last + 1 < len(sentence.tokens) and last < unit + _LONGEST and _names(sentence, last + 1):
        last += 1
    return last


def _names(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    apart = word in DETERMINERS | AUXILIARIES | PREPOSITIONS | PRONOUNS
    return _goes_on(sentence, at) and not apart


def within(sentence: Sentence, at: int) -> Period | None:
    """Read "in three days", "within a week", "in the space of an hour", which do not say when."""
    apart = sentence.lower(at - 1) in _MORE  # a little over a week
    if sentence.lower(at) not in _WITHIN or apart or is_ahead(sentence, at):
        return None
    first = at + 1
    if sentence.row(first, first + 3) in _COURSE:
        first += 3
    while sentence.lower(first) in _ABOUT:
        first += 1
    article = sentence.lower(first) in ("a", "an")
    count, unit = counted(sentence, first + article)
    if article and count is None:
        count, unit = 1, first + 1 + (sentence.lower(first + 1) == "single")
    known = sentence.lower(unit).removesuffix("s") in UNITS_OF_TIME
    ends = sentence.lower(unit + 1) not in _NOT_AFTER
    return Period(at, unit, None, "in") if count is not None and known and ends else None


def around_event(sentence: Sentence, at: int) -> Period | None:
    """Read "in the six hours after the blast", "in the ten months of the siege"."""
    if sentence.lower(at) not in _WITHIN or sentence.lower(at + 1) != "the":
        return None
    _, unit = counted(sentence, at + 2)
    link = unit + 1
    if sentence.lower(unit).removesuffix("s") not in UNITS_OF_TIME or sentence.in_date[unit]:
        return None
    if sentence.lower(link) not in _AROUND or any(sentence.in_date[link : link + 2]):
        return None
    last = _end_of_event(sentence, unit)
    return Period(at, last, None, "in") if last > link else None


def recent(sentence: Sentence, at: int) -> Period | None:
    """Read "in recent weeks"."""
    unit = sentence.lower(at + 2).removesuffix("s")
    named = sentence.lower(at) in _WITHIN and sentence.lower(at + 1) == "recent"
    return Period(at, at + 2, None, "in") if named and unit in UNITS_OF_TIME else None


def edge_of(sentence: Sentence, at: int) -> int | None:
    """Return the unit of "the beginning of the year", which begins at a token, or None."""
    if sentence.lower(at) != "the" or sentence.lower(at + 1) not in EDGES - {"end"}:
        return None
    if sentence.row(at + 2, at + 4) not in (["of", "the"], ["of", "this"]):
        return None
    unit = at + 4
    ends = sentence.lower(unit + 1) not in ("of", "to", "after", "before", "from", "'s")
    return unit if ends and sentence.lower(unit) in UNITS_OF_TIME else None


def _since_edge(unit: str, today: date | None) -> str | None:
    """Return the days from the beginning of the week, month or year of the document on."""
    if today is None:
        return None
    starts = {
        "week": today - timedelta(days=today.weekday()),
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }
    return f"{starts[unit]}/.." if unit in starts else None


def since_event(sentence: Sentence, at: int, today: date | None) -> Period | None:
    """Read "since then", "since the landslide", "since Orvia invaded", without a date."""
    if sentence.lower(at) != "since":
        return None
    if sentence.lower(at + 1) == "then":
        return Period(at, at + 1, None, "so far")
    if (unit := edge_of(sentence, at + 1)) is not None:
        covers = _since_edge(sentence.lower(unit), today)
        return Period(at, unit, covers, "so far")
    last = at + (sentence.lower(at + 1) in ("the", "its", "their"))
    while last + 1 < len(sentence.tokens) and _goes_on(sentence, last + 1) and last < at + _LONGEST:
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
        and not (word in DETERMINERS | PRONOUNS and sentence.lower(at - 1) not in PREPOSITIONS)
    )
