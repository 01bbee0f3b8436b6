"""The periods of figures: which of the times of a sentence a number counts in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kursk_tui.drafting.dates.periods_in_words import Period, days_around, periods_in_words
from kursk_tui.drafting.findings import DateFinding, FigureFinding, PeriodFinding, TimeInWords
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS
from kursk_tui.english.lexicon import phrase_set, word_set
from kursk_tui.english.tokens import Phrases, words_at
from kursk_tui.vocabulary import Tally

_STRENGTHS = word_set("drafting", "periods", "strengths")
_COMPARISONS = Phrases(
    (words, True) for words in sorted(word_set("drafting", "dates", "comparisons"))
)
_SAME = phrase_set("drafting", "dates", "same")
_SPANS = word_set("drafting", "periods", "spans")
_ENDING = word_set("drafting", "periods", "ending")
_STARTING = word_set("drafting", "periods", "starting")
_PREPOSITIONS = (
    "in",
    "during",
    "throughout",
    "over",
    "for",
    "from",
    "between",
    "within",
    "on",
    "at",
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

_RELATIVES = ("who", "which", "whose")
_EARLY_OR_LATE = ("early", "late", "mid")
_TOTALS = word_set("drafting", "periods", "totals")
_STARTS = _TOTALS.union(_RELATIVES, ("while", "whereas", "but"))
_ARTICLES = ("the", "all", "of", "whole", "entire", "night", "period", "mid", "early", "late", "-")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK = timedelta(days=7)


class SentencePeriods:
    """The periods of a sentence, and its clauses, each of which has periods of its own."""

    def __init__(
        self, sentence: Sentence, dates: Sequence[DateFinding], today: date | None
    ) -> None:
        self._sentence = sentence
        self._places = {token.start: at for at, token in enumerate(sentence.tokens)}
        self._in_words = list(periods_in_words(sentence, today))
        dated = [one for one in map(self._of_date, dates) if one is not None]
        self._periods = _longest(self._with_periods_before([*self._in_words, *dated]))
        self._clauses = [*self._clause_starts()] if self._periods else []

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
            period = None if figure.rate or at is None else self._period(at, places)
            if period is None or period.tally is None:
                yield figure
            else:
                yield replace(figure, period=self._finding(period, figure.measure))

    def _finding(self, period: Period, measure: str) -> PeriodFinding:
        start, end = self._sentence.span(period.first, period.last)
        tally: Tally = period.tally or "in"
        covers = period.covers
        if period.is_day_of_knowledge:
            strength = measure in _STRENGTHS
            tally = "at" if strength else "so far"
            covers = covers if strength or covers is None else f"../{covers}"
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
        here = [one for one in self._periods if self._clause(one.first) == clause]
        others = [one for one in figures if one is not None and one != at]

        def apart(first: int, last: int) -> bool:
            return any(first < one < last for one in others)

        after = [one for one in here if one.first > at and self._reaches(at, one)]
        before = [one for one in here if one.last < at]
        if after and not apart(at, after[0].first):
            return after[0]
        if before and not apart(before[-1].last, at):
            return before[-1]
        if before:
            leads = not any(clause <= one < before[-1].first for one in others)
            return before[-1] if leads else None
        if after:
            return after[0]
        return self._leading(clause, others)

    def _reaches(self, at: int, period: Period) -> bool:
        """Return whether a period reaches back to a figure: not to 90 in "of the 90, 12 died"."""
        whole = (
            "of" in self._sentence.row(at - 2, at) and self._sentence.lower(at - 1) in DETERMINERS
        )
        between = self._sentence.row(at, period.first)
        return not whole or not ("," in between or AUXILIARIES.intersection(between))

    def _leading(self, clause: int, figures: Sequence[int]) -> Period | None:
        """Return the period before all figures of the sentence, unless the clause compares."""
        first = next((one for one in self._periods if one.first < clause), None)
        if first is None or any(one < first.first for one in figures):
            return None
        if self._clause(first.first) != 0 or self._sentence.lower(clause) in _TOTALS:
            return None
        if any(first.first < one.first < clause for one in self._periods):
            return None
        return None if self._compares(clause) or self._is_than(clause) else first

    def _clause_starts(self) -> Iterator[int]:
        yield 0
        relative = False
        for at in range(1, len(self._sentence.tokens)):
            before, word = self._sentence.lower(at - 1), self._sentence.lower(at)
            parted = before == "," and (relative or word in _STARTS)
            relative = word in _RELATIVES if before == "," else relative
            joined = before in ("and", "but") and word in AUXILIARIES
            ends = before in (";", ":", "(", ")", "—") or parted or joined
            if ends or self._compares(at) or self._is_than(at):
                yield at

    def _is_than(self, at: int) -> bool:
        """Return whether "more than in 2029" begins a comparison here."""
        after = self._sentence.lower(at + 1)
        return self._sentence.lower(at) == "than" and after in _PREPOSITIONS

    def _compares(self, at: int) -> bool:
        return _COMPARISONS.starting(self._sentence.tokens, at) is not None

    def _of_date(self, item: DateFinding) -> Period | None:
        """Return the period that a date gives; a day gives none, and keeps out others."""
        dating = item.dating
        first, last = self._place(dating.start), self._last(dating.end)
        if first is None or dating.role == "reported":
            return None
        covers = dating.resolved or dating.edtf or dating.bound
        if covers is not None and "X" in covers:
            covers = None
        if dating.role == "background" and self._is_since(first):
            return None  # the deadliest attack since 2029 did not last from then on
        if (same := self._same(first)) is not None:
            return Period(same, last, None, "in")
        if dating.role == "as of":
            return Period(first, last, covers, "so far", is_day_of_knowledge=True)
        opening = self._sentence.lower(first)
        if dating.start < item.start and opening in _OPENING:
            return Period(first, last, covers, _OPENING[opening])
        if self._sentence.lower(first - 1) in DETERMINERS and (item.edtf or "").isdecimal():
            return None  # "the 2027 flood": the year names the event
        if (week := self._week(first, last, covers)) is not None:
            return week
        if covers is None or _DAY.fullmatch(covers):
            day = covers is not None or not self._is_long(item, last)
            return Period(
                first if day else self._opening(first), last, covers, None if day else "in"
            )
        return Period(self._opening(first), last, covers, "in")

    def _is_long(self, item: DateFinding, last: int) -> bool:
        """Return whether a date that cannot be resolved is more than a day."""
        if item.edtf is None:
            return self._sentence.lower(last) in _SPANS
        return item.edtf.count("-") < 2

    def _same(self, first: int) -> int | None:
        """Return where "in the same period of 2029" begins, a part of 2029 that is not said."""
        at = first - 1 - (self._sentence.lower(first - 1) in ("of", "in", "last"))
        for words in _SAME:
            if words_at(self._sentence.tokens, at - len(words) + 1, words):
                return self._opening(at - len(words) + 1)
        return None

    def _is_since(self, at: int) -> bool:
        return self._sentence.lower(at) == "since"

    def _last(self, end: int) -> int:
        ends = (at for at, token in enumerate(self._sentence.tokens) if token.end <= end)
        return max(ends)

    def _opening(self, first: int) -> int:
        """Return where the words of a period begin: "in", "for all of", "at the end of"."""
        at = first - 1
        while self._is_before_period(at):
            at -= 1
        return at if self._sentence.lower(at) in _PREPOSITIONS else first

    def _is_before_period(self, at: int) -> bool:
        word = self._sentence.lower(at)
        joins = word in ("and", "to") and self._sentence.lower(at - 1) in _EARLY_OR_LATE
        return joins or word in _ARTICLES or word in _SPANS

    def _week(self, first: int, last: int, covers: str | None) -> Period | None:
        """Read "in the week to 5 November", "in the week of 12 May"."""
        link = first - 1
        which = self._sentence.lower(link)
        if self._sentence.lower(link - 1) != "week" or which not in _ENDING | _STARTING:
            return None
        start = self._opening(link - 1)
        if covers is None or not _DAY.fullmatch(covers):
            return Period(start, last, covers, "in")
        first_day, last_day = (-6, 0) if which in _ENDING else (0, 6)
        days = days_around(date.fromisoformat(covers), first_day, last_day)
        return Period(start, last, days, "in")

    def _with_periods_before(self, found: Iterable[Period]) -> Iterator[Period]:
        """Yield the periods, and "in the week before" one of them."""
        known = list(found)
        yield from known
        weeks = [one.covers for one in known if one.covers and _is_week(one.covers)]
        for at, token in enumerate(self._sentence.tokens):
            if token.lower == "week" and self._sentence.lower(at + 1) in ("before", "earlier"):
                covers = _week_before(weeks[0]) if len(weeks) == 1 else None
                opening = self._opening(at)
                opening -= opening == at and self._sentence.lower(at - 1) in ("a", "the")
                yield Period(opening, at + 1, covers, "in")


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
