"""Check the reader's decisions about a library."""

from collections.abc import Iterator
from pathlib import Path

from kursk_tui.checking.decisions import DecisionProblem, find_decision_problems
from kursk_tui.checking.report import Checked, Finding
from kursk_tui.formats.json import locate, validated
from kursk_tui.formats.library_folder import DECISIONS, EmptyLibraryError, LibraryFolder
from kursk_tui.formats.problem import InvalidBriefingError, Located, UnreadableError
from kursk_tui.formats.source import decode, display_name, read_bytes
from kursk_tui.library.decisions import Decisions


def check_decisions(path: Path, folder: LibraryFolder, limit: int) -> Iterator[Checked]:
    """Yield what is found in the decisions of a folder; nothing if it has none."""
    file = path / DECISIONS
    if not file.exists():
        return
    name = display_name(file)
    try:
        text = decode(read_bytes(file, limit), name)
        decisions = validated(Decisions, text, name)
        problems = [(one.path, one.message) for one in _problems(decisions, folder)]
        yield Checked(name, text, tuple(map(_finding, sorted(locate(problems, text)))))
    except UnreadableError as error:
        yield Checked(name, findings=(Finding(str(error), "unreadable"),), unreadable=True)
    except InvalidBriefingError as error:
        yield Checked(name, error.text, tuple(map(_finding, error.problems)))


def _problems(decisions: Decisions, folder: LibraryFolder) -> Iterator[DecisionProblem]:
    try:
        editions = folder.read().editions
    except EmptyLibraryError:
        editions = ()
    sources = {
        edition.key: frozenset(source.id for source in edition.briefing.sources)
        for edition in editions
    }
    return find_decision_problems(decisions, sources)


def _finding(problem: Located) -> Finding:
    place = problem.line, problem.column, problem.path
    return Finding(problem.message, "invalid", "error", *place)
