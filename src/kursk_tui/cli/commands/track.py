"""`kursk-tui track`: print the statements about a count through time."""

import argparse
from collections.abc import Sequence

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.open_library import open_named
from kursk_tui.cli.output import print_output
from kursk_tui.cli.output_formats import TRACK_OUTPUTS
from kursk_tui.model import Briefing
from kursk_tui.text.sanitize import typed, visible
from kursk_tui.tracking.questions import Questions, UnknownNameError, UnknownQuestionError
from kursk_tui.wording import libraries

_NAMES = 12
"""The most populations, or places, that an error lists."""


def run(options: argparse.Namespace) -> int:
    """Print the track of a question; return 1 if no statement is about it."""
    briefing = open_named(options)
    questions = Questions(briefing)
    name = typed(options.question)
    try:
        track = questions.named(name, options.population, options.place)
    except UnknownQuestionError as error:
        raise _unknown(briefing, name, error.known) from None
    except UnknownNameError as error:
        raise _unknown_name(briefing, error) from None
    if nothing := libraries.nothing_known(briefing):
        raise CommandError(FINDING, f"kursk-tui: {nothing}")
    print_output(TRACK_OUTPUTS.writer(options.format)(track, briefing), options.format)
    return OK if track.rows else FINDING


def _unknown(briefing: Briefing, name: str, known: Sequence[str]) -> CommandError:
    """Return why nothing has a name: nothing was known, or nothing with this name, or a mistake."""
    if name in _later_names(briefing):
        about = f"no statement about {visible(name)} was {libraries.as_of(briefing)}"
        return CommandError(FINDING, f"kursk-tui: {libraries.nothing_known(briefing) or about}")
    named = ", ".join(known) or "none: no figure is stated"
    about = f"“{visible(name)}” is not a question or a measure; there are {named}"
    return CommandError(USAGE, f"kursk-tui: {about}")


def _unknown_name(briefing: Briefing, error: UnknownNameError) -> CommandError:
    """Return an error: no figure has this population or place; it lists those that figures have."""
    name, kind = visible(error.name), error.kind
    if nothing := libraries.nothing_known(briefing):
        return CommandError(FINDING, f"kursk-tui: {nothing}")
    more = len(error.known) - _NAMES
    names = [*map(visible, error.known[:_NAMES]), *([f"{more:,} more"] if more > 0 else [])]
    named = ", ".join(names) or f"none: no {kind} is stated"
    return CommandError(USAGE, f"kursk-tui: no figure has the {kind} “{name}”; there are {named}")


def _later_names(briefing: Briefing) -> Sequence[str]:
    """Return the questions and measures of the library of which a day is shown."""
    from kursk_tui.library.library import library_of

    library = library_of(briefing)
    if library is None or library.as_of is None:
        return ()
    return Questions(library.whole.briefing).names
