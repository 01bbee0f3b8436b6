"""Open the briefing given on the command line, and select its claims by the query given there."""

from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.output import print_error
from kursk_tui.cli.progress_line import reading_progress
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.registry import Format, format_of
from kursk_tui.model import Briefing
from kursk_tui.query import QueryError, View
from kursk_tui.text.cells import carets
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import typed, visible


def open_briefing(path: Path | None, limit: int, file_format: Format | None = None) -> Briefing:
    """Return the briefing at a path, or the built-in one.

    The suffix chooses the format, unless one is given. Raises CommandError.
    """
    try:
        with reading_progress(path):
            return (file_format or format_of(path)).read(path or builtin_path(), limit)
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}{_misplaced_command(path)}") from None


def _misplaced_command(path: Path | None) -> str:
    from kursk_tui.cli.spec import COMMANDS

    if path is not None and str(path) in COMMANDS and not path.exists():
        return f"; put the command “{path}” first"
    return ""


def ask(view: View, query: str) -> View:
    """Return the view for a query. Raises CommandError with a caret below the error."""
    query = typed(query)
    try:
        return view.ask(query)
    except QueryError as error:
        below = f"{carets(query, error.start, error.end)} {visible(error.sentence)}"
        raise CommandError(USAGE, f"kursk-tui: the query is not valid\n{query}\n{below}") from None


def report_answer(view: View, query: str) -> int:
    """Print on standard error if a query finds nothing, and remarks on it; return the exit code.

    Each remark has carets below the part of the query that it is about.
    """
    query = typed(query)
    if not view.numbers:
        possible = view.answer.possible.bit_count()
        counted = plural(possible, "possible match", "possible matches")
        others = f"; {counted}" if possible and not view.with_possible else ""
        print_error(f"kursk-tui: no claim matches “{view.query_text}”{others}")
    elif view.remarks:
        print_error("kursk-tui: the query may not mean what you expect")
    for remark in view.remarks:
        below = f"{carets(query, remark.start, remark.end)} {visible(remark.sentence)}"
        print_error(f"{query}\n{below}")
    return OK if view.numbers else FINDING
