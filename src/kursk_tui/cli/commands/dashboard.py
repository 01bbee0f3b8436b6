"""`kursk-tui`: open the dashboard, or print plain text if there is no terminal to draw on."""

import argparse
import os
import sys

from kursk_tui.cli.exit_codes import USAGE, CommandError
from kursk_tui.cli.open_briefing import open_view
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.source import STDIN
from kursk_tui.platform.terminal import Terminal, detect
from kursk_tui.platform.watch import can_watch, file_state

_COLOUR_SYSTEMS = {"256": "256", "true": "truecolor"}
"""Textual's names for the colour systems that it does not always detect itself."""

_NO_WATCHER = "kursk-tui: --watch needs an optional library: pip install 'kursk-tui[watch]'"


def run(options: argparse.Namespace) -> int:
    """Open the dashboard, or print plain text."""
    if options.watch and not can_watch():
        raise CommandError(USAGE, _NO_WATCHER)
    state = file_state(options.path or builtin_path())
    view = open_view(options)
    interactive = sys.stdout.isatty() and sys.stderr.isatty()
    if options.path == STDIN and interactive and not sys.stdin.isatty():
        interactive = _read_keys_from_terminal()
    terminal = detect(os.environ, interactive=interactive and os.isatty(0))
    if options.plain or not terminal.drawable:
        from kursk_tui.cli.commands.show import print_plain  # not needed to draw

        ascii_only = options.ascii or terminal.ascii
        if sys.stdout.isatty() and not ascii_only:
            from kursk_tui.cli.configuration import read_config

            ascii_only = bool(read_config().ascii)
        return print_plain(view, ascii_only=ascii_only)
    _configure_textual(terminal)
    from kursk_tui.cli.dashboard_app import (
        run_dashboard,  # imports Textual, which plain text does not need
    )

    return run_dashboard(view, options, terminal, state)


def _read_keys_from_terminal() -> bool:
    """Reopen standard input on the terminal, after reading the briefing from it."""
    try:
        handle = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(handle, 0)
    os.close(handle)
    return True


def _configure_textual(terminal: Terminal) -> None:
    """Set the environment variables that Textual and Rich read."""
    for name in ("COLUMNS", "LINES"):  # the terminal knows its size better
        os.environ.pop(name, None)
    os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")  # animation is slow over SSH
    # Draw within 1 ms of a key press instead of 17 ms; the number of draws stays the same.
    os.environ.setdefault("TEXTUAL_FPS", "1000")
    if terminal.colours in _COLOUR_SYSTEMS:
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", _COLOUR_SYSTEMS[terminal.colours])
    if terminal.colours == "none":
        os.environ["NO_COLOR"] = "1"
    else:
        os.environ.pop("NO_COLOR", None)
