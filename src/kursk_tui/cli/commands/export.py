"""`kursk-tui export`: write a briefing in one of the registered formats."""

import argparse

from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.open_briefing import report_answer
from kursk_tui.cli.open_view import open_view
from kursk_tui.cli.output import write_output
from kursk_tui.formats.registry import FORMATS


def run(options: argparse.Namespace) -> int:
    """Write a view; if no claim matches, the output has no claims and the exit code is 1."""
    view = open_view(options)
    file_format = FORMATS[options.to]
    write_output(file_format.write(view), options, file_format, options.path)
    return report_answer(view, options.query) if view.query_text else OK
