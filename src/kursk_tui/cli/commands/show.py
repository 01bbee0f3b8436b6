"""`kursk-tui show`: print everything that the panes show, as plain text."""

import argparse
import sys

from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.open_briefing import report_answer
from kursk_tui.cli.open_view import open_view
from kursk_tui.cli.output import print_lines
from kursk_tui.formats.text import plain_text
from kursk_tui.platform.screen_size import screen_size
from kursk_tui.query import View

_WIDTH = 80


def run(options: argparse.Namespace) -> int:
    """Print a view as plain text."""
    return print_plain(open_view(options), options.query, options.width)


def print_plain(
    view: View, query: str, width: int | None = None, possible_with: str = "--possible"
) -> int:
    """Print a view as plain text and return the exit code; `query` is its query as typed.

    `width` is in columns; the default is the width of the terminal, or 80 without a terminal.
    `possible_with` is the option that shows possible matches.
    """
    if width is None:
        width = screen_size()[0] if sys.stdout.isatty() else _WIDTH
    print_lines(plain_text(view, width))
    return report_answer(view, query, possible_with) if view.query_text else OK
