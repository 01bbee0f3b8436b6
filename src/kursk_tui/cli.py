"""The command line: arguments and exit codes."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kursk_tui import __version__

OK, FINDING, USAGE = 0, 1, 2
"""Exit codes: fine; the file is not a valid briefing; wrong usage or nothing to read."""

_EPILOG = """\
examples:
  kursk-tui                              the built-in briefing of 19 December 2024
  kursk-tui briefing.json                a briefing of your own
  kursk-tui --query 'killed:>=100'       start with a query

exit codes: 0 fine, 1 the file is not a valid briefing, 2 wrong usage or unreadable file
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    return _open_dashboard(options.path, options.query)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kursk-tui",
        description="Show a sourced briefing: who said what, in which words, how sure.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", nargs="?", type=Path, help="a briefing file; else the built-in one")
    parser.add_argument("-q", "--query", default="", help="show only the claims that match")
    parser.add_argument("--version", action="version", version=f"kursk-tui {__version__}")
    return parser


def _on_terminal() -> bool:
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(one.isatty() for one in streams) and os.environ.get("TERM", "dumb") != "dumb"


def _open_dashboard(path: Path | None, query: str) -> int:
    from kursk_tui.query import QueryError, View
    from kursk_tui.reading import InvalidBriefingError, UnreadableError, builtin_path, read

    try:
        view = View.of(read(path or builtin_path()))
        view.ask(query)
    except InvalidBriefingError as error:
        print(error, file=sys.stderr)
        return FINDING
    except UnreadableError as error:
        print(f"kursk-tui: {error}", file=sys.stderr)
        return USAGE
    except QueryError as error:
        print(f"kursk-tui: the query is not understood\n{query}\n{error.caret}", file=sys.stderr)
        return USAGE
    if not _on_terminal():
        print("kursk-tui: the dashboard needs a terminal to draw on", file=sys.stderr)
        return USAGE

    from kursk_tui.ui.app import KurskApp

    app = KurskApp(view, query=query)
    app.run()
    return app.return_code or OK
