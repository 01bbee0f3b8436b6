"""Open the briefing given on the command line, and select its claims by the query given there."""

from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.output import print_error
from kursk_tui.cli.progress_line import reading_progress
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.registry import format_of
from kursk_tui.model import Briefing
from kursk_tui.query import QueryError, View
from kursk_tui.text.cells import carets
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import typed, visible


def open_briefing(path: Path | None, limit: int) -> Briefing:
    """Return the briefing at a path, or the built-in one. Raises CommandError."""
    try:
        with reading_progress(path):
            return format_of(path).read(path or builtin_path(), limit)
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}{misplaced_command(path)}") from None


def misplaced_command(path: Path | None) -> str:
    """Return advice, after an error, if a path that does not exist may be meant as a command."""
    from kursk_tui.cli.spec import COMMANDS

    name = str(path)
    if path is None or path.exists():
        return ""
    if name in COMMANDS:
        return f"; put the command “{name}” first"
    from difflib import get_close_matches  # only an error needs it

    near = get_close_matches(name, COMMANDS, 1, _SIMILAR)
    return f"; did you mean the command “{near[0]}”?" if near else ""


_SIMILAR = 0.75
"""How much of a name must be that of a command."""


def possible_matches(view: View, shown_with: str = "--possible") -> str:
    """Return how many possible matches a view hides, and the option that shows them; else empty."""
    possible = view.answer.possible.bit_count()
    if not possible or view.with_possible:
        return ""
    counted = plural(possible, "possible match", "possible matches")
    return f"{counted}, which {shown_with} shows"


def ask(view: View, query: str) -> View:
    """Return the view for a query. Raises CommandError with a caret below the error."""
    query = typed(query)
    try:
        return view.ask(query)
    except QueryError as error:
        below = f"{carets(query, error.start, error.end)} {visible(error.sentence)}"
        raise CommandError(USAGE, f"kursk-tui: the query is not valid\n{query}\n{below}") from None


def report_answer(view: View, query: str, possible_with: str = "--possible") -> int:
    """Print on standard error if a query finds nothing, and remarks on it; return the exit code.

    Each remark has carets below the part of the query that it is about. `possible_with` is the
    option that shows possible matches.
    """
    query = typed(query)
    if not view.numbers:
        hidden = possible_matches(view, possible_with)
        others = f"; {hidden}" if hidden else ""
        print_error(f"kursk-tui: no claim matches “{view.query_text}”{others}")
    elif view.remarks:
        print_error("kursk-tui: the query may not mean what you expect")
    for remark in view.remarks:
        below = f"{carets(query, remark.start, remark.end)} {visible(remark.sentence)}"
        print_error(f"{query}\n{below}")
    return OK if view.numbers else FINDING
