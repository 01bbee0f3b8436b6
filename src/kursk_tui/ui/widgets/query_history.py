"""What the query bar offers: queries asked before, and candidates to complete the one typed."""

from collections.abc import Sequence
from typing import NamedTuple


class Recalled(NamedTuple):
    """Earlier queries, oldest first, and the text being typed, seen `back` steps from the end.

    Only those that begin with what is typed are recalled, as in a shell.
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

    def moved(self, steps: int) -> "Recalled":
        """Return this some steps further back, as far as there are queries."""
        return self._replace(back=max(0, min(self.back + steps, len(self._fitting) - 1)))


class Cycle(NamedTuple):
    """Candidates that stand by turns between the head and the tail of a text."""

    head: str
    tail: str
    candidates: tuple[str, ...]
    at: int

    @property
    def text(self) -> str:
        """The text with the present candidate in it."""
        return f"{self.head}{self.candidates[self.at]}{self.tail}"

    def moved(self, steps: int) -> "Cycle":
        """Return this with another candidate; behind the last comes the first."""
        return self._replace(at=(self.at + steps) % len(self.candidates))
