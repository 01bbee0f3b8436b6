"""`kursk-tui names`: list the names in a library that may be one."""

import argparse

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_library import open_named
from kursk_tui.cli.output import print_output
from kursk_tui.cli.output_formats import NAMES_OUTPUTS
from kursk_tui.library.decisions import NO_DECISIONS
from kursk_tui.library.library import library_of
from kursk_tui.library.proposals import proposals


def run(options: argparse.Namespace) -> int:
    """Print the names that may be one; return 1 while any waits for a decision."""
    briefing = open_named(options)
    library = library_of(briefing)
    found = list(proposals(briefing, NO_DECISIONS if library is None else library.decisions))
    print_output(NAMES_OUTPUTS.writer(options.format)(found, briefing), options.format)
    return FINDING if found else OK
