"""Likelihoods: terms of a named scale, with the document's words and their scope."""

from typing import Literal, NamedTuple

from kursk_tui.model.document import Selector
from kursk_tui.model.record import Offset, Prose, Record, Text, Words, record
from kursk_tui.model.yardstick import YARDSTICKS, Band, Yardstick
from kursk_tui.vocabulary import Basis, ScaleId

Confidence = Literal["low", "moderate", "high"]
"""Analytic confidence: how sound the basis of a judgement is, not how likely it is."""


class ScaleTerm(NamedTuple):
    """A term of likelihood on one scale; the term is the first spelling of its band."""

    scale: ScaleId
    term: str


@record
class Likelihood(Record):
    """How likely a judgement is to be true: the document's words, and their term on a scale.

    `scale_basis` records whether the document names the scale or a reader inferred it. `scope` is
    the text that the term applies to grammatically; if it is absent, the scope is not stated.
    `start` is required only if `words` occur more than once in the claim.
    """

    scale: ScaleId
    scale_basis: Basis
    term: Text
    words: Words
    start: Offset | None = None
    scope: Selector | None = None
    note: Prose | None = None

    @property
    def yardstick(self) -> Yardstick:
        """The scale that the term belongs to."""
        return YARDSTICKS[self.scale]

    @property
    def rank(self) -> int:
        """The position of the term on its scale; 0 is the least likely."""
        rank = self.yardstick.rank(self.term)
        if rank is None:
            raise ValueError(f"“{self.term}” is not a term of {self.scale}")
        return rank

    @property
    def band(self) -> Band:
        """The band of the term."""
        return self.yardstick.bands[self.rank]
