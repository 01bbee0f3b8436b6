"""`kursk-tui diff`: what changed between two editions of a briefing."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.open_briefing import open_briefing
from kursk_tui.cli.output import put_lines
from kursk_tui.diffing import compare
from kursk_tui.diffing.report import difference_json, difference_text
from kursk_tui.formats.json import STDIN

_FORMATS = {"text": difference_text, "json": difference_json}


def run(options: argparse.Namespace) -> int:
    """Compare two editions and print what changed."""
    if options.old == options.new == STDIN:
        raise CommandError(USAGE, "kursk-tui: standard input can be read only once")
    old = open_briefing(options.old, options.max_size)
    new = open_briefing(options.new, options.max_size)
    difference = compare(old, new)
    put_lines(_FORMATS[options.format](difference, old, new))
    return FINDING if difference and options.exit_code else OK
