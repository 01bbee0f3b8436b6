"""`kursk-tui query`: print the claims that match a query."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_briefing import no_match, open_view
from kursk_tui.cli.output import print_error, print_output
from kursk_tui.cli.spec import QUERY_OUTPUTS


def run(options: argparse.Namespace) -> int:
    """Print the matching claims; return 1 if no claim matches."""
    view = open_view(options).showing_possible(options.possible)
    print_output(QUERY_OUTPUTS.writer(options.format)(view), options.format)
    if view.numbers:
        return OK
    print_error(no_match(view))
    return FINDING
