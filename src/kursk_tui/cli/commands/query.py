"""`kursk-tui query`: the claims that match a query."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_briefing import no_match, open_view
from kursk_tui.cli.output import complain, put_lines
from kursk_tui.formats.matches import FORMATS


def run(options: argparse.Namespace) -> int:
    """Print the claims that match, and end with 1 if there are none."""
    view = open_view(options).showing_possible(options.possible)
    put_lines(FORMATS[options.format](view) if view.numbers or options.format != "table" else ())
    if view.numbers:
        return OK
    complain(no_match(view))
    return FINDING
