"""`draft`: from a text to its findings, one sentence at a time."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kursk_tui.drafting import layout, screening
from kursk_tui.drafting.annotate import annotate, day_of, parse_day
from kursk_tui.drafting.attribution.attribution_items import find_attributions
from kursk_tui.drafting.attribution.authors import with_author
from kursk_tui.drafting.attribution.denials import deny_figures, note_resumptions
from kursk_tui.drafting.attribution.running_quotations import with_speakers
from kursk_tui.drafting.attribution.same_sources import same_sources
from kursk_tui.drafting.attribution.subjects import opening_subject
from kursk_tui.drafting.claim_split import flag_undivided
from kursk_tui.drafting.datelines import opening
from kursk_tui.drafting.dates.date_items import find_dates
from kursk_tui.drafting.dates.figure_periods import SentencePeriods
from kursk_tui.drafting.dates.repeated_periods import StatedPeriods
from kursk_tui.drafting.dates.stated_years import StatedYears
from kursk_tui.drafting.draft import Draft
from kursk_tui.drafting.figures.assertion import weaken_figures
from kursk_tui.drafting.figures.broken_lines import flag_broken
from kursk_tui.drafting.figures.cases_of_disease import names_disease
from kursk_tui.drafting.figures.changes import without_earlier
from kursk_tui.drafting.figures.figure_items import find_figures
from kursk_tui.drafting.figures.repeats import link_repeats
from kursk_tui.drafting.figures.things import MEASURES_OF_THINGS
from kursk_tui.drafting.figures.wholes import link_to_earlier
from kursk_tui.drafting.findings import FigureFinding, Rejection, SentenceFinding, Term
from kursk_tui.drafting.in_words import find_in_words
from kursk_tui.drafting.ledger import reject_unaccounted_numbers
from kursk_tui.drafting.likelihood.likelihood_items import find_terms, scale_of
from kursk_tui.drafting.origin import Origin
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings
from kursk_tui.english.line_breaks import leads_on
from kursk_tui.english.quotations import Quotation, quotation_at, quotations
from kursk_tui.english.sentences import sentences
from kursk_tui.text.invisible import is_blank
from kursk_tui.vocabulary import ClaimKind, Tier


def draft(
    text: str,
    *,
    date: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    scale: str | None = None,
    origin: Origin | None = None,
) -> Draft:
    """Read a text and propose what its sentences claim.

    Every line end becomes one newline, so offsets are those of the text of the draft.

    `date` is the date of the document as YYYY-MM-DD; the default is that of a date line at the top,
    or else the day that the file states that the text was taken from, its `origin`.
    `scale` is phia or icd203; the default is the scale that the text names, or else phia.

    Raise NotDraftableError if the text is empty, too long, not text or not English, or if the date
    is invalid or the scale unknown.
    """
    text = layout.with_newlines(text)
    given = parse_day(date)
    scale_id, scale_stated = scale_of(text, scale)
    screening.refuse(text)
    top = opening(text)
    line = top.date_line
    day = given or day_of(text, line)
    notes = origin.remarks if origin is not None else ()
    if day is None and origin is not None and (day := origin.day) is not None:
        notes += (f"The date of the document, {day}, is what the file states; --date changes it.",)
    reader = _Reader(text, day, scale_id)
    headings = (*top.headings, *reader.read(top.end))
    unusual = screening.remarks(text, day, cut=reader.cut)
    if unusual.certain_only:
        reader.keep_certain()
    found = TextFindings(
        text=text,
        sentences=tuple(link_repeats(text, link_to_earlier(text, reader.with_sources(publisher)))),
        rejections=tuple(reader.all_rejections(line, headings)),
        scale=scale_id,
        scale_stated=scale_stated,
        remarks=(*notes, *unusual.sentences, *screening.remarks_on_mail(headings)),
        date=day.isoformat() if day else None,
        publisher=publisher,
        title=title,
        date_line=line,
        headings=headings,
        origin=origin,
    )
    return Draft(found)


_SET_ASIDE = frozenset({"heading", "quoted mail"})
"""The kinds of parts that make no claim."""


@dataclass(slots=True)
class _Reader:
    """Reads a text part by part; `cut` is set if a sentence was cut for its length."""

    text: str
    day: datetime.date | None
    scale: str
    found: list[SentenceFindings] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    cut: bool = False
    quotations: list[Quotation] = field(default_factory=list)
    _stated: StatedPeriods = field(default_factory=StatedPeriods)
    _counted: dict[int, str] = field(default_factory=dict)
    """The measures of the figures so far, by their numbers."""

    _years: StatedYears = field(default_factory=lambda: StatedYears(None))
    """The years of a text without a date, whose paragraphs go on in the year before."""
    outbreak: bool = False

    def read(self, start: int) -> tuple[layout.Part, ...]:
        """Read the sentences of the text from `start` on; return its headings."""
        parts = list(layout.parts(self.text, start))
        before = start
        for part in parts:
            if part.kind == "heading":
                self._note_disease(self.text[part.start : part.end].lower().split())
            if part.kind not in _SET_ASIDE:
                self._read(part, leads=leads_on(self.text, before, part.start))
            before = part.end
        return tuple(part for part in parts if part.kind in _SET_ASIDE)

    def with_sources(self, publisher: str | None) -> tuple[SentenceFindings, ...]:
        """Return the sentences with the sources that only the whole text shows."""
        named = list(same_sources(self.text, self.found, publisher))
        spoken = with_speakers(self.text, named, self.quotations)
        judged = with_author([*spoken], publisher)
        return tuple(flag_undivided(self.text, one) for one in judged)

    def keep_certain(self) -> None:
        """Drop sources, and reject figures that are not right next to their words."""
        reason = "not right next to its noun, and this text is read without guesses"
        for nth, one in enumerate(self.found):
            near = tuple(figure for figure in one.figures if figure.tier == "beside")
            others = (figure for figure in one.figures if figure.tier != "beside")
            self.rejected += (Rejection(*figure.span, reason) for figure in others)
            self.found[nth] = replace(one, figures=near, attributions=())

    def all_rejections(
        self, line: layout.Part | None, headings: Sequence[layout.Part]
    ) -> list[Rejection]:
        """Return the rejections of the rules and of the ledger, in the order of the text."""
        items = [item for one in self.found for item in (one.sentence, *one.items)]
        unaccounted = reject_unaccounted_numbers(self.text, items, self.rejected, line, headings)
        return sorted([*self.rejected, *unaccounted], key=lambda one: (one.start, one.end))

    def _read(self, part: layout.Part, *, leads: bool) -> None:
        """Read the sentences of a part; the last measure of each carries over to the next two.

        `leads` means that the words before the part belong to its first number.
        """
        measure: str | None = None
        idle = False
        here = list(quotations(self.text, part.start, part.end, self.quotations))
        self.quotations += here
        years = self._years if self.day is None else StatedYears(self.day)
        for start, end, cut in sentences(self.text, part.start, part.end):
            self.cut = self.cut or cut
            if is_blank(self.text[start:end]):
                continue
            inside = quotation_at(here, start)
            quoted = inside is not None and inside.closed
            sentence = annotate(self.text, start, end, quoted=quoted, outbreak=self.outbreak)
            self._note_disease(token.lower for token in sentence.tokens)
            one = self._sentence(
                sentence, part, measure, years, leads=leads and start == part.start
            )
            self._counted |= {figure.best: figure.measure for figure in one.figures if figure.best}
            if one.figures:
                measure, idle = _last_measure(one), False
            else:
                measure, idle = None if idle else measure, True
            self.found.append(one)

    def _note_disease(self, words: Iterable[str]) -> None:
        self.outbreak = self.outbreak or names_disease(words)

    def _sentence(
        self,
        sentence: Sentence,
        part: layout.Part,
        measure: str | None,
        years: StatedYears,
        *,
        leads: bool,
    ) -> SentenceFindings:
        attributions = find_attributions(sentence)
        dates = tuple(find_dates(sentence, self.rejected, attributions, years))
        periods = SentencePeriods(sentence, dates, self.day, self._stated)
        self._stated.enter(dates)
        numbers = find_figures(sentence, self.rejected, measure, self._counted)
        found = flag_broken(sentence, numbers, leads=leads)
        figures = tuple(without_earlier(periods.add_to([*found]), self.rejected))
        terms = tuple(find_terms(sentence, self.rejected, self.scale))
        return SentenceFindings(
            sentence=_sentence(sentence, part, figures, terms),
            figures=tuple(weaken_figures(sentence, deny_figures(sentence, figures, attributions))),
            dates=dates,
            terms=terms,
            attributions=tuple(note_resumptions(sentence, attributions)),
            in_words=(*find_in_words(sentence, self.rejected), *periods.times()),
            subject=sentence.span(*subject) if (subject := opening_subject(sentence)) else None,
        )


def _last_measure(found: SentenceFindings) -> str:
    """Return the last measure of people, or else of things."""
    measures = [one.measure for one in found.figures]
    people = [one for one in measures if one not in MEASURES_OF_THINGS]
    return (people or measures)[-1]


def _sentence(
    sentence: Sentence,
    part: layout.Part,
    figures: Sequence[FigureFinding],
    terms: Sequence[Term],
) -> SentenceFinding:
    kind, rule, tier = _claim_kind(sentence, figures, terms)
    return SentenceFinding(
        start=sentence.start,
        end=sentence.end,
        rule=rule,
        tier=tier,
        claim_kind=kind,
        part=part.kind,
    )


def _claim_kind(
    sentence: Sentence, figures: Sequence[FigureFinding], terms: Sequence[Term]
) -> tuple[ClaimKind, str, Tier]:
    """Return the kind of claim of a sentence, the rule that decides it, and its tier.

    A term of likelihood or confidence makes it a judgement; otherwise, a word of the lexicon
    decides.
    """
    if terms:
        return "judgement", "sentence/likelihood", "beside"
    for at in range(len(sentence.tokens)):
        found = sentence.words.judging.starting(sentence.tokens, at)
        if found is not None and not (figures and found[1].kind == "context"):
            return found[1].kind, found[1].rule, "guess"
    return "reported", "sentence/reported", "clause"
