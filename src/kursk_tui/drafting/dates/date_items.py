"""Dates of a sentence as findings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from kursk_tui.drafting.dates.date_bounds import (
    Bound,
    before_modifiers,
    bound_of,
    bounded,
    dates_event,
)
from kursk_tui.drafting.dates.date_roles import DateRoles, Role
from kursk_tui.drafting.dates.periods_in_words import is_of_document
from kursk_tui.drafting.dates.stated_years import StatedYears, Year
from kursk_tui.drafting.findings import AttributionFinding, DateFinding, Dating, Rejection
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.resolution import disagrees, never_was, written
from kursk_tui.english.lexicon import word_set
from kursk_tui.vocabulary import Tier

_AHEAD = word_set("drafting", "dates", "ahead")
_SETTING = word_set("drafting", "dates", "setting")
_UPCOMING = word_set("drafting", "dates", "upcoming")
_PROMISES = word_set("drafting", "dates", "promises")
_TODAY_OR_LATER = "today or a week later"
_LAST_OR_NEXT = "the next such day or the last"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONG_AGO = timedelta(days=300)
_PAST = frozenset(("was", "were", "had", "has", "have", "said"))


class _Read(NamedTuple):
    """A date, what bounds it, and what it dates."""

    found: DateRange
    bound: Bound | None
    role: Role


def find_dates(
    sentence: Sentence,
    rejected: list[Rejection],
    attributions: Sequence[AttributionFinding],
    years: StatedYears,
) -> Iterator[DateFinding]:
    """Yield the dates of a sentence and reject those that the calendar does not have.

    `years` completes dates without a year.
    """
    today = years.today
    never = [one for one in sentence.dates if never_was(one, today)]
    for found in (*sentence.impossible, *never):
        span = sentence.span(found.first, found.last)
        rejected.append(Rejection(*span, "a date that the calendar does not have"))
    dated = [
        found
        for found in sentence.dates
        if found not in never and not is_of_document(sentence, found)
    ]
    roles = DateRoles(sentence, attributions, today) if dated else None
    read = [_read(sentence, found, roles) for found in dated] if roles else []
    years.enter([(one.found, one.role.role) for one in read if not _opens_period(one)])
    for one in read:
        ahead = _is_ahead(sentence, one.found.first)
        year = years.year_of(one.found, ahead=ahead)
        if year.edtf and not ahead and _may_be_next(sentence, one.found, year.edtf, today):
            year = Year(years.year_of(one.found, ahead=True).edtf, _LAST_OR_NEXT)
        yield _finding(sentence, one, year, ahead=ahead, today=today)
    years.leave()


def _read(sentence: Sentence, found: DateRange, roles: DateRoles) -> _Read:
    bound = bound_of(sentence, found, ahead=_is_ahead(sentence, found.first))
    return _Read(found, bound, roles.role(found, bound))


def _opens_period(one: _Read) -> bool:
    """Return whether a year says nothing of the other dates: "since 2022", "than in 2029"."""
    opens = one.bound is not None and one.bound.preposition in ("since", "until", "till")
    return opens or one.role.role == "background"


def _finding(
    sentence: Sentence, one: _Read, year: Year, *, ahead: bool, today: date | None
) -> DateFinding:
    found, edtf = one.found, written(one.found)
    start, end = sentence.span(found.first, found.last)
    flags = tuple(_flags(sentence, one, edtf, year, ahead=ahead, today=today))
    guess = {year.doubt, one.role.doubt, _TODAY_OR_LATER}.intersection(flags)
    tier: Tier = "guess" if guess else "beside" if edtf == year.edtf else "clause"
    return DateFinding(
        start=start,
        end=end,
        rule="when/date" if found.end is None else "when/interval",
        tier=tier,
        flags=flags,
        edtf=edtf,
        resolved=year.edtf,
        dating=_dating(sentence, one, edtf, year.edtf),
    )


def _dating(sentence: Sentence, one: _Read, edtf: str | None, resolved: str | None) -> Dating:
    """Return what a date dates, restricted or opened as the words around it say."""
    found, bound, role = one.found, one.bound, one.role
    start, end = sentence.span(min(role.first, found.first), found.last)
    compared = role.role == "background" and bound is not None and bound.preposition == "since"
    if bound is None or role.role == "reported" or compared:
        if role.role == "in effect" and "/" not in (edtf or resolved or ""):
            edtf, resolved = (_from(value) for value in (edtf, resolved))
        return Dating(start=start, end=end, role=role.role, edtf=edtf, resolved=resolved)
    start = min(start, sentence.tokens[bound.first].start)
    if dates_event(sentence, found) and found.last + 1 < len(sentence.tokens):
        end = sentence.tokens[found.last + 1].end
    return _bounded(Dating(start=start, end=end, role=role.role), bound, edtf, resolved)


def _bounded(words: Dating, bound: Bound, edtf: str | None, resolved: str | None) -> Dating:
    """Add the open interval that a date bounds, where it can be known."""
    if bound.side is None:
        return words
    if edtf and (within := bounded(edtf, bound.side)) is not None:
        return replace(words, bound=within) if bound.apart else replace(words, edtf=within)
    if resolved and (within := bounded(resolved, bound.side)) is not None:
        return replace(words, bound=within) if bound.apart else replace(words, resolved=within)
    return replace(words, edtf=edtf) if bound.preposition == "since" else words


def _from(edtf: str | None) -> str | None:
    """Return the time from a date on, or the date itself if it has no plain form."""
    return edtf and (bounded(edtf, "from") or edtf)


def _is_ahead(sentence: Sentence, first: int) -> bool:
    """Return whether a date without a year is in the future: "promised to leave by December"."""
    if _AHEAD.intersection(sentence.row(first - 10, first)):
        return True
    if sentence.lower(first - 1) == "for" and _SETTING.intersection(sentence.row(first - 4, first)):
        return True  # set for 2 June
    promised = _PROMISES.intersection(sentence.row(first - 16, first))
    limit = sentence.lower(before_modifiers(sentence, first))
    return limit in ("by", "before", "until", "till") and bool(promised)


def _may_be_next(sentence: Sentence, found: DateRange, day: str, today: date | None) -> bool:
    """Return whether a day can be ahead: "the truce expires on 20 May"."""
    if today is None or found.end is not None or not _DAY.fullmatch(day):
        return False
    start = found.start
    weekday = start.weekday is not None and start.day is None and start.shift is None
    old = start.year is None and start.day and today - date.fromisoformat(day) > _LONG_AGO
    if not (weekday or old) or sentence.lower(found.last).endswith("'s"):
        return False
    words = sentence.row(0, len(sentence.tokens))
    past = _PAST.intersection(words) or sentence.trigger_matches
    link = found.first - (sentence.lower(found.first - 1) in ("on", "in"))
    is_on = link < found.first and sentence.lower(link - 1) in ("is", "are")
    return (is_on or bool(_UPCOMING.intersection(words))) and not past


def _flags(
    sentence: Sentence, one: _Read, edtf: str | None, year: Year, *, ahead: bool, today: date | None
) -> Iterator[str]:
    """Yield what is open about a date; how it is completed is a note of its claim."""
    found = one.found
    on_a_weekday = found.start.weekday is not None and found.start.day is None
    if year.edtf is None:
        yield "weekday without a date" if on_a_weekday else "no year" if edtf else "no date"
    elif on_a_weekday and ahead and today is not None and year.edtf == today.isoformat():
        yield _TODAY_OR_LATER
    if year.doubt:
        yield year.doubt
    if one.role.doubt:
        yield one.role.doubt
    if disagrees(found, year.edtf):
        yield "weekday disagrees"
    if sentence.tokens[found.first].quoted:
        yield "inside a quotation"
