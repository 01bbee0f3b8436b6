"""`kursk-tui schema`: the JSON Schema of the file format."""

import argparse

from kursk_tui.commands.output import put_text
from kursk_tui.exits import OK
from kursk_tui.writing.schema import schema_text


def run(options: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    put_text(schema_text(), options.output)
    return OK
