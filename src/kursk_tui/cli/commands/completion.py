"""`kursk-tui completion`: a script that completes the command line in a shell."""

import argparse

import shtab

from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.output import put_text
from kursk_tui.cli.parser import whole_parser

# shtab completes commands where they can stand; here a file can stand there as well.
_FILES_TOO = {
    "bash": ("complete -o bashdefault -F", "complete -o bashdefault -o default -F"),
    "zsh": (
        "_describe 'kursk-tui commands' _commands",
        "_describe 'kursk-tui commands' _commands; _files",
    ),
    "fish": (
        "complete -c kursk-tui -f\n",
        "complete -c kursk-tui -f\ncomplete -c kursk-tui -n __fish_is_first_token -F\n",
    ),
}


def run(options: argparse.Namespace) -> int:
    """Print the script for a shell."""
    script = shtab.complete(whole_parser(), shell=options.shell)
    put_text(script.replace(*_FILES_TOO[options.shell]) + "\n", None)
    return OK
