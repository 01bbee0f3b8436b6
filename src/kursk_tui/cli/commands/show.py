"""`kursk-tui show`: print everything that the panes show, as plain text."""

import argparse
import os
import sys

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_briefing import no_match, open_view
from kursk_tui.cli.output import print_error, print_lines
from kursk_tui.formats.text import plain_text
from kursk_tui.platform.screen_size import screen_size
from kursk_tui.platform.terminal import detect
from kursk_tui.query import View

_WIDTH = 80


def run(options: argparse.Namespace) -> int:
    """Print a view as plain text."""
    return print_plain(open_view(options), options.width, options.ascii)


def print_plain(view: View, width: int | None = None, ascii_only: bool | None = None) -> int:
    """Print a view as plain text and return the exit code.

    `width` is in columns; the default is the width of the terminal, or 80 without a terminal.
    """
    if ascii_only is None:
        ascii_only = detect(os.environ, interactive=False).ascii
    if width is None:
        width = screen_size()[0] if sys.stdout.isatty() else _WIDTH
    print_lines(plain_text(view, width), ascii_only=ascii_only)
    if view.numbers or not str(view.query):
        return OK
    print_error(no_match(view))
    return FINDING
