"""`kursk-tui keys`: every action of the dashboard with its keys, and what clashes."""

import argparse

from kursk_tui.commands.configuration import read_config
from kursk_tui.commands.output import put_lines
from kursk_tui.exits import OK
from kursk_tui.ui.actions import actions
from kursk_tui.ui.keymap import Keymap
from kursk_tui.ui.keytable import key_table
from kursk_tui.ui.lens import panes


def run(_: argparse.Namespace) -> int:
    """Print the table of keys."""
    put_lines(key_table(Keymap.of(actions(panes()), read_config().keys)))
    return OK
