"""`kursk-tui schema`: print the JSON Schema of the briefing file."""

import argparse

from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.output import write_text
from kursk_tui.formats.json.schema import schema_text
from kursk_tui.text.encoding import JSON_ESCAPES


def run(options: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    write_text(schema_text(), options.output, JSON_ESCAPES)
    return OK
