"""Dates of a sentence as findings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from kursk_tui.drafting.dates.date_bounds import (
    Bound,
    bound_of,
    bounded,
    dates_event,
)
from kursk_tui.drafting.dates.date_roles import DateRoles, Role
from kursk_tui.drafting.dates.future_dates import is_ahead, is_rather_next, may_be_next
from kursk_tui.drafting.dates.lasting_states import lasting_state
from kursk_tui.drafting.dates.periods_in_words import is_of_document
from kursk_tui.drafting.dates.stated_years import StatedYears, Year
from kursk_tui.drafting.findings import AttributionFinding, DateFinding, Dating, Rejection
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.resolution import disagrees, never_was, resolved, written
from kursk_tui.vocabulary import Tier

_WEEK = timedelta(days=7)
_TODAY_OR_LATER = "today or a week later"
_LAST_OR_NEXT = "the next such day or the last"


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
    """Yield the dates of a sentence and reject those that do not exist.

    `years` completes dates without a year.
    """
    today = years.today
    never = [one for one in sentence.dates if never_was(one, today)]
    for found in (*sentence.impossible, *never):
        span = sentence.span(found.first, found.last)
        rejected.append(Rejection(*span, "a date that does not exist in the calendar"))
    asides = [
        one for one in sentence.dates if lasting_state(sentence, one) == "clause about a noun"
    ]
    for found in asides:
        span = sentence.span(found.first, found.last)
        rejected.append(Rejection(*span, "the day on which a thing still is as described"))
    dated = [
        found
        for found in sentence.dates
        if found not in [*never, *asides] and not is_of_document(sentence, found)
    ]
    roles = DateRoles(sentence, attributions, today) if dated else None
    read = [_read(sentence, found, roles) for found in dated] if roles else []
    years.enter([(one.found, one.role.role) for one in read if not _opens_period(one)])
    completed = [(one, _completed(sentence, one, years)) for one in read]
    years.leave()
    for nth, (one, year) in enumerate(completed):
        after = completed[nth + 1] if nth + 1 < len(completed) else None
        if after is not None and _is_week_before(sentence, (one, year), after):
            day = date.fromisoformat(year.edtf or "") - _WEEK
            year = Year(day.isoformat(), year.doubt)
        yield _finding(sentence, one, year, ahead=is_ahead(sentence, one.found), today=today)


def _completed(sentence: Sentence, one: _Read, years: StatedYears) -> Year:
    ahead = is_ahead(sentence, one.found)
    year = years.year_of(one.found, ahead=ahead)
    return year if ahead else _last_or_next(sentence, one, year, years)


def _is_week_before(sentence: Sentence, one: tuple[_Read, Year], other: tuple[_Read, Year]) -> bool:
    """Return whether "from Monday to Thursday" began in the week before the last Monday."""
    first, last = one[0].found, other[0].found
    if any(found.start.weekday is None or found.start.day for found in (first, last)):
        return False
    opens = [sentence.lower(first.first - 1), *sentence.row(first.last + 1, last.first)]
    if opens not in (["between", "and"], ["from", "to"], ["from", "until"], ["from", "through"]):
        return False
    days = one[1].edtf or "", other[1].edtf or ""
    return all(len(day) == len("2031-05-14") for day in days) and days[0] > days[1]


def _last_or_next(sentence: Sentence, one: _Read, year: Year, years: StatedYears) -> Year:
    """Return the next such date, as a guess, if the words leave open whether it is that."""
    if year.edtf is None or year.doubt is not None or one.role.role in ("background", "reported"):
        return year
    if year.edtf != resolved(one.found, years.today, ahead=False):
        return year  # the text states its year
    following = resolved(one.found, years.today, ahead=True)
    words = sentence, one.found, year.edtf
    if may_be_next(*words, years.today) or is_rather_next(*words, following, years.today):
        return Year(following, _LAST_OR_NEXT)
    return year


def _read(sentence: Sentence, found: DateRange, roles: DateRoles) -> _Read:
    bound = bound_of(sentence, found, ahead=is_ahead(sentence, found))
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
