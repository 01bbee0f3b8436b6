"""`kursk-tui import`: make a briefing file of a file that another system wrote."""

import argparse

from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.open_briefing import open_briefing
from kursk_tui.cli.output import print_error, write_output
from kursk_tui.formats.exchange.stix import with_remarks
from kursk_tui.formats.json.writer import write
from kursk_tui.formats.registry import FORMATS, NATIVE
from kursk_tui.query import View


def run(options: argparse.Namespace) -> int:
    """Write the briefing that a STIX bundle of this program carries."""
    file_format = FORMATS["stix"]
    briefing, remarks = with_remarks(
        lambda: open_briefing(options.path, options.max_size, file_format)
    )
    write_output(write(View.of(briefing)), options, FORMATS[NATIVE], options.path)
    for line in remarks:
        print_error(f"note: {line}")
    return OK
