"""Everything that drafting reads from a sentence, and from a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from kursk_tui.drafting.findings import (
    AttributionFinding,
    ConfidenceFinding,
    DateFinding,
    FigureFinding,
    Finding,
    InWords,
    LikelihoodFinding,
    Rejection,
    SentenceFinding,
    Span,
    Term,
)
from kursk_tui.drafting.layout import Part
from kursk_tui.drafting.origin import Origin

F = TypeVar("F", bound=Finding)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFindings:
    """A sentence with everything that was found in it, each kind in the order of the text.

    `speaker` speaks the quotation that the sentence is part of, if another sentence names them.
    `subject` is the span of the person or body that the sentence begins with.
    """

    sentence: SentenceFinding
    figures: tuple[FigureFinding, ...] = ()
    dates: tuple[DateFinding, ...] = ()
    terms: tuple[Term, ...] = ()
    attributions: tuple[AttributionFinding, ...] = ()
    in_words: tuple[InWords, ...] = ()
    speaker: AttributionFinding | None = None
    subject: Span | None = None

    @property
    def items(self) -> list[Finding]:
        """The figures, dates, terms and sources of the sentence, in the order of the text."""
        return in_text_order([*self.figures, *self.dates, *self.terms, *self.attributions])

    @property
    def likelihoods(self) -> Iterator[LikelihoodFinding]:
        """The terms of likelihood."""
        return (one for one in self.terms if isinstance(one, LikelihoodFinding))

    @property
    def confidences(self) -> Iterator[ConfidenceFinding]:
        """The levels of analytic confidence."""
        return (one for one in self.terms if isinstance(one, ConfidenceFinding))

    def part(self, sentence: SentenceFinding, start: int) -> "SentenceFindings":
        """Return a part of the sentence with the findings that begin from `start` to its end."""

        def inside(found: tuple[F, ...]) -> tuple[F, ...]:
            return tuple(one for one in found if start <= one.start < sentence.end)

        speaker = self.speaker
        if speaker is not None:
            first, last = max(speaker.start, sentence.start), min(speaker.end, sentence.end)
            speaker = replace(speaker, start=first, end=last) if first < last else None
        return SentenceFindings(
            sentence=sentence,
            figures=inside(self.figures),
            dates=inside(self.dates),
            terms=inside(self.terms),
            attributions=inside(self.attributions),
            in_words=inside(self.in_words),
            speaker=speaker,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFindings:
    """Everything that was read from a text.

    `remarks` are sentences about the text as a whole. `scale_stated` means that the text itself
    names the scale of likelihood.
    """

    text: str
    sentences: tuple[SentenceFindings, ...]
    rejections: tuple[Rejection, ...]
    scale: str
    scale_stated: bool
    remarks: tuple[str, ...] = ()
    date: str | None = None
    publisher: str | None = None
    title: str | None = None
    date_line: Part | None = None
    headings: tuple[Part, ...] = ()
    origin: Origin | None = None

    @property
    def items(self) -> list[Finding]:
        """All findings except amounts and times in words, each sentence before those in it."""
        return [one for found in self.sentences for one in (found.sentence, *found.items)]


def in_text_order(found: Iterable[F]) -> list[F]:
    """Return findings in the order of the text, the longer of two that begin together first."""
    return sorted(found, key=lambda one: (one.start, -one.end))
