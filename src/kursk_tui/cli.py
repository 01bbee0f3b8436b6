"""The command line: arguments and exit codes."""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kursk_tui import __version__
from kursk_tui.terminal import Terminal, describe

if TYPE_CHECKING:
    from kursk_tui.query import View

OK, FINDING, USAGE = 0, 1, 2
"""Exit codes: fine; the file is not a valid briefing; wrong usage or nothing to read."""

_EPILOG = """\
examples:
  kursk-tui                              the built-in briefing of 19 December 2024
  kursk-tui briefing.json                a briefing of your own
  kursk-tui --query 'killed:>=100'       start with a query
  kursk-tui briefing.json | less         plain text, where there is no terminal to draw on

exit codes: 0 fine, 1 the file is not a valid briefing, 2 wrong usage or unreadable file
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    return _run(_parser().parse_args(arguments))


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
    parser.add_argument(
        "--theme",
        choices=("dark", "light", "ansi"),
        help="colours: dark, light, or the terminal's own (ansi)",
    )
    parser.add_argument("--plain", action="store_true", help="print plain text, as a pipe gets it")
    parser.add_argument("--version", action="version", version=f"kursk-tui {__version__}")
    return parser


def _run(options: argparse.Namespace) -> int:
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
        return _print_plain(view)
    return _open_dashboard(view, options, terminal)


def _print_plain(view: "View") -> int:
    from kursk_tui.writing.plain import plain_text

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 80
    try:
        for line in plain_text(view, width):
            print(line)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the pipe has what it wanted; Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _open_dashboard(view: "View", options: argparse.Namespace, terminal: Terminal) -> int:
    # Textual reads these when it is imported.
    os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
    if terminal.colours == "none":
        os.environ["NO_COLOR"] = "1"
    else:
        os.environ.pop("NO_COLOR", None)
    from kursk_tui.ui.app import KurskApp

    app = KurskApp(
        view,
        query=str(view.query),
        theme=options.theme and f"kursk-{options.theme}",
        few_colours=terminal.colours in ("none", "few"),
    )
    app.run()
    return app.return_code or OK
