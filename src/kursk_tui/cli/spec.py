"""The commands with their help, declared without importing any command.

`--help` needs nothing else, so it starts fast.
"""

from __future__ import annotations

from kursk_tui.cli import options
from kursk_tui.formats.registry import titles, written_formats

TYPE_CHECKING = False  # importing `typing` takes a tenth of the time of `--help`
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence


class Command:
    """A command: its summary, a function that declares its options, examples, and help notes.

    `notes` are complete lines, printed below the options.
    """

    def __init__(
        self,
        summary: str,
        declare: Callable[[argparse.ArgumentParser], None],
        examples: Sequence[str],
        notes: str = "",
    ) -> None:
        self.summary = summary
        self.declare = declare
        self.examples = examples
        self.notes = notes


def _about_formats() -> str:
    """Return help on the formats that can be written."""
    lines = [f"  {one.name:<12}{one.description}" for one in written_formats()]
    return "\n".join(["formats:", *lines])


DASHBOARD = Command(
    "show a sourced briefing: who said what, in which words, how sure",
    options.dashboard,
    [
        "kursk-tui                              the built-in briefing of 19 December 2024",
        "kursk-tui briefing.json                your own file; ./check for one named check",
        "kursk-tui --example library            nine reports as a library, built in",
        "kursk-tui --query 'killed:>=100'       open with a query",
        "kursk-tui briefing.json --watch        follow the file while it is edited",
        "kursk-tui new.json --since old.json    what changed, in the pane Changes (6)",
        "curl … | kursk-tui -                   from a pipe; keys are read from the terminal",
        "kursk-tui briefing.json | less         plain text, as there is no terminal to draw on",
    ],
)

COMMANDS: dict[str, Command] = {
    "show": Command(
        "print what the panes show, as plain text",
        options.show,
        [
            "kursk-tui show briefing.json --width 100",
            "kursk-tui show --query source:nis | less",
        ],
    ),
    "check": Command(
        "report every problem in briefings, with its position",
        options.check,
        [
            "kursk-tui check briefing.json",
            "kursk-tui check --strict briefings/*.json",
            "kursk-tui check dprk/ --as-of 2024-12-20    only the editions known by then",
            "kursk-tui check --format github data/*.json    annotations in a GitHub workflow",
        ],
    ),
    "query": Command(
        "print the claims that match a query",
        options.query,
        [
            "kursk-tui query 'killed:>=100' briefing.json",
            "kursk-tui query 'killed:>200' --possible --format json",
            "kursk-tui query -source:nis --format count",
            "kursk-tui query is:weaker briefing.json --since HEAD~1",
        ],
    ),
    "track": Command(
        "print the statements about a count through time, and the floor they establish",
        options.track,
        [
            "kursk-tui track toll --example library",
            "kursk-tui track casualties dprk/",
            "kursk-tui track killed dprk/ --population 'North Korean soldiers'",
            "kursk-tui track casualties dprk/ --as-of 2024-12-23 --format md",
            "kursk-tui track casualties dprk/ --format svg > track.svg",
        ],
    ),
    "changes": Command(
        "print what is new in a library, the gravest first",
        options.changes,
        [
            "kursk-tui changes dprk/ --since 2024-12-20",
            "kursk-tui changes dprk/ --since last --exit-code       for cron and CI",
            "kursk-tui changes dprk/ --since 2024-12-20 --format md > changes.md",
        ],
    ),
    "names": Command(
        "list the names in a library that may be one",
        options.names,
        [
            "kursk-tui names dprk/                  exits with 1 while any waits for a decision",
            "kursk-tui dprk/ --pane editions        a: one, d: two, u: undo",
        ],
    ),
    "export": Command(
        f"write a briefing as {titles(written_formats())}",
        options.export,
        [
            "kursk-tui export briefing.json --to md -o brief.md",
            "kursk-tui export --to csv --query 'killed:*' > figures.csv",
            "kursk-tui export briefing.json --to html -o brief.html",
            "kursk-tui export briefing.json --to stix --losses text",
        ],
        notes=_about_formats(),
    ),
    "import": Command(
        "make a briefing of a STIX bundle that `export` wrote, or of a table",
        options.importing,
        [
            "kursk-tui import bundle.stix -o briefing.json",
            "kursk-tui import ged.csv --profile ucdp --slice country=Syria --slice year=2013-2015",
            "kursk-tui import events.csv --profile prose -o events.json",
            "kursk-tui import events.csv --profile mine.toml --losses text | less",
        ],
    ),
    "draft": Command(
        "draft a briefing from a document, for you to review",
        options.draft,
        [
            "kursk-tui draft report.txt --publisher Wire -o report.json",
            "kursk-tui draft report.pdf -o report.json         with the optional extra pdf",
            "kursk-tui report.json                             a accepts, d rejects, u undoes",
            "kursk-tui draft report.txt --explain | less       every rule and every number",
        ],
    ),
    "schema": Command(
        "print the JSON Schema of the briefing file, of library.json, or of an exported library",
        options.schema,
        [
            "kursk-tui schema > kursk-tui.schema.json",
            "kursk-tui schema library > library.schema.json",
        ],
    ),
    "diff": Command(
        "report what changed between two versions of a briefing, or two libraries",
        options.diff,
        [
            "kursk-tui diff old.json new.json --only meaning",
            "kursk-tui diff --since HEAD~1 briefing.json           a file under git",
            "kursk-tui diff --since v1.2 briefing.json --exit-code",
            "kursk-tui diff dprk-monday/ dprk/                     edition by edition",
        ],
    ),
    "screenshot": Command(
        "write an image of the dashboard to a file, without a terminal",
        options.screenshot,
        [
            "kursk-tui screenshot -o dashboard.svg",
            "kursk-tui screenshot briefing.json -o figures.txt --size 80x24 --press '2 j e'",
        ],
    ),
    "keys": Command(
        "list every action with its keys, and key conflicts",
        options.nothing,
        ["kursk-tui keys | less"],
    ),
    "completion": Command(
        "print a script that completes the command line in a shell",
        options.completion,
        [
            'eval "$(kursk-tui completion bash)"                                  in ~/.bashrc',
            "kursk-tui completion zsh > ~/.zfunc/_kursk-tui                       in $fpath",
            "kursk-tui completion fish > ~/.config/fish/completions/kursk-tui.fish",
        ],
    ),
}
"""The commands by name, in the order of the help."""
