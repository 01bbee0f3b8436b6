"""`kursk-tui completion`: print a script that completes the command line in a shell."""

import argparse

import shtab

from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.output import write_text
from kursk_tui.cli.parser import whole_parser

# Where a command is expected, shtab completes only commands; kursk-tui also accepts a file there.
# Each replacement applies to one shell: bash, zsh, fish.
_COMPLETE_FILES = (
    ("complete -o bashdefault -F", "complete -o bashdefault -o default -F"),
    (
        "_describe 'kursk-tui commands' _commands",
        "_describe 'kursk-tui commands' _commands; _files",
    ),
    (
        "complete -c kursk-tui -f\n",
        "complete -c kursk-tui -f\ncomplete -c kursk-tui -n __fish_is_first_token -F\n",
    ),
)


def run(options: argparse.Namespace) -> int:
    """Print the script for a shell."""
    script = shtab.complete(whole_parser(), shell=options.shell)
    for before, after in _COMPLETE_FILES:
        script = script.replace(before, after)
    write_text(script + "\n")
    return OK
