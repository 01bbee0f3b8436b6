"""The protocol of evaluators, which answer the queries of a view."""

from typing import Protocol

from kursk_tui.query.answer import Answer
from kursk_tui.query.predicates import Predicate


class Evaluator(Protocol):
    """Answers predicates over the claims of a briefing, which are numbered as in the file."""

    def evaluate(self, predicate: Predicate) -> Answer:
        """Return the answer for every claim."""
        ...
