"""What the reader of English finds in words that the analyst chooses, as drafting does."""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from kursk_tui.drafting.annotate import annotate
from kursk_tui.drafting.attribution.attribution_items import find_attributions
from kursk_tui.drafting.dates.date_items import find_dates
from kursk_tui.drafting.dates.figure_periods import SentencePeriods
from kursk_tui.drafting.dates.stated_years import StatedYears
from kursk_tui.drafting.findings import (
    AttributionFinding,
    DateFinding,
    LikelihoodFinding,
    PeriodFinding,
    SentenceFinding,
    Span,
)
from kursk_tui.drafting.likelihood.likelihood_items import find_terms, scale_of
from kursk_tui.drafting.output.claim_judgement import ClaimJudgement
from kursk_tui.drafting.output.entries import LikelihoodEntry
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings
from kursk_tui.editing.error import EditError
from kursk_tui.english.function_words import DETERMINERS, PREPOSITIONS
from kursk_tui.english.sentences import sentences
from kursk_tui.model import Claim, Document

_DAY = 10
"""The length of a date with year, month and day."""

_PARAGRAPH = "\n\n"
_WORD = re.compile(r"\w+")
_LINKS = PREPOSITIONS | DETERMINERS | {"the"}
"""Words that may be next to a period and are not part of it."""


class Reader:
    """Reads words of a claim, or of the sentence that has them, first with the words around."""

    def __init__(self, document: Document, claim: Claim, span: Span) -> None:
        self._text, self._span = document.text, span
        self._day = day_of(document)
        self._context = _context(document.text, claim, span)

    def period(self, measure: str) -> PeriodFinding | None:
        """Return the period that the words state for a figure of a measure, or None."""
        for start, end in (self._context, self._span):
            found = self._periods(start, end).stated(self._span, measure)
            if found is not None and self._is_all(found.start, found.end):
                return found
        return None

    def period_of_number(self, measure: str, starts: Sequence[int]) -> PeriodFinding | None:
        """Return the period in which the number that the words state counts, or None.

        `starts` are the offsets of the other figures of the claim.
        """
        periods = self._periods(*self._context)
        return periods.of_number(self._span[0], measure, [*starts, self._span[0]])

    def _periods(self, start: int, end: int) -> SentencePeriods:
        sentence = annotate(self._text, start, end)
        dates = [*find_dates(sentence, [], find_attributions(sentence), self._years)]
        return SentencePeriods(sentence, dates, self._day)

    def date(self) -> DateFinding | None:
        """Return the date that the words state, or None. Raises EditError if there are several."""
        for start, end in (self._context, self._span):
            sentence = annotate(self._text, start, end)
            dates = find_dates(sentence, [], find_attributions(sentence), self._years)
            found = [date for date in dates if self._touches(date.start, date.end)]
            if len(found) > 1:
                raise EditError("these words state several dates; mark one of them")
            if found:
                return found[0]
        return None

    def likelihood(self) -> LikelihoodEntry | None:
        """Return the likelihood that the words state, or None. Raises EditError if negated."""
        for start, end in (self._context, self._span):
            judged = self._judged(start, end)
            here = [
                likelihood
                for likelihood in judged.likelihoods
                if self._touches(likelihood.start, likelihood.end)
            ]
            if here and here[0].negated:
                raise EditError("these words are negated; the scale has no term for that")
            if here:
                text = TextFindings(
                    text=self._text,
                    sentences=(),
                    rejections=(),
                    scale=here[0].scale or self._scale[0],
                    scale_stated=self._scale[1],
                )
                entries = ClaimJudgement(text, _only(judged, here[0])).likelihoods()
                return next(iter(entries), None)
        return None

    def _judged(self, start: int, end: int) -> SentenceFindings:
        sentence = annotate(self._text, start, end)
        whole = SentenceFinding(
            start=start,
            end=end,
            rule="",
            tier="beside",
            claim_kind="judgement",
            part="prose",
        )
        attributions: list[AttributionFinding] = find_attributions(sentence)
        terms = tuple(find_terms(sentence, [], self._scale[0]))
        return SentenceFindings(sentence=whole, terms=terms, attributions=tuple(attributions))

    @cached_property
    def _scale(self) -> tuple[str, bool]:
        return scale_of(self._text, None)

    @property
    def _years(self) -> StatedYears:
        return StatedYears(self._day)

    def _touches(self, start: int, end: int) -> bool:
        return start < self._span[1] and self._span[0] < end

    def _is_all(self, start: int, end: int) -> bool:
        """Return whether a span has the same words, but for prepositions and articles."""
        low, high = self._span
        before, after = sorted((low, start)), sorted((high, end))
        apart = [*self._words(*before), *self._words(*after)]
        return self._touches(start, end) and _LINKS.issuperset(apart)

    def _words(self, start: int, end: int) -> Iterator[str]:
        yield from (match.group().lower() for match in _WORD.finditer(self._text, start, end))


def _only(found: SentenceFindings, term: LikelihoodFinding) -> SentenceFindings:
    return SentenceFindings(sentence=found.sentence, terms=(term,), attributions=found.attributions)


def day_of(document: Document) -> datetime.date | None:
    """Return the day of a document, or None if it is not known to the day."""
    day = document.date
    return datetime.date.fromisoformat(day) if day is not None and len(day) == _DAY else None


def _context(text: str, claim: Claim, span: Span) -> Span:
    """Return the words around a span: the claim, or the sentence elsewhere in the document."""
    evidence = claim.evidence.start, claim.evidence.end
    if evidence[0] <= span[0] and span[1] <= evidence[1]:
        return evidence
    first = text.rfind(_PARAGRAPH, 0, span[0])
    last = text.find(_PARAGRAPH, span[1])
    part = 0 if first < 0 else first + len(_PARAGRAPH), len(text) if last < 0 else last
    found = [(start, end) for start, end, _ in sentences(text, *part)]
    return next(
        (one for one in found if one[0] <= span[0] and span[1] <= one[1]),
        span,
    )
