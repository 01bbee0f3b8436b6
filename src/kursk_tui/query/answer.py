"""The answer to a query: one of four outcomes for each claim."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The claims that match, that possibly match, and that do not state what is asked, as bits.

    The three sets are disjoint; all other claims do not match. The four outcomes of a claim are
    ordered: no match, not stated, possible, match. AND takes the lowest, OR the highest; NOT is
    applied only to single terms, where it swaps match and no match. This is Kleene's three-valued
    logic, with two kinds of unknown.
    """

    match: int = 0
    possible: int = 0
    unstated: int = 0

    def __and__(self, other: "Answer") -> "Answer":
        match = self.match & other.match
        likely = (self.match | self.possible) & (other.match | other.possible)
        known = (self.match | self.possible | self.unstated) & (
            other.match | other.possible | other.unstated
        )
        return Answer(match, likely & ~match, known & ~likely)

    def __or__(self, other: "Answer") -> "Answer":
        match = self.match | other.match
        likely = match | self.possible | other.possible
        known = likely | self.unstated | other.unstated
        return Answer(match, likely & ~match, known & ~likely)

    def negated(self, everything: int) -> "Answer":
        """Return the answer to the opposite question, over the claims in `everything`."""
        known = self.match | self.possible | self.unstated
        return Answer(everything & ~known, self.possible, self.unstated)
