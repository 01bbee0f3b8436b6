"""What `check` finds in a file: its errors, or cautions with their places."""

from collections.abc import Sequence

from kursk_tui.checking.caution import Caution
from kursk_tui.checking.report import Checked, Finding
from kursk_tui.formats.json import locate
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError


def with_error(name: str, error: UnreadableError | InvalidBriefingError) -> Checked:
    """Return a file that cannot be read, or that has errors."""
    if isinstance(error, UnreadableError):
        return Checked(name, findings=(Finding(str(error), "unreadable"),), unreadable=True)
    found = (
        Finding(problem.message, "invalid", "error", problem.line, problem.column, problem.path)
        for problem in error.problems
    )
    return Checked(name, error.text, tuple(found))


def with_cautions(name: str, text: str, cautions: Sequence[Caution]) -> Checked:
    """Return a file with cautions, in the order of their places."""
    places = locate([(caution.path, caution.message) for caution in cautions], text)
    found = (
        Finding(place.message, caution.rule, "warning", place.line, place.column, place.path)
        for caution, place in zip(cautions, places, strict=True)
    )
    return Checked(name, text, tuple(sorted(found, key=lambda one: (one.line, one.column))))
