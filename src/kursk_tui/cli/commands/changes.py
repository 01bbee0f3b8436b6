"""`kursk-tui changes`: print what is new in a library since a day, or since it was read."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_library import open_named
from kursk_tui.cli.open_view import open_earlier
from kursk_tui.cli.output import print_output
from kursk_tui.cli.output_formats import CHANGES_OUTPUTS
from kursk_tui.diffing.comparison import Comparison


def run(options: argparse.Namespace) -> int:
    """Print the changes; return 1 if there are any and `--exit-code` is given."""
    briefing = open_named(options)
    found = Comparison.of(open_earlier(options, briefing), briefing)
    print_output(CHANGES_OUTPUTS.writer(options.format)(found, briefing), options.format)
    return FINDING if options.exit_code and found.entries else OK
