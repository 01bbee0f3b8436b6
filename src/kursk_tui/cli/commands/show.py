"""`kursk-tui show`: print everything that the panes show, as plain text."""

import argparse
import shutil
import sys

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_briefing import no_match, open_view
from kursk_tui.cli.output import print_error, print_lines
from kursk_tui.formats.text import plain_text
from kursk_tui.query import View

_WIDTH = 80


def run(options: argparse.Namespace) -> int:
    """Print a view as plain text."""
    return print_plain(open_view(options), options.width)


def print_plain(view: View, width: int | None = None) -> int:
    """Print a view as plain text and return the exit code.

    `width` is in columns; the default is the width of the terminal, or 80 without a terminal.
    """
    if width is None:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    print_lines(plain_text(view, width))
    if view.numbers or not str(view.query):
        return OK
    print_error(no_match(view))
    return FINDING
