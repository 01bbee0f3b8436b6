"""`kursk-tui track`: print the statements about a count through time."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.open_library import open_named
from kursk_tui.cli.options import TRACK_OUTPUTS
from kursk_tui.cli.output import print_output
from kursk_tui.text.sanitize import typed, visible
from kursk_tui.tracking.questions import Questions, UnknownQuestionError


def run(options: argparse.Namespace) -> int:
    """Print the track of a question; return 1 if no statement is about it."""
    briefing = open_named(options)
    questions = Questions(briefing)
    name = typed(options.question)
    try:
        track = questions.named(name, options.population, options.place)
    except UnknownQuestionError as error:
        known = ", ".join(error.known) or "none: no figure is stated"
        message = f"kursk-tui: “{visible(name)}” is not a question or a measure; there are {known}"
        raise CommandError(USAGE, message) from None
    print_output(TRACK_OUTPUTS.writer(options.format)(track, briefing), options.format)
    return OK if track.rows else FINDING
