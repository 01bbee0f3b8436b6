"""`kursk-tui keys`: list every action of the dashboard with its keys, and key conflicts."""

import argparse

from kursk_tui.cli.configuration import read_config
from kursk_tui.cli.exit_codes import OK
from kursk_tui.cli.output import print_lines
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.keys.keymap import Keymap
from kursk_tui.ui.keys.table import key_table
from kursk_tui.ui.pane_registry import panes


def run(_: argparse.Namespace) -> int:
    """Print the table of keys."""
    print_lines(key_table(Keymap.of(actions(panes()), read_config().keys)))
    return OK
