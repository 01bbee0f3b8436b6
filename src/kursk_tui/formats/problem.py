"""Errors of reading a briefing, with the place of each problem in the file."""

from collections.abc import Sequence
from dataclasses import dataclass

from kursk_tui.text.messages import plural


@dataclass(frozen=True, slots=True, order=True)
class Located:
    """A problem in a file.

    `line` and `column` count from 1, or are 0 if the place is unknown; `path` is a JSONPath.
    """

    line: int
    column: int
    path: str
    message: str


class UnreadableError(Exception):
    """A file cannot be read: it is missing, too large, a folder, or access is denied."""


class InvalidBriefingError(Exception):
    """A file is not a valid briefing; `problems` lists all of its problems, in order.

    `text` is the content of the file; it is empty if the content is not text.
    """

    def __init__(self, name: str, problems: Sequence[Located], text: str = "") -> None:
        self.name = name
        self.text = text
        self.problems = tuple(sorted(problems))
        super().__init__(f"{name}: {plural(len(self.problems), 'problem')}")

    def __str__(self) -> str:
        """Return every problem as `file:line:column: message`, with its JSONPath below."""
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """Return one or two lines per problem: `file:line:column: message`, and the JSONPath."""
        lines = []
        for problem in self.problems:
            lines.append(f"{self.name}:{problem.line}:{problem.column}: {problem.message}")
            if problem.path:
                lines.append(f"    at {problem.path}")
        return lines
