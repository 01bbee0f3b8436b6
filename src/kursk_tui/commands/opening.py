"""What most commands begin with: the briefing that was asked for, as a view of one query."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size

from kursk_tui.briefing import Briefing
from kursk_tui.exits import FINDING, USAGE, CommandError
from kursk_tui.query import QueryError, View
from kursk_tui.reading import (
    STDIN,
    InvalidBriefingError,
    UnreadableError,
    builtin_path,
    name_of,
    read,
)
from kursk_tui.safe import visible
from kursk_tui.writing.cells import cut


def open_briefing(path: Path | None, limit: int) -> Briefing:
    """Return the briefing at a path, or the built-in one. Raises CommandError."""
    try:
        with _waiting_told(path) as told:
            return read(path or builtin_path(), limit, told)
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}{_meant(path)}") from None


_LARGE = 8 * 2**20
"""From so many bytes on, reading takes long enough for a reader to wonder."""


@contextmanager
def _waiting_told(path: Path | None) -> Iterator[Callable[[float], None]]:
    """Say in a terminal what is being read, and how much of it is, if it is large."""
    size = path.stat().st_size if path is not None and path.is_file() else 0
    if size < _LARGE or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    what = f"{size // 2**20:,} MB: {name_of(path or STDIN)}"

    def told(share: float) -> None:
        doing = f"reading {share:4.0%} of {what}" if share < 1 else f"checking {what}"
        room = get_terminal_size().columns - 1
        sys.stderr.write(f"\r\x1b[K{cut(doing, room)}")
        sys.stderr.flush()

    told(0)
    try:
        yield told
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _meant(path: Path | None) -> str:
    from kursk_tui.arguments import COMMANDS

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
    return f"kursk-tui: no claim matches “{view.query}”{others}"
