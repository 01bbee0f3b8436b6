"""`kursk-tui export`: write a briefing in one of the registered formats."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_briefing import no_match, open_view
from kursk_tui.cli.output import print_error, write_text
from kursk_tui.formats.registry import FORMATS


def run(options: argparse.Namespace) -> int:
    """Write a view; if no claim matches, the output has no claims and the exit code is 1."""
    view = open_view(options)
    file_format = FORMATS[options.to]
    write_text(file_format.write(view), options.output, file_format.escapes)
    if view.numbers or not str(view.query):
        return OK
    print_error(no_match(view))
    return FINDING
