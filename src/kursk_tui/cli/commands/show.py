"""`kursk-tui show`: everything the panes show, as plain text from top to bottom."""

import argparse
import os
import shutil
import sys

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_briefing import no_match, open_view
from kursk_tui.cli.output import complain, put_lines
from kursk_tui.formats.text import plain_text
from kursk_tui.platform.terminal import detect
from kursk_tui.query import View

_WIDTH = 80


def run(options: argparse.Namespace) -> int:
    """Print a view as plain text."""
    return print_plain(open_view(options), options.width, options.ascii)


def print_plain(view: View, width: int | None = None, ascii_only: bool | None = None) -> int:
    """Print a view as plain text; as wide as the terminal, or 80 columns where there is none."""
    if ascii_only is None:
        ascii_only = detect(os.environ, interactive=False).ascii
    if width is None:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    put_lines(plain_text(view, width), ascii_only=ascii_only)
    if view.numbers or not str(view.query):
        return OK
    complain(no_match(view))
    return FINDING
