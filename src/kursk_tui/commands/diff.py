"""`kursk-tui diff`: what changed between two editions of a briefing."""

import argparse

from kursk_tui.commands.opening import open_briefing
from kursk_tui.commands.output import put_lines
from kursk_tui.comparing import compare
from kursk_tui.exits import FINDING, OK, USAGE, CommandError
from kursk_tui.reading import STDIN
from kursk_tui.writing.difference import difference_json, difference_text

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
