"""What is wrong with a query: where, why, and what may have been meant."""

from collections.abc import Iterable
from difflib import get_close_matches


class QueryError(ValueError):
    """A query that cannot be answered.

    `start` and `end` are the code points of the query that are wrong, end not included; an empty
    span marks where something is missing. `suggestion` is what may have been meant, or None.
    """

    def __init__(self, message: str, start: int, end: int, suggestion: str | None = None) -> None:
        self.message = message
        self.start = start
        self.end = end
        self.suggestion = suggestion
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What is wrong, and what may have been meant."""
        if self.suggestion is None:
            return self.message
        return f"{self.message} - did you mean {self.suggestion}?"

    @property
    def caret(self) -> str:
        """A line of carets to print under the query, and the sentence after it.

        It stands right under queries of characters that are one cell wide.
        """
        return " " * self.start + "^" * max(1, self.end - self.start) + " " + self.sentence


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` may have been meant as, or None."""
    close = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return close[0] if close else None
