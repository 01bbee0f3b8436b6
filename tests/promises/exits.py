"""The exits of the program: every command with every choice, made from the command table."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kursk_tui.cli.spec import COMMANDS, DASHBOARD, Command

HOSTILE = "\x1b[31mb\u202e<b>|=“Л”\x9b\u2028\udcff\ufffe\r\n\tc"
"""A hostile argument."""

QUERY = f'text:100 OR NOT source:"{HOSTILE}" OR killed:*'


@dataclass(frozen=True)
class Files:
    """The hostile files of a test.

    `briefing` is valid and has every payload in every field; `old` is an earlier version of it, and
    `bundle` the same in STIX;
    `invalid` has payloads where they are refused; `text` is prose with payloads.
    """

    folder: Path
    briefing: Path
    old: Path
    bundle: Path
    invalid: Path
    text: Path

    def values(self, command: str) -> dict[str, str]:
        """Return a value for each option and argument that takes one, by its `dest`."""
        return {
            "path": str({"draft": self.text, "import": self.bundle}.get(command, self.briefing)),
            "paths": str(self.briefing),
            "old": str(self.old),
            "new": str(self.briefing),
            "since": str(self.old),
            "query": QUERY,
            "max_size": "100M",
            "width": "40",
            "output": str(self.folder / f"{command}.svg"),
            "size": "80x24",
            "press": "2 e 0",
            "date": "2024-12-19",
            "as_of": "2025",
            "question": "killed",
            "population": HOSTILE,
            "place": HOSTILE,
            "profile": "ucdp",
            "slice": HOSTILE,
            "publisher": HOSTILE,
            "title": HOSTILE,
        }


def all_commands() -> dict[str, Command]:
    """Return the commands by name; the dashboard, as plain text, has an empty name."""
    return {"": DASHBOARD, **COMMANDS}


def command_lines(
    name: str, files: Files, *, every: bool = False, others_too: bool = True
) -> Iterator[list[str]]:
    """Yield the command lines of a command: each format with each flag, and each other option.

    Options that do not change what a text contains are left out unless `every` is true, and all
    options but flags if `others_too` is false.
    """
    values = files.values(name)
    bases: list[list[str]] = [_first(name)]
    flags: list[list[str]] = [[]]
    others: list[list[str]] = []
    for action in _actions(name):
        given = [[*action.option_strings[-1:], value] for value in _choices(action, values)]
        if action.required or not action.option_strings or action.dest == "format":
            bases = [[*base, *one] for base in bases for one in given]
        elif action.nargs == 0:
            flags.append([action.option_strings[-1]])
        elif every or not (action.choices or action.dest in ("max_size", "size")):
            others += given
    yield from ([*base, *flag] for base in bases for flag in flags)
    for base in bases if others_too else ():
        for other in others:
            # `--since` takes the place of the older version.
            rest = [word for word in base if word != values["old"]] if "--since" in other else base
            yield [*rest, *other]


def wrong_command_lines(name: str, files: Files, *, every: bool = False) -> Iterator[list[str]]:
    """Yield command lines that end in an error message with hostile text in it."""
    values = files.values(name)
    yield [*_first(name), f"--{HOSTILE}"]
    wrong_values = [HOSTILE, str(files.invalid)]
    if every:
        wrong_values += [str(files.folder), "", "\u200b", "-", "x" * 10_000]
    actions = [action for action in _actions(name) if action.nargs != 0]
    for wrong in actions:
        for value in wrong_values:
            if wrong.dest == "press" and not (every and value == HOSTILE):
                continue  # each letter is pressed, which takes long
            if wrong.dest == "output" and value == str(files.invalid):
                continue  # it would be replaced
            line = _first(name)
            for action in actions:
                if action is wrong:
                    line += [*action.option_strings[-1:], value]
                elif action.required or not action.option_strings:
                    line += [*action.option_strings[-1:], next(_choices(action, values))]
            yield line


def _first(name: str) -> list[str]:
    return [name] if name else ["--plain"]


def _actions(name: str) -> list[argparse.Action]:
    parser = argparse.ArgumentParser(add_help=False)
    all_commands()[name].declare(parser)
    return [action for action in parser._actions if action.dest not in ("version", "plain")]


def _choices(action: argparse.Action, values: dict[str, str]) -> Iterator[str]:
    """Yield the values to give to an option or argument; a new one needs an entry in `values`."""
    if action.nargs != 0:
        yield from map(str, action.choices or [values[action.dest]])
