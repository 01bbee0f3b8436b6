"""`kursk-tui query`: the claims that match a query."""

import argparse

from kursk_tui.commands.opening import no_match, open_view
from kursk_tui.commands.output import complain, put_lines
from kursk_tui.exits import FINDING, OK
from kursk_tui.writing.matches import FORMATS


def run(options: argparse.Namespace) -> int:
    """Print the claims that match, and end with 1 if there are none."""
    view = open_view(options).showing_possible(options.possible)
    put_lines(FORMATS[options.format](view) if view.numbers or options.format != "table" else ())
    if view.numbers:
        return OK
    complain(no_match(view))
    return FINDING
