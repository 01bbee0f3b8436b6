"""The periods of figures: which of the times of a sentence a number counts in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from kursk_tui.drafting.dates.comparisons import compares
from kursk_tui.drafting.dates.counted_units import days_around
from kursk_tui.drafting.dates.dated_periods import (
    PREPOSITIONS_OF_PERIODS,
    dated_period,
    period_start,
    periods_between,
)
from kursk_tui.drafting.dates.period import Period
from kursk_tui.drafting.dates.periods_in_words import Known, periods_in_words
from kursk_tui.drafting.dates.repeated_periods import StatedPeriods
from kursk_tui.drafting.findings import DateFinding, FigureFinding, PeriodFinding, TimeInWords
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.vocabulary import Tally

_STRENGTHS = word_set("drafting", "periods", "strengths")
_OF_CLAUSES = frozenset(("that", "which", "who", "whose", "whom"))
_CONTENT = saying().asserting_forms
_RELATIVES = ("who", "which", "whose")
_TOTALS = word_set("drafting", "periods", "totals")
_STARTS = _TOTALS.union(_RELATIVES, ("while", "whereas", "but"))
_FARTHEST = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK = timedelta(days=7)


class SentencePeriods:
    """The periods of a sentence, and its clauses, each of which has periods of its own.

    `stated` are the periods that the sentences before have dated.
    """

    def __init__(
        self,
        sentence: Sentence,
        dates: Sequence[DateFinding],
        today: date | None,
        stated: StatedPeriods | None = None,
    ) -> None:
        self._sentence = sentence
        self._places = {token.start: at for at, token in enumerate(sentence.tokens)}
        known = Known(today, _day_of_report(dates), stated or StatedPeriods())
        self._in_words = list(periods_in_words(sentence, known))
        dated = [one for one in (dated_period(sentence, date) for date in dates) if one]
        dated += periods_between(sentence, dates)
        self._periods = _longest(self._with_periods_before([*self._in_words, *dated]))
        self._clauses = [*self._clause_starts()] if self._periods else []
        openings = {period.first for period in self._periods}
        self._numbers = [
            quantity.first for quantity in sentence.quantities if quantity.last + 1 in openings
        ]

    def times(self) -> Iterator[TimeInWords]:
        """Yield the periods without a date whose days are known, as times of the claim."""
        for one in self._in_words:
            if one.covers is not None and one.tally == "in":
                start, end = self._sentence.span(one.first, one.last)
                yield TimeInWords(
                    start=start,
                    end=end,
                    rule="when/period",
                    role="event",
                    resolved=one.covers,
                )

    def add_to(self, figures: Sequence[FigureFinding]) -> Iterator[FigureFinding]:
        """Yield the figures, each with its period if the sentence states it."""
        if not self._periods:
            yield from figures
            return
        places = [self._place(figure.start) for figure in figures]
        for figure, at in zip(figures, places, strict=True):
            period = None if at is None else self._period(at, places)
            if period is None or period.tally is None or self._is_of_other(figure, at, period):
                yield figure
            else:
                yield replace(figure, period=self._finding(period, figure.measure))

    def stated(self, span: tuple[int, int], measure: str) -> PeriodFinding | None:
        """Return the period that shares the most words with a span, or None."""

        def shared(one: Period) -> int:
            start, end = self._sentence.span(one.first, one.last)
            return min(end, span[1]) - max(start, span[0])

        found = max(self._periods, key=shared, default=None)
        return None if found is None or shared(found) <= 0 else self._finding(found, measure)

    def of_number(self, start: int, measure: str, starts: Sequence[int]) -> PeriodFinding | None:
        """Return the period of a number at an offset; `starts` are those of all figures."""
        at = self._place(start)
        period = None if at is None else self._period(at, [*map(self._place, starts)])
        return None if period is None or period.tally is None else self._finding(period, measure)

    def _finding(self, period: Period, measure: str) -> PeriodFinding:
        start, end = self._sentence.span(period.first, period.last)
        tally: Tally = period.tally or "in"
        covers = period.covers
        if period.is_day_of_knowledge:
            strength = measure in _STRENGTHS
            tally = "at" if strength else "so far"
            covers = covers if strength or covers is None else f"../{covers.split('/')[-1]}"
        return PeriodFinding(start=start, end=end, covers=covers, tally=tally)

    def _place(self, offset: int) -> int | None:
        return self._places.get(offset)

    def _clause(self, at: int) -> int:
        return max((start for start in self._clauses if start <= at), default=0)

    def _period(self, at: int, figures: Sequence[int | None]) -> Period | None:
        """Return the period of the figure at a token.

        It is the nearest period of the clause without another figure between, else one at the end
        or at the beginning of the clause, else one at the beginning of the sentence.
        """
        clause = self._clause(at)
        here = [period for period in self._periods if self._clause(period.first) == clause]
        here = [one for one in here if self._is_measured(at, one)]
        others = [one for one in (*figures, *self._numbers) if one is not None and one != at]

        def apart(first: int, last: int) -> bool:
            return any(first < one < last for one in others)

        after = [one for one in here if one.first > at and self._reaches(at, one)]
        before = [] if _is_of_them(self._sentence, at) else [one for one in here if one.last < at]
        if after and before and _parts(self._sentence, at, after[0].first):
            after = []  # by April 40 had died, and by May 52
        if after and not apart(at, after[0].first):
            return after[0]
        if after and before and _is_inserted(self._sentence, before[-1]):
            return after[0]  # in a letter of 3 May, it put losses at 40 dead over the past week
        if before:
            leads = not any(clause <= one < before[-1].first for one in others)
            ends = _parts(
                self._sentence, before[-1].last + 1, at
            )  # they fled in a week, and 68 died
            return before[-1] if leads or not (ends or apart(before[-1].last, at)) else None
        if after:
            return after[0]
        return self._leading(clause, at, others)

    def _is_of_other(self, figure: FigureFinding, at: int | None, period: Period) -> bool:
        """Return whether a period belongs to a relative clause about something else.

        So it does in "12 were killed by a group that has fought since May".
        """
        relatives = [
            one
            for one in range(max(at or 0, period.first - _FARTHEST), period.first)
            if self._sentence.lower(one) in _OF_CLAUSES
        ]
        if at is None or not relatives or self._sentence.lower(relatives[-1] - 1) in _CONTENT:
            return False
        if self._sentence.row(relatives[-1] + 1, relatives[-1] + 3) == ["did", "so"]:
            return False  # the 71,000 who did so in May
        clause = self._sentence.tokens[relatives[-1]].start
        verbs = AUXILIARIES.intersection(self._sentence.row(relatives[-1], period.first))
        return bool(verbs) and not any(start > clause for start, _ in figure.evidence)

    def _is_measured(self, at: int, period: Period) -> bool:
        """Return whether a figure can count in the period of a comparison.

        In "the 40 deaths are twice that of 2029, when 20 died", 2029 is that of 20 alone.
        """
        if period.measured_from is None:
            return True
        if at < period.first:
            return at >= period.measured_from
        return "when" in self._sentence.row(period.last + 1, period.last + 3)

    def _reaches(self, at: int, period: Period) -> bool:
        """Return whether a period reaches back to a figure: not to 90 in "of the 90, 12 died"."""
        row = self._sentence.row(at - 3, at)
        whole = "of" in row[-2:] and row[-1] in DETERMINERS and "top" not in row  # on top of the 90
        between = self._sentence.row(at, period.first)
        return not whole or not ("," in between or AUXILIARIES.intersection(between))

    def _leading(self, clause: int, at: int, figures: Sequence[int]) -> Period | None:
        """Return the period before all figures of the sentence, unless the clause compares.

        A clause with a date of its own is not led: "; in 1991, when 270 died".
        """
        if any(self._sentence.in_date[clause:at]):
            return None
        first = next((period for period in self._periods if period.first < clause), None)
        if first is None or first.background or any(figure < first.first for figure in figures):
            return None
        if self._clause(first.first) != 0 or self._sentence.lower(clause) in _TOTALS:
            return None
        if any(first.first < period.first < clause for period in self._periods):
            return None
        return None if compares(self._sentence, clause) or self._is_than(clause) else first

    def _clause_starts(self) -> Iterator[int]:
        yield 0
        relative = False
        for at in range(1, len(self._sentence.tokens)):
            before, word = self._sentence.lower(at - 1), self._sentence.lower(at)
            parted = before == "," and (relative or word in _STARTS)
            relative = word in _RELATIVES if before == "," else relative
            joined = before in ("and", "but") and word in AUXILIARIES
            ends = before in (";", ":", "(", ")", "—") or parted or joined
            if ends or compares(self._sentence, at) or self._is_than(at):
                yield at

    def _is_than(self, at: int) -> bool:
        """Return whether "more than in 2029" begins a comparison here."""
        after = self._sentence.lower(at + 1)
        return self._sentence.lower(at) == "than" and after in PREPOSITIONS_OF_PERIODS

    def _is_before(self, at: int) -> bool:
        """Return whether "the week before" ends here, not "the week before the vote"."""
        following = self._sentence.tokens[at + 1 : at + 2]
        closed = not following or not following[0].is_word or following[0].lower in ("and", "in")
        return self._sentence.lower(at) == "before" and closed

    def _with_periods_before(self, found: Iterable[Period]) -> Iterator[Period]:
        """Yield the periods, and "in the week before" one of them."""
        known = list(found)
        yield from known
        weeks = [one for one in known if one.covers and _is_week(one.covers)]
        for at, token in enumerate(self._sentence.tokens):
            if token.lower == "week" and self._is_before(at + 1):
                near = [week.covers for week in weeks if week.last < at or len(weeks) == 1]
                covers = _week_before(near[0]) if len(near) == 1 and near[0] else None
                opening = period_start(self._sentence, at)
                opening -= opening == at and self._sentence.lower(at - 1) in ("a", "the")
                yield Period(opening, at + 1, covers, "in")


def _is_inserted(sentence: Sentence, period: Period) -> bool:
    """Return whether a day stands in an insertion: ", in a letter received on 3 May,"."""
    closed = sentence.lower(period.last + 1) == ","
    return period.tally is None and closed and "," in sentence.row(0, period.first)


def _is_of_them(sentence: Sentence, at: int) -> bool:
    """Return whether a figure is a part of another: ", 2,050 of them confirmed"."""
    nth = sentence.quantity_at.get(at)
    last = sentence.quantities[nth].last if nth is not None else at
    after = sentence.row(last + 1, last + 3)
    return after[:1] == ["of"] and after[-1] in ("them", "whom", "these", "those", "which")


def _parts(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether ", and" or ", but" stands between two tokens."""
    pairs = pairwise(sentence.row(first, last))
    return any(one == "," and other in ("and", "but") for one, other in pairs)


def _day_of_report(dates: Iterable[DateFinding]) -> date | None:
    days = [one.resolved or "" for one in dates if one.dating.role == "reported"]
    return date.fromisoformat(days[0]) if len(days) == 1 and _DAY.fullmatch(days[0]) else None


def _longest(found: Iterable[Period]) -> list[Period]:
    """Return the periods in order, the longest of those that overlap."""
    kept: list[Period] = []
    for one in sorted(found, key=lambda one: (one.first, -one.last)):
        if not kept or one.first > kept[-1].last:
            kept.append(one)
        elif one.last - one.first > kept[-1].last - kept[-1].first:
            kept[-1] = one
    return kept


def _is_week(covers: str) -> bool:
    ends = covers.split("/")
    if len(ends) != 2 or not all(map(_DAY.fullmatch, ends)):
        return False
    return date.fromisoformat(ends[1]) - date.fromisoformat(ends[0]) == _WEEK - timedelta(days=1)


def _week_before(covers: str) -> str | None:
    """Return the seven days before a week."""
    return days_around(date.fromisoformat(covers.split("/")[0]), -7, -1)
