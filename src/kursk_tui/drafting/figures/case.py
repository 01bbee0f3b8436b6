"""A number of a sentence on its way to a figure or a rejection."""

from dataclasses import dataclass

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.findings import Span
from kursk_tui.english.qualifiers import Quantity

PRONOUN = "the word “one”, which counts nothing here"
"""Why "one" without a noun is no number."""


@dataclass(slots=True)
class Case:
    """A number that becomes a figure if a measure is found, or a rejection.

    A case with a `reason` is rejected, even if its measure is `found` for its neighbours to take.
    `base` marks the whole that a share is taken of. `label` is set if words before a colon say what
    is counted, and `increase` if the number adds to the total before it. `whole` is the case that
    this one is a part of, or adds to.
    """

    quantity: Quantity
    noun: Counted
    reason: str | None = None
    found: ResolvedMeasure | None = None
    flags: tuple[str, ...] = ()
    base: bool = False
    label: bool = False
    increase: bool = False
    whole: "Case | None" = None
    population: Span | None = None
    place: Span | None = None

    @property
    def is_open(self) -> bool:
        """Whether this may still take its measure from a neighbour."""
        if self.reason is not None or self.found is not None:
            return False
        return self.noun.kind in ("people", "bare", "unknown")

    def take(self, found: ResolvedMeasure, *flags: str) -> None:
        """Take the measure of another case."""
        self.found = found
        self.flags = ("inherited measure", *flags)
