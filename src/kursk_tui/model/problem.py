"""Problems of a briefing, each with its path, and the ids that records may name."""

from collections.abc import Iterator
from dataclasses import dataclass

from kursk_tui.text.messages import suggestion

_MAX_COMPARISONS = 100_000
"""The maximum number of comparisons for suggestions: an unknown id is compared with every id."""

Path = tuple[str | int, ...]
"""The keys and indexes from the top of the file to a value."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An inconsistency in a briefing: the path of the wrong value, and a message."""

    path: Path
    message: str


def below(path: Path, problems: Iterator[Problem]) -> Iterator[Problem]:
    """Prefix the paths of problems with the path of the record that contains them."""
    for problem in problems:
        yield Problem((*path, *problem.path), problem.message)


class Ids:
    """The ids of one kind in the file, with suggestions for unknown ids."""

    def __init__(self, ids: frozenset[str]) -> None:
        self.ids = ids
        self._suggestions: dict[str, str] = {}

    def suggestion(self, unknown: str) -> str:
        """Return a suggestion of a similar id to append to a message; empty if no id is similar."""
        compared = (len(self._suggestions) + 1) * len(self.ids)
        if unknown not in self._suggestions and compared <= _MAX_COMPARISONS:
            self._suggestions[unknown] = suggestion(unknown, self.ids)
        return self._suggestions.get(unknown, "")
