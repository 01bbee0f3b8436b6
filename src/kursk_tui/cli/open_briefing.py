"""What most commands begin with: the briefing that was asked for, as a view of one query."""

import argparse
from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, USAGE, CommandError
from kursk_tui.cli.progress_line import reading_shown
from kursk_tui.formats.json import InvalidBriefingError, UnreadableError, builtin_path, read
from kursk_tui.model import Briefing
from kursk_tui.query import QueryError, View, hint
from kursk_tui.text.sanitize import visible


def open_briefing(path: Path | None, limit: int) -> Briefing:
    """Return the briefing at a path, or the built-in one. Raises CommandError."""
    try:
        with reading_shown(path):
            return read(path or builtin_path(), limit)
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}{_meant(path)}") from None


def _meant(path: Path | None) -> str:
    from kursk_tui.cli.spec import COMMANDS

    if path is not None and str(path) in COMMANDS and not path.exists():
        return f"; as a command, “{path}” comes first"
    return ""


def ask(view: View, query: str) -> View:
    """Return the view that a query gives. Raises CommandError with a caret below the query."""
    query = visible(query)
    try:
        return view.ask(query)
    except QueryError as error:
        message = f"kursk-tui: the query is not understood\n{query}\n{visible(error.caret)}"
        raise CommandError(USAGE, message) from None


def open_view(options: argparse.Namespace) -> View:
    """Return the view that `path`, `query` and `max_size` ask for. Raises CommandError."""
    return ask(View.of(open_briefing(options.path, options.max_size)), options.query)


def no_match(view: View) -> str:
    """Return a sentence on a view that shows no claim."""
    possible = view.answer.possible.bit_count()
    others = f"; possible matches: {possible:,}" if possible and not view.with_possible else ""
    remark = f"; {found}" if (found := hint(view.query)) else ""
    return f"kursk-tui: no claim matches “{view.query}”{others}{remark}"
