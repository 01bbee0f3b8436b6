"""Check the reader's decisions about a library."""

from collections.abc import Callable, Iterator
from pathlib import Path

from kursk_tui.checking.report import Checked, Finding, Severity
from kursk_tui.formats.library_folder import DECISIONS, EmptyLibraryError, LibraryFolder
from kursk_tui.formats.problem import Located
from kursk_tui.formats.source import display_name
from kursk_tui.library.faults import find_faults, find_idle


def check_decisions(path: Path, folder: LibraryFolder) -> Iterator[Checked]:
    """Yield what is found in the decisions of a folder; nothing if it has none."""
    file = path / DECISIONS
    if not file.exists():
        return
    name, found = display_name(file), folder.decisions()
    if not found.text and all(not one.line for one in found.errors):
        yield Checked(name, findings=tuple(map(_unreadable(name), found.errors)), unreadable=True)
        return
    try:
        library = folder.read()
        editions, aliases = library.editions, library.aliases
    except EmptyLibraryError:
        editions, aliases = (), {}
    faults = list(find_faults(found.decisions, editions, aliases))
    located = sorted([*found.errors, *found.located(faults)])
    idle = sorted(found.located(list(find_idle(found.decisions, editions))))
    warnings = (_finding(one, "no-effect", "warning") for one in idle)
    yield Checked(name, found.text, (*map(_finding, located), *warnings))


def _finding(problem: Located, rule: str = "invalid", severity: Severity = "error") -> Finding:
    place = problem.line, problem.column, problem.path
    return Finding(problem.message, rule, severity, *place)


def _unreadable(name: str) -> Callable[[Located], Finding]:
    return lambda one: Finding(f"cannot read {name}: {one.message}", "unreadable")
