"""Findings: what the rules read from a text, with one typed record for each kind."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from kursk_tui.drafting.layout import PartKind
from kursk_tui.english.lexicon.verbs_of_saying import Relay
from kursk_tui.vocabulary import (
    ClaimKind,
    Modality,
    Qualifier,
    RelationKind,
    Stance,
    Tally,
    Tier,
    TimeRole,
)

Span = tuple[int, int]
"""The start and the end (exclusive) of a part of the text, in code points."""

FindingKind = Literal["sentence", "figure", "likelihood", "confidence", "when", "attribution"]
"""The kinds of findings, as the draft's file and `--explain` name them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What all findings share: the span, the rule that found it, and how near its evidence is.

    `evidence` are the spans of the other words that the rule relies on.
    """

    kind: ClassVar[FindingKind]

    start: int
    end: int
    rule: str
    tier: Tier
    flags: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """The characters of the finding."""
        return self.start, self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFinding(Finding):
    """A sentence, the kind of claim it makes, and the part of the text that it belongs to."""

    kind: ClassVar[FindingKind] = "sentence"

    claim_kind: ClaimKind
    part: PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFinding:
    """The period of a figure: the span of its words, its days in EDTF, and how the figure counts.

    `covers` is None if the words do not establish the days.
    """

    start: int
    end: int
    covers: str | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class FigureLink:
    """What a figure is to another; `of` is the span of the other figure's finding."""

    kind: RelationKind
    of: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFinding(Finding):
    """A number of people: what happened to them, and what the words establish about the number.

    `unit` is set for "hundreds" and the like, which have no bounds. `rate` is the period of
    "1,500 a day". `population` and `place` are the spans of the words for the people counted and
    for where they were. `categories` are the measures that one number counts together, as in
    "killed or wounded". A range whose ends are approximate has no number, since it has no bounds.
    """

    kind: ClassVar[FindingKind] = "figure"

    measure: str
    qualifier: Qualifier
    lower: int | None
    upper: int | None
    best: int | None
    unit: int | None
    modality: Modality
    rate: str | None
    population: Span | None = None
    place: Span | None = None
    period: PeriodFinding | None = None
    preliminary: bool = False
    categories: tuple[str, ...] = ()
    relations: tuple[FigureLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelihoodFinding(Finding):
    """A term of likelihood; `scale` is None if the scale in use does not have the term."""

    kind: ClassVar[FindingKind] = "likelihood"

    term: str
    scale: str | None
    negated: bool
    scope: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceFinding(Finding):
    """A level of analytic confidence; one that is not `on_scale` lies between two levels."""

    kind: ClassVar[FindingKind] = "confidence"

    level: str
    on_scale: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What a date dates, and the days that the words around it establish.

    The words, from `start` to `end`, include those that open or restrict the date: "since 3 May" is
    `2031-05-03/..`. `bound` is what a distance from a date establishes.
    """

    start: int
    end: int
    role: TimeRole = "event"
    edtf: str | None = None
    resolved: str | None = None
    bound: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFinding(Finding):
    """A date in EDTF, as written and as resolved against the date of the document."""

    kind: ClassVar[FindingKind] = "when"

    edtf: str | None
    resolved: str | None
    dating: Dating


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionFinding(Finding):
    """A source and its stance; `source` is None if the words name none ("reportedly").

    `cue` is the word that makes it a source, such as "said"; its span is the evidence. `relay` is
    its place in a chain with another source, if the cue decides it. `resumes_at` is the offset at
    which a source that denies something goes on to assert. An `inferred` source is not named by the
    words: a pronoun or the context refers to it.
    """

    kind: ClassVar[FindingKind] = "attribution"

    source: str | None
    stance: Stance
    cue: str
    relay: Relay = ""
    resumes_at: int | None = None
    inferred: bool = False

    @property
    def cue_span(self) -> Span:
        """The characters of the cue."""
        return self.evidence[0]

    @property
    def span_with_cue(self) -> Span:
        """The characters of the source and of the cue, if at most one blank separates the two.

        The cue may contain the source: "in the inspectors' view".
        """
        first, last = self.cue_span
        if first <= self.start and self.end <= last:
            return first, last
        if first - self.end in (0, 1) or self.start - last in (0, 1):
            return min(self.start, first), max(self.end, last)
        return self.span


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountInWords(Finding):
    """An amount without a number: "heavy casualties"."""

    kind: ClassVar[FindingKind] = "figure"

    measure: str
    tier: Tier = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInWords(Finding):
    """A time without a date: "so far", "since the Korean War", "over the weekend".

    `resolved` are its days in EDTF, if the words and the date of the document establish them.
    """

    kind: ClassVar[FindingKind] = "when"

    role: TimeRole
    resolved: str | None = None
    tier: Tier = "clause"


InWords = AmountInWords | TimeInWords
Term = LikelihoodFinding | ConfidenceFinding


@dataclass(frozen=True, slots=True)
class Rejection:
    """A number, or words that resemble a finding, with the reason why they are not one."""

    start: int
    end: int
    reason: str
