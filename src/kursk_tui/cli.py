"""The command line: arguments and exit codes."""

import argparse
import gc
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kursk_tui import __version__
from kursk_tui.host.config import THEMES
from kursk_tui.host.terminal import Terminal, describe

if TYPE_CHECKING:
    from kursk_tui.briefing import Briefing
    from kursk_tui.host.config import Config
    from kursk_tui.query import View

OK, FINDING, USAGE = 0, 1, 2
"""Exit codes: fine; the file is not a valid briefing; wrong usage or nothing to read."""

_COLOUR_SYSTEMS = {"256": "256", "true": "truecolor"}
"""What Textual calls the colours of a terminal; by itself it knows fewer terminals."""

_EPILOG = """\
commands:
  kursk-tui keys                         list every action with its keys, and clashes

examples:
  kursk-tui                              the built-in briefing of 19 December 2024
  kursk-tui briefing.json                a briefing of your own; ./keys for a file of that name
  kursk-tui --query 'killed:>=100'       start with a query
  kursk-tui briefing.json | less         plain text, where there is no terminal to draw on

exit codes: 0 fine, 1 the file is not a valid briefing, 2 wrong usage or unreadable file
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments) == ["keys"]:
        return _print_keys()
    return _run(_parser().parse_args(list(_joined(arguments))))


def _joined(arguments: Iterable[str]) -> Iterator[str]:
    """Yield the arguments with each query tied to its option: it may begin with a hyphen."""
    waiting = iter(arguments)
    for argument in waiting:
        if argument in ("-q", "--query") and (query := next(waiting, None)) is not None:
            yield f"--query={query}"
        else:
            yield argument


class _Parser(argparse.ArgumentParser):
    """Tells wrong usage without passing control characters on."""

    def error(self, message: str) -> NoReturn:
        from kursk_tui.briefing.safe import visible

        super().error(visible(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kursk-tui",
        description="Show a sourced briefing: who said what, in which words, how sure.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", nargs="?", type=Path, help="a briefing file; else the built-in one")
    parser.add_argument("-q", "--query", default="", help="show only the claims that match")
    parser.add_argument("--theme", choices=THEMES, help="colours; ansi: the terminal's own")
    parser.add_argument("--plain", action="store_true", help="print plain text, as a pipe gets it")
    parser.add_argument("--ascii", action="store_true", help="send nothing but ASCII characters")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--version", action="version", version=f"kursk-tui {__version__}")
    return parser


def _run(options: argparse.Namespace) -> int:
    # Almost all that is made from here to the first screen lives as long as the program.
    gc.disable()
    # Looking for plugins of pydantic takes longer than reading most briefings; it has none here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from kursk_tui.briefing.safe import visible
    from kursk_tui.query import QueryError, View
    from kursk_tui.reading import InvalidBriefingError, UnreadableError, builtin_path, read

    try:
        view = View.of(read(options.path or builtin_path())).ask(visible(options.query))
    except InvalidBriefingError as error:
        print(error, file=sys.stderr)
        return FINDING
    except UnreadableError as error:
        print(f"kursk-tui: {error}", file=sys.stderr)
        return USAGE
    except QueryError as error:
        print("kursk-tui: the query is not understood", file=sys.stderr)
        print(f"{visible(options.query)}\n{visible(error.caret)}", file=sys.stderr)
        return USAGE
    streams = (sys.stdin, sys.stdout, sys.stderr)
    terminal = describe(os.environ, interactive=all(one.isatty() for one in streams))
    if options.plain or not terminal.drawable:
        ascii_only = options.ascii or terminal.ascii
        if sys.stdout.isatty() and not ascii_only:
            ascii_only = bool(_read_config().ascii)
        return _print_plain(view, ascii_only=ascii_only)
    return _open_dashboard(view, options, terminal)


def _print_plain(view: "View", *, ascii_only: bool) -> int:
    from kursk_tui.briefing import safe
    from kursk_tui.writing.plain import plain_text

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 80
    lines = plain_text(view, width)
    return _print(map(safe.ascii_only, lines) if ascii_only else lines)


def _print(lines: Iterable[str]) -> int:
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the pipe has what it wanted; Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _read_config() -> "Config":
    """Return the reader's configuration, and say on stderr what of it was passed over."""
    from kursk_tui.briefing.safe import visible
    from kursk_tui.host.config import Known, load
    from kursk_tui.host.files import config_path
    from kursk_tui.query import QueryError, parse
    from kursk_tui.ui.actions import actions
    from kursk_tui.ui.keymap import key_error
    from kursk_tui.ui.lens import panes

    def query_error(query: str) -> str | None:
        try:
            parse(query)
        except QueryError as error:
            return error.sentence
        return None

    known_actions = {action.id: action for action in actions(panes())}
    known = Known(
        list(known_actions), lambda name, keys: key_error(known_actions[name], keys), query_error
    )
    path = config_path()
    config = load(path, known)
    for warning in config.warnings:
        print(visible(f"{path}:{warning.line}: {warning.message}"), file=sys.stderr)
    return config


def _print_keys() -> int:
    from kursk_tui.ui.actions import actions
    from kursk_tui.ui.keymap import Keymap
    from kursk_tui.ui.keytable import key_table
    from kursk_tui.ui.lens import panes

    return _print(key_table(Keymap.of(actions(panes()), _read_config().keys)))


def _read_again(path: Path | None) -> "Briefing | str":
    """Return the briefing in a file, or a sentence that says what is wrong with it."""
    from kursk_tui.reading import InvalidBriefingError, UnreadableError, builtin_path, read

    try:
        return read(path or builtin_path())
    except UnreadableError as error:
        return str(error)
    except InvalidBriefingError as error:
        first = error.problems[0]
        more = f", and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
        return f"line {first.line}, column {first.column}: {first.message}{more}"


def _open_dashboard(view: "View", options: argparse.Namespace, terminal: Terminal) -> int:
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
    from kursk_tui.host.files import state_folder
    from kursk_tui.host.state import State
    from kursk_tui.ui.app import KurskApp

    config = _read_config()
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
        reload=lambda: _read_again(options.path),
    )
    app.run(mouse=config.mouse and not options.no_mouse)
    state.save()
    return app.return_code or OK
