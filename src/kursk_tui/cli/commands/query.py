"""`kursk-tui query`: print the claims that match a query."""

import argparse

from kursk_tui.cli.open_briefing import possible_matches, report_answer
from kursk_tui.cli.open_view import open_view
from kursk_tui.cli.output import print_error, print_output
from kursk_tui.cli.output_formats import QUERY_OUTPUTS


def run(options: argparse.Namespace) -> int:
    """Print the matching claims; return 1 if no claim matches."""
    view = open_view(options)
    print_output(QUERY_OUTPUTS.writer(options.format)(view), options.format)
    if options.format == "table" and view.numbers and (hidden := possible_matches(view)):
        print_error(f"kursk-tui: {hidden}")
    return report_answer(view, options.query)
