"""The history and the completions of the query bar."""

from collections.abc import Sequence
from typing import NamedTuple


class QueryHistory(NamedTuple):
    """Earlier queries, oldest first, then the typed text; `back` counts steps from the end.

    Only queries that begin with the typed text are recalled, as in a shell.
    """

    earlier: Sequence[str]
    typed: str
    back: int = 0

    @property
    def _matching(self) -> list[str]:
        earlier = dict.fromkeys(one for one in self.earlier if one != self.typed)
        return [*(one for one in earlier if one.startswith(self.typed)), self.typed]

    @property
    def text(self) -> str:
        """The query at this step."""
        return self._matching[-1 - self.back]

    def moved(self, steps: int) -> "QueryHistory":
        """Return the history some steps further back, at most at the oldest query."""
        return self._replace(back=max(0, min(self.back + steps, len(self._matching) - 1)))


class Completions(NamedTuple):
    """Candidates between the head and the tail of a text; one of them is current."""

    head: str
    tail: str
    candidates: tuple[str, ...]
    at: int

    @property
    def text(self) -> str:
        """The text with the current candidate."""
        return f"{self.head}{self.candidates[self.at]}{self.tail}"

    def moved(self, steps: int) -> "Completions":
        """Return the completions some candidates further; the first follows the last."""
        return self._replace(at=(self.at + steps) % len(self.candidates))
