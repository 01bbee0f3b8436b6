"""Claims of a drafted briefing: the findings of one sentence in the terms of the format."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kursk_tui.drafting.findings import (
    AmountInWords,
    DateFinding,
    FigureFinding,
    Finding,
    InWords,
    PeriodFinding,
    SentenceFinding,
    Span,
    TimeInWords,
)
from kursk_tui.drafting.output.claim_attribution import ClaimAttribution
from kursk_tui.drafting.output.claim_judgement import ClaimJudgement
from kursk_tui.drafting.output.entries import (
    ClaimEntry,
    DateEntry,
    FigureEntry,
    ProposalEntry,
    RelationEntry,
    Selector,
    Words,
    add_words,
    selector,
)
from kursk_tui.drafting.output.open_numbers import open_numbers
from kursk_tui.drafting.output.source_registry import Registry
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings
from kursk_tui.english.qualifiers import printed_values
from kursk_tui.english.summaries import one_line, summary
from kursk_tui.model import parse_edtf

DOCUMENT = "text"
"""The id of the one document of a draft."""

_CONTEXT = 24


class StatedFigure(NamedTuple):
    """A figure of a draft: the id of its claim, and the sentence of the claim."""

    claim: str
    sentence: SentenceFinding


StatedFigures = Mapping[Span, StatedFigure]
"""The figures of a draft by their spans."""


class ClaimBuilder:
    """Builds the claim of a sentence."""

    def __init__(
        self, text: TextFindings, found: SentenceFindings, name: str, figures: StatedFigures
    ) -> None:
        self._draft, self._text, self._found = text, text.text, found
        self._name, self._figures = name, figures
        self._sentence = found.sentence
        self._in_words = _outermost(found.in_words)
        self._notes: list[str] = []

    def data(self, registry: Registry) -> ClaimEntry:
        """Return the claim as the file has it; what the sentence does not state is absent."""
        raw: ClaimEntry = {
            "id": self._name,
            "document": DOCUMENT,
            "kind": self._sentence.claim_kind,
            "summary": summary(self._text[slice(*self._sentence.span)]),
            "evidence": self._evidence(),
        }
        if entry := ClaimAttribution(self._text, self._found).data(registry):
            raw["attribution"] = entry
        if figures := [*map(self._figure, self._found.figures), *self._amounts()]:
            raw["figures"] = figures
        judgement = ClaimJudgement(self._draft, self._found)
        if likelihoods := judgement.likelihoods():
            raw["likelihoods"] = likelihoods
        if level := judgement.confidence():
            raw["confidence"] = level
        self._notes += judgement.notes
        if when := [*map(self._date, self._found.dates), *self._times()]:
            raw["when"] = when
        if self._notes:
            raw["notes"] = self._notes
        speaker = [self._found.speaker] if self._found.speaker else []
        proposals = (self._sentence, *self._found.items, *speaker, *self._in_words)
        raw["review"] = {"items": [_proposal(proposal) for proposal in proposals]}
        if numbers := list(open_numbers(self._draft, self._found)):
            raw["review"]["open_numbers"] = numbers
        return raw

    def _evidence(self) -> Selector:
        start, end = self._sentence.span
        raw = selector(self._text, start, end)
        if self._text.find(raw["exact"]) != start or self._text.find(raw["exact"], start + 1) >= 0:
            raw["prefix"] = self._text[max(0, start - _CONTEXT) : start]
            raw["suffix"] = self._text[end : end + _CONTEXT]
        return raw

    def _add_words(self, entry: Words, start: int, end: int) -> None:
        add_words(entry, self._text, self._sentence, start, end)

    def _figure(self, item: FigureFinding) -> FigureEntry:
        raw: FigureEntry = {
            "measure": f"{item.measure}-per-{item.rate}" if item.rate else item.measure
        }
        self._add_words(raw, item.start, item.end)
        raw["qualifier"] = item.qualifier
        bounds = item.lower, item.upper, item.best
        raw["values"] = list(printed_values(item.qualifier, bounds, item.unit))
        if item.categories:
            raw["categories"] = list(item.categories)
        if item.population is not None:
            raw["population"] = self._label(item.population)
        if item.place is not None:
            raw["place"] = self._label(item.place)
        if item.period is not None:
            self._add_period(raw, item.period)
        if item.preliminary:
            raw["preliminary"] = True
        if item.modality != "asserted":
            raw["modality"] = item.modality
        if relations := list(self._relations(item)):
            raw["relations"] = relations
        return raw

    def _label(self, span: Span) -> str:
        return one_line(self._text[slice(*span)])

    def _add_period(self, raw: FigureEntry, period: PeriodFinding) -> None:
        raw["period"] = self._label((period.start, period.end))
        if period.covers is not None:
            raw["covers"] = period.covers
        raw["tally"] = period.tally

    def _relations(self, item: FigureFinding) -> Iterator[RelationEntry]:
        """Yield the relations of a figure to those that the draft has."""
        for link in item.relations:
            if link.of != item.span and (other := self._figures.get(link.of)) is not None:
                raw: RelationEntry = {"kind": link.kind}
                add_words(raw, self._text, other.sentence, *link.of)
                if other.claim != self._name:
                    raw["claim"] = other.claim
                yield raw

    def _amounts(self) -> Iterator[FigureEntry]:
        for one in self._in_words:
            if isinstance(one, AmountInWords):
                raw: FigureEntry = {"measure": one.measure}
                self._add_words(raw, one.start, one.end)
                raw["qualifier"] = "no number"
                yield raw

    def _date(self, item: DateFinding) -> DateEntry:
        dating = item.dating
        raw: DateEntry = {"role": dating.role}
        if dating.edtf and _is_edtf(dating.edtf):
            raw["edtf"] = dating.edtf
        self._add_words(raw, dating.start, dating.end)
        if dating.bound and _is_edtf(dating.bound):
            raw["bound"] = dating.bound
        if dating.resolved and dating.resolved != dating.edtf and _is_edtf(dating.resolved):
            raw["resolved"] = dating.resolved
        if item.resolved and item.resolved != item.edtf and not item.flags:
            words = one_line(self._text[item.start : item.end])
            raw["note"] = f"Read from the date of the document: “{words}” as {item.resolved}."
        return raw

    def _times(self) -> Iterator[DateEntry]:
        for one in self._in_words:
            if isinstance(one, TimeInWords):
                raw: DateEntry = {"role": one.role}
                self._add_words(raw, one.start, one.end)
                if one.resolved:
                    raw["resolved"] = one.resolved
                elif self._draft.date and one.role == "as of":
                    raw["bound"] = f"../{self._draft.date}"
                yield raw


def _outermost(found: tuple[InWords, ...]) -> list[InWords]:
    """Return words that are not part of others: "until recently", not "recently"."""
    outer: list[InWords] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not outer or one.start >= outer[-1].end:
            outer.append(one)
    return outer


def _is_edtf(text: str) -> bool:
    try:
        parse_edtf(text)
    except ValueError:
        return False
    return True


def _proposal(one: Finding) -> ProposalEntry:
    raw: ProposalEntry = {
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
        "rule": one.rule,
        "tier": one.tier,
    }
    if one.flags:
        raw["flags"] = list(one.flags)
    if one.evidence:
        raw["evidence"] = [list(span) for span in one.evidence]
    return raw
