"""`kursk-tui schema`: print the JSON Schema of a kind of file."""

import argparse

from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.output import write_output
from kursk_tui.formats.json.schema import schema_text
from kursk_tui.formats.registry import FORMATS, NATIVE


def run(options: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    write_output(schema_text(options.file), options, FORMATS[NATIVE])
    return OK
