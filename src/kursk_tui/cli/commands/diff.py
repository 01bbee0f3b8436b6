"""`kursk-tui diff`: report what changed between two editions of a briefing."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.open_briefing import open_briefing
from kursk_tui.cli.output import print_output
from kursk_tui.cli.spec import DIFF_OUTPUTS
from kursk_tui.diffing import compare
from kursk_tui.formats.source import STDIN


def run(options: argparse.Namespace) -> int:
    """Compare two editions and print what changed."""
    if options.old == options.new == STDIN:
        raise CommandError(USAGE, "kursk-tui: standard input can be read only once")
    old = open_briefing(options.old, options.max_size)
    new = open_briefing(options.new, options.max_size)
    difference = compare(old, new)
    print_output(DIFF_OUTPUTS.writer(options.format)(difference, old, new), options.format)
    return FINDING if difference and options.exit_code else OK
