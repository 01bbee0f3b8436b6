"""The commands: what each is for and what it can be asked, without loading any of them.

The help and the version need nothing else, so that they are there at once.
"""

from __future__ import annotations

import argparse
import re

from kursk_tui import __version__
from kursk_tui.defaults import SIZE_LIMIT, THEMES
from kursk_tui.ui.panes import pane_ids

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

CHECK_FORMATS = ("full", "concise", "json", "github")
QUERY_FORMATS = ("table", "json", "ids", "count")
EXPORT_FORMATS = ("md", "csv", "json", "html")
DIFF_FORMATS = ("text", "json")
EXPLAIN_FORMATS = ("text", "json")
SHELLS = ("bash", "zsh", "fish")


class Command:
    """A command: its summary, what it can be asked, and examples."""

    def __init__(
        self,
        summary: str,
        declare: Callable[[argparse.ArgumentParser], None],
        examples: Sequence[str],
    ) -> None:
        self.summary = summary
        self.declare = declare
        self.examples = examples


def as_path(text: str) -> Path:
    """Return the path that an argument names."""
    from pathlib import Path

    return Path(text)


def as_output(text: str) -> Path:
    """Return the path of a file to write; a folder is none."""
    if not text or text.endswith(("/", "/.", "/..")):
        raise argparse.ArgumentTypeError(f"“{text}” is no name of a file")
    return as_path(text)


def _size(text: str) -> int:
    found = re.fullmatch(r"([0-9]{1,15})([KMGkmg]?)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"“{text}” is no size; write 500M or 2G")
    power: int = 1024 ** " kmg".index(found[2].lower() or " ")
    return int(found[1]) * power


def _cells(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,4})x([0-9]{1,4})", text)
    if not found or not (10 <= int(found[1]) <= 1000 and 4 <= int(found[2]) <= 1000):
        raise argparse.ArgumentTypeError(f"“{text}” is no size of a screen; write 120x36")
    return int(found[1]), int(found[2])


def _width(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 40 <= int(text[:5]) <= 10_000:
        raise argparse.ArgumentTypeError(f"“{text}” is no width from 40 to 10000")
    return int(text)


def _path(parser: argparse.ArgumentParser) -> None:
    _only_path(parser)
    _limit(parser)


def _only_path(parser: argparse.ArgumentParser) -> None:
    about = "a briefing, or - for standard input; else the built-in one"
    parser.add_argument("path", nargs="?", type=as_path, help=about)


def _limit(parser: argparse.ArgumentParser) -> None:
    about = "refuse to read more than this; 128M if not said"
    parser.add_argument("--max-size", type=_size, default=SIZE_LIMIT, metavar="SIZE", help=about)


def _query_option(parser: argparse.ArgumentParser) -> None:
    about = "only the claims that match"
    parser.add_argument("-q", "--query", default="", metavar="QUERY", help=about)


def _output(
    parser: argparse.ArgumentParser,
    about: str = "write to a file, whole or not at all",
    *,
    required: bool = False,
) -> None:
    parser.add_argument(
        "-o", "--output", type=as_output, metavar="FILE", help=about, required=required
    )


def _format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    about = f"{formats[0]} if not said"
    parser.add_argument("--format", choices=formats, default=formats[0], help=about)


def _ascii(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help="nothing but ASCII characters")


def _dashboard(parser: argparse.ArgumentParser) -> None:
    _only_path(parser)
    dashboard_options(parser)


def dashboard_options(parser: argparse.ArgumentParser) -> None:
    """Declare what the dashboard can be asked, its path apart."""
    _limit(parser)
    _query_option(parser)
    parser.add_argument("--pane", choices=pane_ids(), help="begin with this pane")
    parser.add_argument("--theme", choices=THEMES, help="colours; ansi: the terminal's own")
    parser.add_argument("--watch", action="store_true", help="read the file again when it changes")
    parser.add_argument("--plain", action="store_true", help="print plain text, as a pipe gets it")
    _ascii(parser)
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--version", action="version", version=f"kursk-tui {__version__}")


def _show(parser: argparse.ArgumentParser) -> None:
    _path(parser)
    _query_option(parser)
    about = "the terminal's width, or 80, if not said"
    parser.add_argument("--width", type=_width, metavar="N", help=about)
    _ascii(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=as_path, metavar="path", help="a briefing, or -")
    _format(parser, CHECK_FORMATS)
    parser.add_argument("--strict", action="store_true", help="warnings fail as well")
    _limit(parser)


def _query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", help="as in the query bar, for example killed:>=100")
    _path(parser)
    _format(parser, QUERY_FORMATS)
    about = "possible matches too, such as “at least 100” for killed:>200"
    parser.add_argument("--possible", action="store_true", help=about)


def _export(parser: argparse.ArgumentParser) -> None:
    _path(parser)
    about = "what to write"
    parser.add_argument("--to", choices=EXPORT_FORMATS, required=True, help=about)
    _query_option(parser)
    _output(parser)


def _schema(parser: argparse.ArgumentParser) -> None:
    _output(parser)


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", type=as_path, help="the edition before, or -")
    parser.add_argument("new", type=as_path, help="the edition after, or -")
    _format(parser, DIFF_FORMATS)
    parser.add_argument("--exit-code", action="store_true", help="1 if there is a difference")
    _limit(parser)


def _screenshot(parser: argparse.ArgumentParser) -> None:
    _path(parser)
    _output(parser, "a picture if it ends in .svg, text if it ends in .txt", required=True)
    about = "columns and lines; 120x36 if not said"
    parser.add_argument("--size", type=_cells, default=(120, 36), metavar="CxL", help=about)
    about = "keys to press first, such as “2 j e” or “/ killed:>100 enter”"
    parser.add_argument("--press", default="", metavar="KEYS", help=about)
    _query_option(parser)
    parser.add_argument("--pane", choices=pane_ids(), help="begin with this pane")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0], help="colours")


def _draft(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=as_path, metavar="text", help="prose in English, or -")
    about = "the day of the document, such as 2024-12-19; else its date line counts"
    parser.add_argument("--date", metavar="DATE", help=about)
    parser.add_argument("--publisher", metavar="NAME", help="who published it")
    parser.add_argument("--title", metavar="TITLE", help="what it is called")
    about = "how its words of likelihood are read; else as the text says, or phia"
    parser.add_argument("--scale", choices=("phia", "icd203"), help=about)
    _output(parser)
    parser.add_argument("--force", action="store_true", help="replace a file that holds decisions")
    about = "tell each item with its rule, and each number set aside with the reason"
    parser.add_argument("--explain", action="store_true", help=about)
    _format(parser, EXPLAIN_FORMATS)
    _limit(parser)


def _nothing(_: argparse.ArgumentParser) -> None:
    pass


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS)


DASHBOARD = Command(
    "show a sourced briefing: who said what, in which words, how sure",
    _dashboard,
    [
        "kursk-tui                              the built-in briefing of 19 December 2024",
        "kursk-tui briefing.json                one of your own; ./check for a file called check",
        "kursk-tui --query 'killed:>=100'       begin with a query",
        "kursk-tui briefing.json --watch        follow the file while it is edited",
        "curl … | kursk-tui -                   from a pipe; keys still come from the terminal",
        "kursk-tui briefing.json | less         plain text, where there is no terminal to draw on",
    ],
)

COMMANDS: dict[str, Command] = {
    "show": Command(
        "print everything the panes show as plain text",
        _show,
        [
            "kursk-tui show briefing.json --width 100",
            "kursk-tui show --query source:nis | less",
        ],
    ),
    "check": Command(
        "say everything that is wrong with briefings, and where",
        _check,
        [
            "kursk-tui check briefing.json",
            "kursk-tui check --strict briefings/*.json",
            "kursk-tui check --format github data/*.json    annotations in a GitHub workflow",
        ],
    ),
    "query": Command(
        "print the claims that match a query",
        _query,
        [
            "kursk-tui query 'killed:>=100' briefing.json",
            "kursk-tui query 'killed:>200' --possible --format json",
            "kursk-tui query -source:nis --format count",
        ],
    ),
    "export": Command(
        "write a briefing as Markdown, CSV, JSON or a web page",
        _export,
        [
            "kursk-tui export briefing.json --to md -o brief.md",
            "kursk-tui export --to csv --query 'killed:*' > figures.csv",
            "kursk-tui export briefing.json --to html -o brief.html",
        ],
    ),
    "draft": Command(
        "read prose and propose the claims of a briefing, for you to decide",
        _draft,
        [
            "kursk-tui draft report.txt --publisher Wire -o report.json",
            "kursk-tui report.json                             a accepts, d rejects, u undoes",
            "kursk-tui draft report.txt --explain | less       every rule and every number",
        ],
    ),
    "schema": Command(
        "print the JSON Schema of the file format",
        _schema,
        ["kursk-tui schema > kursk-tui.schema.json"],
    ),
    "diff": Command(
        "say what changed between two editions of a briefing",
        _diff,
        [
            "kursk-tui diff old.json new.json",
            "git show HEAD~1:data/briefing.json | kursk-tui diff - data/briefing.json",
        ],
    ),
    "screenshot": Command(
        "draw the dashboard into a file, without a terminal",
        _screenshot,
        [
            "kursk-tui screenshot -o dashboard.svg",
            "kursk-tui screenshot briefing.json -o figures.txt --size 80x24 --press '2 j e'",
        ],
    ),
    "keys": Command(
        "list every action with its keys, and clashes", _nothing, ["kursk-tui keys | less"]
    ),
    "completion": Command(
        "print a script that completes the command line",
        _completion,
        [
            'eval "$(kursk-tui completion bash)"                                  in ~/.bashrc',
            "kursk-tui completion zsh > ~/.zfunc/_kursk-tui                       in $fpath",
            "kursk-tui completion fish > ~/.config/fish/completions/kursk-tui.fish",
        ],
    ),
}
"""Every command by its name."""
