"""Problems of a file as its reader sees them: where, at which path, and a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Located:
    """One problem: line and column from 1 (0 where there is no place), JSON path, sentence."""

    line: int
    column: int
    path: str
    message: str


class UnreadableError(Exception):
    """The bytes could not be had: no such file, no permission, a folder."""


class InvalidBriefingError(Exception):
    """The file is not a valid briefing; `problems` holds everything wrong with it, in order.

    `text` is what the file holds, or empty where it is no text.
    """

    def __init__(self, name: str, problems: Sequence[Located], text: str = "") -> None:
        self.name = name
        self.text = text
        self.problems = tuple(sorted(problems))
        super().__init__(f"{name}: {len(self.problems)} problems")

    def __str__(self) -> str:
        """Return every problem as `file:line:column: sentence`, with its JSON path below."""
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """Return two lines a problem: `file:line:column: sentence`, and the JSON path."""
        lines = []
        for problem in self.problems:
            lines.append(f"{self.name}:{problem.line}:{problem.column}: {problem.message}")
            if problem.path:
                lines.append(f"    at {problem.path}")
        return lines
