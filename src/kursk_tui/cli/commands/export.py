"""`kursk-tui export`: write a briefing in a format of the registry."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_briefing import no_match, open_view
from kursk_tui.cli.output import print_error, write_text
from kursk_tui.formats.registry import FORMATS


def run(options: argparse.Namespace) -> int:
    """Write a view; if no claim matches, write it without claims and return 1."""
    view = open_view(options)
    write_text(FORMATS[options.to].write(view), options.output)
    if view.numbers or not str(view.query):
        return OK
    print_error(no_match(view))
    return FINDING
