"""Likelihood: a term on a named scale, with the document's words and their reach."""

from typing import Literal

from kursk_tui.model.document import Selector
from kursk_tui.model.record import Offset, Prose, Record, Text, Words, record
from kursk_tui.model.yardstick import Band, ScaleId, Yardstick, yardsticks

Confidence = Literal["low", "moderate", "high"]
"""Analytic confidence: how sound the foundations of a judgement are. Not a likelihood."""


@record
class Likelihood(Record):
    """How likely a judgement holds, as its words say, on a named scale.

    `scale_basis` says whether the document names the scale or a reader inferred it. `scope` is
    what the term grammatically reaches; without it the reach is not stated. `start` is needed
    only where `words` stand more than once in the claim.
    """

    scale: ScaleId
    scale_basis: Literal["stated", "inferred"]
    term: Text
    words: Words
    start: Offset | None = None
    scope: Selector | None = None
    note: Prose | None = None

    @property
    def yardstick(self) -> Yardstick:
        """The scale."""
        return yardsticks()[self.scale]

    @property
    def rank(self) -> int:
        """The place of the term on its scale, 0 for the least likely."""
        rank = self.yardstick.rank(self.term)
        if rank is None:
            raise ValueError(f"'{self.term}' is not on {self.scale}")
        return rank

    @property
    def band(self) -> Band:
        """The band of the term."""
        return self.yardstick.bands[self.rank]
