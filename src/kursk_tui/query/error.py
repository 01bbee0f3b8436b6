"""Errors of queries, with their place and a suggestion."""

from collections.abc import Iterable

from kursk_tui.text.messages import closest, shortened

_LONGEST = 80
"""The most characters of a part of a query in a message."""


class QueryError(ValueError):
    """A query that is not valid.

    `start` and `end` are the place of the error, in code points of the query, end exclusive; an
    empty span marks where something is missing. `suggestion` is text to put there instead, or None.
    """

    def __init__(self, message: str, start: int, end: int, suggestion: str | None = None) -> None:
        self.message = message
        self.start = start
        self.end = end
        self.suggestion = suggestion
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The message, with the suggestion if there is one."""
        if self.suggestion is None:
            return self.message
        return f"{self.message}; did you mean {brief(self.suggestion)}?"


def brief(part: object) -> str:
    """Return a part of a query for a message, shortened if it is long."""
    return shortened(str(part), _LONGEST)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most similar to `word`, or None if none is similar enough."""
    return closest(word.lower(), known)
