"""`kursk-tui schema`: the JSON Schema of the file format."""

import argparse

from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.output import put_text
from kursk_tui.formats.json.schema import schema_text


def run(options: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    put_text(schema_text(), options.output)
    return OK
