"""`kursk-tui`: the dashboard, or plain text where there is no terminal to draw it on."""

import argparse
import os
import sys
from pathlib import Path

from kursk_tui.briefing import Briefing
from kursk_tui.commands.opening import open_view
from kursk_tui.commands.show import print_plain
from kursk_tui.exits import OK
from kursk_tui.host.terminal import Terminal, describe
from kursk_tui.query import View
from kursk_tui.reading import STDIN, InvalidBriefingError, UnreadableError, builtin_path, read

_COLOUR_SYSTEMS = {"256": "256", "true": "truecolor"}
"""What Textual calls the colours of a terminal; by itself it knows fewer terminals."""


def run(options: argparse.Namespace) -> int:
    """Open the dashboard on a view, or print it."""
    view = open_view(options)
    drawn_on = sys.stdout.isatty() and sys.stderr.isatty()
    if options.path == STDIN and drawn_on and not sys.stdin.isatty():
        drawn_on = _keys_from_the_terminal()
    terminal = describe(os.environ, interactive=drawn_on and os.isatty(0))
    if options.plain or not terminal.drawable:
        ascii_only = options.ascii or terminal.ascii
        if sys.stdout.isatty() and not ascii_only:
            from kursk_tui.commands.configuration import read_config

            ascii_only = bool(read_config().ascii)
        return print_plain(view, ascii_only=ascii_only)
    return _open(view, options, terminal)


def _keys_from_the_terminal() -> bool:
    """Take the keys from the terminal, as the briefing came through standard input."""
    try:
        handle = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(handle, 0)
    os.close(handle)
    return True


def _open(view: View, options: argparse.Namespace, terminal: Terminal) -> int:
    # Textual reads these when it is imported. Nothing is animated, least of all over SSH.
    os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
    # A key is drawn within 1/240 s instead of 1/60 s; nothing is drawn more often for that.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    if terminal.colours in _COLOUR_SYSTEMS:
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", _COLOUR_SYSTEMS[terminal.colours])
    if terminal.colours == "none":
        os.environ["NO_COLOR"] = "1"
    else:
        os.environ.pop("NO_COLOR", None)
    from kursk_tui.commands.configuration import read_config
    from kursk_tui.host.files import state_folder
    from kursk_tui.host.state import State
    from kursk_tui.ui.app import KurskApp

    config = read_config()
    state = State.load(state_folder(), str(options.path.resolve()) if options.path else "built-in")
    app = KurskApp(
        view,
        query=str(view.query),
        theme=options.theme or state.theme_for(config.theme) or config.theme,
        few_colours=terminal.colours in ("none", "few"),
        ascii_only=options.ascii or (terminal.ascii if config.ascii is None else config.ascii),
        hyperlinks=terminal.hyperlinks,
        config=config,
        state=state,
        reload=lambda: _read_again(options.path, options.max_size),
    )
    app.run(mouse=config.mouse and not options.no_mouse)
    state.save()
    return app.return_code or OK


def _read_again(path: Path | None, limit: int) -> Briefing | str:
    """Return the briefing in a file, or a sentence that says what is wrong with it."""
    if path == STDIN:
        return "standard input can be read only once"
    try:
        return read(path or builtin_path(), limit)
    except UnreadableError as error:
        return str(error)
    except InvalidBriefingError as error:
        first = error.problems[0]
        more = f", and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
        return f"line {first.line}, column {first.column}: {first.message}{more}"
