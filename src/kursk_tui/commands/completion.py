"""`kursk-tui completion`: a script that completes the command line in a shell."""

import argparse

import shtab

from kursk_tui.arguments import whole_parser
from kursk_tui.commands.output import put_text
from kursk_tui.exits import OK


def run(options: argparse.Namespace) -> int:
    """Print the script for a shell."""
    put_text(shtab.complete(whole_parser(), shell=options.shell) + "\n", None)
    return OK
