"""Claims of a drafted briefing: the findings of one sentence in the terms of the format."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kursk_tui.drafting.dates.date_bounds import Bound, bound_before, bounded
from kursk_tui.drafting.findings import (
    AmountInWords,
    DateFinding,
    FigureFinding,
    Finding,
    InWords,
    LikelihoodFinding,
    PeriodFinding,
    SentenceFinding,
    SentenceFindings,
    Span,
    TextFindings,
    TimeInWords,
)
from kursk_tui.drafting.output.claim_attribution import ClaimAttribution
from kursk_tui.drafting.output.entries import (
    ClaimEntry,
    DateEntry,
    FigureEntry,
    LikelihoodEntry,
    ProposalEntry,
    RelationEntry,
    Selector,
    Words,
    add_words,
    label,
    selector,
)
from kursk_tui.drafting.output.open_numbers import open_numbers
from kursk_tui.drafting.output.source_registry import Registry
from kursk_tui.english.lexicon import word_set
from kursk_tui.model import YARDSTICKS, parse_edtf
from kursk_tui.vocabulary import TimeRole

DOCUMENT = "text"
"""The id of the one document of a draft."""

_SUMMARY = 120
_CONTEXT = 24
_IN_EFFECT = (
    "since ",
    *(f"{word} from " for word in sorted(word_set("drafting", "dates", "takes_effect"))),
)
_ON = re.compile(r"\s+(?:late\s+|early\s+)?(?:on\s+)?")


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
            "summary": self._summary(),
            "evidence": self._evidence(),
        }
        attribution = ClaimAttribution(self._text, self._found)
        if entry := attribution.data(registry):
            raw["attribution"] = entry
        self._notes = attribution.notes
        if figures := [*map(self._figure, self._found.figures), *self._amounts()]:
            raw["figures"] = figures
        if likelihoods := list(self._likelihoods()):
            raw["likelihoods"] = likelihoods
        for confidence in self._found.confidences:
            raw.setdefault("confidence", confidence.level)
        if when := [*map(self._date, self._found.dates), *self._times()]:
            raw["when"] = when
        if self._notes:
            raw["notes"] = self._notes
        proposals = (self._sentence, *self._found.items, *self._in_words)
        raw["review"] = {"items": [_proposal(one) for one in proposals]}
        if numbers := list(open_numbers(self._draft, self._found)):
            raw["review"]["open_numbers"] = numbers
        return raw

    def _summary(self) -> str:
        line = label(self._text[self._sentence.start : self._sentence.end])
        if len(line) <= _SUMMARY:
            return line
        # Cut between words only: half a number would be another number.
        whole = line.rfind(" ", 0, _SUMMARY)
        return f"{line[: whole if whole > 0 else _SUMMARY - 1].rstrip(' ,;:')}…"

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
        raw["values"] = _values(item)
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
        return label(self._text[slice(*span)])

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

    def _likelihoods(self) -> Iterator[LikelihoodEntry]:
        for item in self._found.likelihoods:
            written = label(self._text[item.start : item.end])
            scale = YARDSTICKS.get(item.scale or "")
            if item.negated:
                self._notes.append(f"“{written}” is negated; the scale has no term for that.")
            elif scale is None or scale.rank(item.term) is None:
                self._notes.append(f"“{written}” is not a term of the scale and has no band on it.")
            else:
                raw: LikelihoodEntry = {
                    "scale": scale.id,
                    "scale_basis": "stated" if self._draft.scale_stated else "inferred",
                    "term": item.term,
                }
                self._add_words(raw, item.start, item.end)
                if (scope := self._scope(item)) is not None:
                    raw["scope"] = scope
                yield raw

    def _scope(self, item: LikelihoodFinding) -> Selector | None:
        start, end = self._without_speaker(*item.scope)
        start, end = max(start, self._sentence.start), min(end, self._sentence.end)
        exact = self._text[start:end].rstrip(" ,;")
        return selector(self._text, start, start + len(exact)) if exact else None

    def _without_speaker(self, start: int, end: int) -> tuple[int, int]:
        """Leave out a source at the end of a scope: "it is likely …, Seoul said"."""
        for item in self._found.attributions:
            first, last = item.span_with_cue
            if start < first < end <= last and self._text[first - 2 : first] == ", ":
                return start, first - 2
        return start, end

    def _date(self, item: DateFinding) -> DateEntry:
        edtf, resolved = item.edtf, item.resolved
        start, role = self._role(item)
        bound = bound_before(
            self._text[self._sentence.start : item.start],
            self._text[item.end : self._sentence.end],
            weekday="weekday resolved" in item.flags,
        )
        if bound is not None and start == item.start and "/" not in (edtf or resolved or ""):
            return self._bounded(item, bound, role)
        raw: DateEntry = {"role": role}
        self._add_words(raw, start, item.end)
        if edtf and _is_edtf(edtf):
            lasting = role == "in effect" and "/" not in edtf and "X" not in edtf
            raw["edtf"] = f"{edtf}/.." if lasting else edtf
        if resolved and resolved != edtf and _is_edtf(resolved):
            raw["resolved"] = resolved
        return raw

    def _bounded(self, item: DateFinding, bound: Bound, role: TimeRole) -> DateEntry:
        """Return a date that is only a bound, as an open interval where that can be known."""
        raw: DateEntry = {"role": role}
        self._add_words(raw, item.start - len(bound.words), item.end)
        if bound.side is None:
            return raw
        if item.edtf and (within := bounded(item.edtf, bound.side)) is not None:
            raw["bound" if bound.apart else "edtf"] = within
        elif item.resolved and (within := bounded(item.resolved, bound.side)) is not None:
            raw["bound" if bound.apart else "resolved"] = within
        return raw

    def _role(self, item: DateFinding) -> tuple[int, TimeRole]:
        """Return where the words of a date begin, and what it dates, from the words before it."""
        before = self._text[self._sentence.start : item.start].lower()
        if before.endswith("as of "):
            return item.start - len("as of "), "as of"
        for opening in _IN_EFFECT:
            if before.endswith(opening):
                return item.start - len(opening.split()[-1]) - 1, "in effect"
        cues = (one.cue_span for one in self._found.attributions)
        said = any(_ON.fullmatch(self._text, cue[1], item.start) for cue in cues)
        return item.start, "reported" if said else "event"

    def _times(self) -> Iterator[DateEntry]:
        for one in self._in_words:
            if isinstance(one, TimeInWords):
                raw: DateEntry = {"role": one.role}
                self._add_words(raw, one.start, one.end)
                if self._draft.date and one.role == "as of":
                    raw["bound"] = f"../{self._draft.date}"
                yield raw


def _outermost(found: tuple[InWords, ...]) -> list[InWords]:
    """Return words that are not part of others: "until recently", not "recently"."""
    outer: list[InWords] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not outer or one.start >= outer[-1].end:
            outer.append(one)
    return outer


def _values(item: FigureFinding) -> list[int]:
    """Return the numbers as the text prints them."""
    match item.qualifier:
        case "between":
            found = [item.lower, item.upper]
        case "magnitude":
            found = [item.unit]
        case "at least" | "more than":
            found = [item.lower]
        case "at most" | "less than":
            found = [item.upper]
        case _:
            found = [item.best]
    return [one for one in found if one is not None]


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
