"""`kursk-tui diff`: report what changed between two versions of a briefing."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.marked_output import print_marked
from kursk_tui.cli.open_briefing import open_briefing
from kursk_tui.cli.options import DIFF_OUTPUTS
from kursk_tui.cli.output import print_output
from kursk_tui.diffing import Gravity, compare
from kursk_tui.diffing.report import as_text
from kursk_tui.formats.source import STDIN, display_name
from kursk_tui.model import Briefing


def run(options: argparse.Namespace) -> int:
    """Compare two versions and print what changed."""
    old, name, new = _versions(options)
    difference = compare(old, new)
    least = Gravity.OTHER if options.all else Gravity.REWORDED
    counted = Gravity.OTHER
    if options.only == "meaning":
        least = counted = Gravity.DOCUMENT
    if options.format == "text":
        print_marked(as_text(difference, old, new, name, least))
    else:
        writer = DIFF_OUTPUTS.writer(options.format)
        print_output(writer(difference, old, new, name, least), options.format)
    return FINDING if options.exit_code and difference.as_grave_as(counted) else OK


def _versions(options: argparse.Namespace) -> tuple[Briefing, str, Briefing]:
    """Return the earlier version, its name, and the later version. Raises CommandError."""
    limit = options.max_size
    if options.since is not None:
        if options.new is not None:
            raise CommandError(USAGE, "kursk-tui: with --since, give one version and not two")
        from kursk_tui.cli.baseline import open_baseline  # only this needs git

        new = open_briefing(options.old, limit)
        old, name = open_baseline(options.since, options.old, limit)
        return old, name, new
    if options.new is None:
        message = "kursk-tui: the later version is missing; --since VERSION compares one file"
        raise CommandError(USAGE, message)
    if options.old == options.new == STDIN:
        raise CommandError(USAGE, "kursk-tui: standard input can be read only once")
    old = open_briefing(options.old, limit)
    return old, display_name(options.old), open_briefing(options.new, limit)
