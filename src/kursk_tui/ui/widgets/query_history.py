"""What the query bar offers: earlier queries, and candidates that complete the typed one."""

from collections.abc import Sequence
from typing import NamedTuple


class Recall(NamedTuple):
    """Earlier queries, oldest first, then the typed text; `back` counts steps from the end.

    As in a shell, only queries that begin with the typed text are recalled.
    """

    earlier: Sequence[str]
    typed: str
    back: int = 0

    @property
    def _fitting(self) -> list[str]:
        earlier = dict.fromkeys(one for one in self.earlier if one != self.typed)
        return [*(one for one in earlier if one.startswith(self.typed)), self.typed]

    @property
    def text(self) -> str:
        """The query at this step."""
        return self._fitting[-1 - self.back]

    def moved(self, steps: int) -> "Recall":
        """Return the recall some steps further back, or at the first query."""
        return self._replace(back=max(0, min(self.back + steps, len(self._fitting) - 1)))


class Completions(NamedTuple):
    """Candidates between the head and the tail of a text, of which one is current."""

    head: str
    tail: str
    candidates: tuple[str, ...]
    at: int

    @property
    def text(self) -> str:
        """The text with the current candidate."""
        return f"{self.head}{self.candidates[self.at]}{self.tail}"

    def moved(self, steps: int) -> "Completions":
        """Return the completions with another candidate; the first follows the last."""
        return self._replace(at=(self.at + steps) % len(self.candidates))
