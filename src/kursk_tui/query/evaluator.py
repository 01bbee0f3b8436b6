"""What a view asks: anything that answers predicates over the claims of one briefing."""

from typing import Protocol

from kursk_tui.query.answer import Answer
from kursk_tui.query.predicates import Predicate


class Evaluator(Protocol):
    """Answers predicates over the claims of a briefing, which are numbered as in the file."""

    def evaluate(self, predicate: Predicate) -> Answer:
        """Return the answer for every claim."""
        ...
