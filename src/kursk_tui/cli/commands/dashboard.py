"""`kursk-tui`: open the dashboard, or print plain text if there is no terminal to draw on."""

import argparse
import os
import sys
from typing import TYPE_CHECKING

from kursk_tui.cli.open_briefing import ask
from kursk_tui.cli.open_library import open_named
from kursk_tui.cli.open_view import compared, open_earlier
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.source import STDIN, read_version
from kursk_tui.model import Briefing
from kursk_tui.platform.streams import write_ascii
from kursk_tui.platform.terminal import Terminal, detect
from kursk_tui.query import Pending, View

if TYPE_CHECKING:
    from kursk_tui.diffing.comparison import Earlier


def run(options: argparse.Namespace) -> int:
    """Open the dashboard, or print plain text."""
    briefing, version = read_version(options.path or builtin_path(), lambda: open_named(options))
    view = View.of(briefing)
    since = _since(options, briefing)
    interactive = sys.stdout.isatty() and sys.stderr.isatty()
    if options.path == STDIN and interactive and not sys.stdin.isatty():
        interactive = read_keys_from_terminal()
    terminal = detect(os.environ, interactive=interactive and os.isatty(0))
    draws = terminal.drawable and not options.plain
    if since is not None:
        view = _compared_or_waiting(view, since) if draws else compared(view, since)
    view = ask(view, options.query)
    if not draws:
        from kursk_tui.cli.commands.show import print_plain  # not needed to draw

        if sys.stdout.isatty() and not (options.ascii or terminal.ascii):
            from kursk_tui.cli.configuration import read_config

            if read_config().ascii:
                write_ascii(True)
        return print_plain(view, options.query, possible_with="show --possible")
    _configure_textual(terminal)
    from kursk_tui.cli.dashboard_app import (
        run_dashboard,  # imports Textual, which plain text does not need
    )

    return run_dashboard(view, options, terminal, version, since)


def _since(options: argparse.Namespace, briefing: Briefing) -> "Earlier | None":
    """Return the version to compare with; for a library by default what has been marked read."""
    if options.since is not None:
        return open_earlier(options, briefing)
    if not briefing.is_library:
        return None
    from kursk_tui.cli.library_baseline import last_read  # loaded with a library

    return last_read(options, briefing)


def _compared_or_waiting(view: View, since: "Earlier") -> View:
    """Return the view compared with an earlier version; a large one waits until it is shown."""
    from kursk_tui.ui.pane import is_slow_to_compare  # loads Rich, unneeded for plain text

    is_slow = is_slow_to_compare(view.index)
    return view.compared_with(Pending(since.name)) if is_slow else compared(view, since)


def read_keys_from_terminal() -> bool:
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
    if terminal.colours == "256":  # Textual does not detect 256 colours in every terminal
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", "256")
    if terminal.colours == "none":
        os.environ["NO_COLOR"] = "1"
    else:
        os.environ.pop("NO_COLOR", None)
