"""The options of the commands, declared without importing any command."""

from __future__ import annotations

import argparse

from kursk_tui import __version__
from kursk_tui.cli.argument_types import (
    as_date,
    as_day,
    as_name,
    as_output,
    as_path,
    as_screen_size,
    as_size,
    as_version,
    as_width,
)
from kursk_tui.cli.output_formats import (
    CHANGES_OUTPUTS,
    CHECK_OUTPUTS,
    DIFF_OUTPUTS,
    NAMES_OUTPUTS,
    QUERY_OUTPUTS,
    TRACK_OUTPUTS,
)
from kursk_tui.defaults import CLOCKS, SCALES, SIZE_LIMIT, THEMES
from kursk_tui.formats.registry import written_formats
from kursk_tui.ui.panes import pane_ids

TYPE_CHECKING = False  # importing `typing` takes a tenth of the time of `--help`
if TYPE_CHECKING:
    from collections.abc import Sequence


EXAMPLES = ("briefing", "library")
EXPLANATIONS = ("text", "json")
SCHEMAS = ("briefing", "decisions", "library")
SHELLS = ("bash", "zsh", "fish")


def _path_and_limit(parser: argparse.ArgumentParser) -> None:
    _path(parser)
    _limit(parser)


def _path(parser: argparse.ArgumentParser) -> None:
    about = (
        "a briefing, - for standard input, or a folder or several files; default: the built-in one"
    )
    parser.add_argument("paths", nargs="*", type=as_path, metavar="path", help=about)
    _example(parser)
    _as_of(parser)


def _example(parser: argparse.ArgumentParser) -> None:
    about = "a briefing or a library that comes with kursk-tui, instead of a path"
    parser.add_argument("--example", choices=EXAMPLES, help=about)


def _as_of(parser: argparse.ArgumentParser) -> None:
    about = "only what was known of a folder on a day, such as 2024-12-20"
    parser.add_argument("--as-of", type=as_date, metavar="DATE", help=about)
    about = "date editions by when they were acquired, if stated, or by when they were published"
    parser.add_argument("--clock", choices=CLOCKS, default=CLOCKS[0], help=about)


def _limit(parser: argparse.ArgumentParser) -> None:
    about = "the largest file to read, such as 500M; default: 128M"
    parser.add_argument("--max-size", type=as_size, default=SIZE_LIMIT, metavar="SIZE", help=about)


def _query_option(parser: argparse.ArgumentParser) -> None:
    about = "select the claims that match"
    parser.add_argument("-q", "--query", default="", metavar="QUERY", help=about)


def _possible(parser: argparse.ArgumentParser) -> None:
    about = "include possible matches, such as “at least 100” for killed:>200"
    parser.add_argument("--possible", action="store_true", help=about)


def _selection(parser: argparse.ArgumentParser) -> None:
    _query_option(parser)
    _possible(parser)


def _output(
    parser: argparse.ArgumentParser,
    about: str = "write to a file (all or nothing)",
    *,
    required: bool = False,
) -> None:
    parser.add_argument(
        "-o", "--output", type=as_output, metavar="FILE", help=about, required=required
    )
    about = "replace a file that may be worth keeping; it is kept as FILE~"
    parser.add_argument("--force", action="store_true", help=about)


def _format(parser: argparse.ArgumentParser, choices: Sequence[str]) -> None:
    about = f"default: {choices[0]}"
    parser.add_argument("--format", choices=choices, default=choices[0], help=about)


def _ascii(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help="print ASCII characters only")


def _since(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=as_version, metavar="VERSION", help=_SINCE)


_SINCE = (
    "the version to compare with: a file, or a revision under git such as HEAD~1; "
    "of a folder, also a day such as 2024-12-20, or last: when it was marked read"
)


def dashboard(parser: argparse.ArgumentParser) -> None:
    """Declare the path and the options of the dashboard."""
    _path(parser)
    dashboard_options(parser)


def dashboard_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the dashboard, without the path."""
    _limit(parser)
    _query_option(parser)
    _since(parser)
    parser.add_argument("--pane", choices=pane_ids(), help="open with this pane")
    parser.add_argument("--theme", choices=THEMES, help="colours; ansi uses those of the terminal")
    parser.add_argument("--watch", action="store_true", help="reload the file when it changes")
    parser.add_argument("--plain", action="store_true", help="print plain text, as in a pipe")
    _ascii(parser)
    parser.add_argument("--no-mouse", action="store_true", help="do not capture the mouse")
    parser.add_argument("--version", action="version", version=f"kursk-tui {__version__}")


def show(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `show`."""
    _path_and_limit(parser)
    _selection(parser)
    _since(parser)
    about = "columns; default: the terminal's width, or 80"
    parser.add_argument("--width", type=as_width, metavar="N", help=about)
    _ascii(parser)


def check(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `check`."""
    about = "a briefing, a folder, or -"
    parser.add_argument("paths", nargs="*", type=as_path, metavar="path", help=about)
    _example(parser)
    _as_of(parser)
    _format(parser, CHECK_OUTPUTS.choices)
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    _limit(parser)


def query(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `query`."""
    parser.add_argument("query", help="as in the query bar, for example killed:>=100")
    _path_and_limit(parser)
    _since(parser)
    _format(parser, QUERY_OUTPUTS.choices)
    _possible(parser)


def track(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `track`."""
    about = "a question of library.json, or a measure such as killed"
    parser.add_argument("question", help=about)
    _path_and_limit(parser)
    about = "only of this population, such as “North Korean troops”"
    parser.add_argument("--population", type=as_name, metavar="NAME", help=about)
    parser.add_argument("--place", type=as_name, metavar="NAME", help="only in this place")
    _format(parser, TRACK_OUTPUTS.choices)
    _ascii(parser)


def changes(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `changes`."""
    _path_and_limit(parser)
    parser.add_argument("--since", type=as_version, metavar="VERSION", help=_SINCE, required=True)
    about = "the changes known by a day; the same as --as-of"
    parser.add_argument("--until", type=as_date, metavar="DATE", dest="as_of", help=about)
    _format(parser, CHANGES_OUTPUTS.choices)
    about = "exit with 1 if there is any change other than a repetition"
    parser.add_argument("--exit-code", action="store_true", help=about)
    _ascii(parser)


def names(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `names`."""
    _path_and_limit(parser)
    _format(parser, NAMES_OUTPUTS.choices)


def export(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `export`."""
    _path_and_limit(parser)
    choices = [file_format.name for file_format in written_formats()]
    parser.add_argument("--to", choices=choices, required=True, help="the format to write")
    about = "list what the format leaves out of this briefing, instead of writing it"
    parser.add_argument("--losses", choices=("text", "json"), help=about)
    about = "of CSV: a row for each figure and each claim without one (all), or for figures only"
    parser.add_argument("--rows", choices=("all", "figures"), help=about)
    about = "write a format that the TLP label refuses, because other systems may pass it on"
    parser.add_argument("--despite-tlp", action="store_true", help=about)
    _selection(parser)
    _since(parser)
    _output(parser)


def importing(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `import`."""
    about = "a STIX bundle that `export --to stix` wrote, or with --profile a table (CSV), or -"
    parser.add_argument("path", type=as_path, metavar="file", help=about)
    about = "what the columns of a table mean: ucdp, prose, or a file (docs/tables.md)"
    parser.add_argument("--profile", type=as_name, metavar="NAME|FILE.toml", help=about)
    about = "only the rows with this value, such as country=Syria or year=2013-2015; several"
    about += " of one column are alternatives"
    parser.add_argument("--slice", action="append", default=[], metavar="COLUMN=VALUE", help=about)
    about = "list what is left out of the table, and what its words say and its numbers do not"
    parser.add_argument("--losses", choices=("text", "json"), help=about)
    _output(parser)
    _limit(parser)


def schema(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `schema`."""
    about = (
        f"the kind of file: {SCHEMAS[0]} (default), {SCHEMAS[1]} (library.json) or {SCHEMAS[2]} "
    )
    about += "(what export --to json writes of a library)"
    parser.add_argument("file", nargs="?", choices=SCHEMAS, default=SCHEMAS[0], help=about)
    _output(parser)


def diff(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `diff`."""
    about = "the earlier version, a folder, or -; with --since, the later version"
    parser.add_argument("old", type=as_path, help=about)
    about = "the later version, a folder, or -; leave it out with --since"
    parser.add_argument("new", type=as_path, nargs="?", help=about)
    _as_of(parser)
    _since(parser)
    shown = parser.add_mutually_exclusive_group()
    about = "show only changes in what is stated, not rewording"
    shown.add_argument("--only", choices=("meaning",), help=about)
    about = "also show decisions, ids, summaries, notes, positions and other details"
    shown.add_argument("--all", action="store_true", help=about)
    _format(parser, DIFF_OUTPUTS.choices)
    parser.add_argument(
        "--exit-code",
        action="store_true",
        help="exit with 1 if there is a difference; with --only meaning, if the meaning changed",
    )
    _limit(parser)
    _ascii(parser)


def screenshot(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `screenshot`."""
    _path_and_limit(parser)
    _output(parser, "the file to write: an image (.svg) or text (.txt)", required=True)
    about = "columns and lines; default: 120x36"
    parser.add_argument("--size", type=as_screen_size, default=(120, 36), metavar="CxL", help=about)
    about = "press these keys first, such as “2 j e” or “/ killed:>100 enter”"
    parser.add_argument("--press", default="", metavar="KEYS", help=about)
    _selection(parser)
    _since(parser)
    parser.add_argument("--pane", choices=pane_ids(), help="open with this pane")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0], help="colours")


def draft(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `draft`."""
    parser.add_argument("path", type=as_path, metavar="file", help="a document in English, or -")
    about = "the document's date, such as 2024-12-19; default: its date line"
    parser.add_argument("--date", type=as_day, metavar="DATE", help=about)
    about = "the publisher of the text"
    parser.add_argument("--publisher", type=as_name, metavar="NAME", help=about)
    about = "the title of the briefing"
    parser.add_argument("--title", type=as_name, metavar="TITLE", help=about)
    about = "the scale of likelihood terms; default: as named in the text, or phia"
    parser.add_argument("--scale", choices=SCALES, help=about)
    _output(parser)
    about = "list each finding with its rule, and why each number was rejected as a figure"
    parser.add_argument("--explain", action="store_true", help=about)
    _format(parser, EXPLANATIONS)
    _limit(parser)


def nothing(_: argparse.ArgumentParser) -> None:
    """Declare no option."""


def completion(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `completion`."""
    parser.add_argument("shell", choices=SHELLS)
