"""Parse the command line that `spec` declares.

Every command loads this module, so it imports little.
"""

from __future__ import annotations

import argparse
import re
import sys
from importlib import import_module

from kursk_tui.cli.argument_types import as_output, as_path, as_version
from kursk_tui.cli.exit_codes import USAGE, CommandError
from kursk_tui.cli.options import dashboard_options
from kursk_tui.cli.spec import COMMANDS, DASHBOARD
from kursk_tui.platform.screen_size import screen_size
from kursk_tui.platform.signals import signals_held

TYPE_CHECKING = False  # importing `typing` takes a tenth of the time of `--help`
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import NoReturn

    from _typeshed import SupportsWrite

_EXIT_CODES = """\
exit codes: 0 success; 1 invalid briefing, no match, names that wait, or a change with --exit-code;
2 wrong usage, or a file that cannot be read or written; 3 an internal error;
130 ctrl+c (twice in the dashboard); 143 SIGTERM"""


class Parser(argparse.ArgumentParser):
    """An argument parser whose messages contain no control characters."""

    def error(self, message: str) -> NoReturn:
        """Print the error on one line, then the usage, and exit with 2."""
        from kursk_tui.text.sanitize import visible

        usage = visible(" ".join(self.format_usage().split()))
        self.exit(2, f"{self.prog}: {visible(message)}\n{usage}\n")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        # argparse would ignore errors on writing help.
        (file or sys.stderr).write(message)


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the parsed arguments; `command` is the name of a module in `commands`.

    Exits after --help and --version, and on wrong usage.
    """
    name = arguments[0] if arguments and arguments[0] in COMMANDS else "dashboard"
    parser = _parser(name)
    given = arguments if name == "dashboard" else arguments[1:]
    if name == "query":
        _reject_query_option(given, parser)
    options, rest = parser.parse_known_args(_with_queries_marked(given, parser))
    if unexpected := [argument for argument in rest if argument != "--"]:
        # Only the first: the next argument may be the value of the unknown option.
        kind = "option" if unexpected[0].startswith("-") else "argument"
        parser.error(f"unexpected {kind}: {unexpected[0]}")
    options.command = name
    if "example" in options:
        _open_example(options, parser)
    if name not in ("check", "draft") and "paths" in options:
        options.path = options.paths[0] if len(options.paths) == 1 else None
    return options


def _open_example(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Put the path of the example that is asked for in place of the paths.

    For most commands, no path at all is the built-in briefing.
    """
    if options.example is None:
        if options.command == "check" and not options.paths:
            parser.error("name at least one path")
        return
    if options.paths:
        parser.error("--example takes the place of a path; give only one of the two")
    if options.example == "library" or options.command == "check":
        options.paths = [_path_of_example(options.example)]


def _path_of_example(name: str) -> Path:
    from kursk_tui.formats.builtin import builtin_path, library_path  # loads `pathlib`
    from kursk_tui.formats.problem import UnreadableError

    try:
        return library_path() if name == "library" else builtin_path()
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}") from None


def whole_parser() -> argparse.ArgumentParser:
    """Return a parser for all commands, used to generate completion scripts."""
    import shtab

    from kursk_tui.text.ascii import ascii_only

    parser = Parser(prog="kursk-tui", description=DASHBOARD.summary)
    commands = parser.add_subparsers(metavar="command")
    dashboard_options(parser)
    for name, command in COMMANDS.items():
        command.declare(commands.add_parser(name, help=command.summary))
    for subparser in (parser, *commands.choices.values()):
        for action in subparser._actions:  # argparse has no public access
            # A shell reads the script, and shows the help, in any locale.
            action.help = ascii_only(action.help or "") or None
            if action.type in (as_path, as_output, as_version):
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    return parser


def run_command(options: argparse.Namespace) -> int:
    """Run the command named in the options and return its exit code."""
    with signals_held():  # pydantic prints a panic if an exception interrupts its import
        module = import_module(f"kursk_tui.cli.commands.{options.command}")
    code: int = module.run(options)
    return code


def _parser(name: str) -> argparse.ArgumentParser:
    command = COMMANDS.get(name, DASHBOARD)
    examples = "\n".join(f"  {example}" for example in command.examples)
    others = "".join(f"  {other:<11}{about.summary}\n" for other, about in COMMANDS.items())
    commands = f"commands:\n{others}\n" if name == "dashboard" else ""
    notes = f"{command.notes}\n\n" if command.notes else ""
    parser = Parser(
        prog="kursk-tui" if name == "dashboard" else f"kursk-tui {name}",
        description=command.summary[0].upper() + command.summary[1:] + ".",
        epilog=f"{commands}{notes}examples:\n{examples}\n\n{_EXIT_CODES}",
        formatter_class=_formatter,
        allow_abbrev=False,
    )
    command.declare(parser)
    return parser


def _formatter(prog: str) -> argparse.HelpFormatter:
    # argparse would import shutil for the width, and shutil imports four compression modules.
    width = screen_size()[0]
    return argparse.RawDescriptionHelpFormatter(prog, width=max(40, min(width, 100)) - 2)


def _reject_query_option(arguments: Sequence[str], parser: argparse.ArgumentParser) -> None:
    """Reject `-q` and `--query`, which `query` does not take although other commands do."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for option in ("-q", "--query"):
        if option in before:
            parser.error(f"give the query without {option}; to exclude the word q: -- -q")


_QUERY = re.compile(r"-[^-]")


def _with_queries_marked(arguments: Iterable[str], parser: argparse.ArgumentParser) -> list[str]:
    """Return the arguments with positionals last, after `--`: a query may begin with a hyphen."""
    options = parser._option_string_actions  # argparse has no public access
    positionals = parser._get_positional_actions()
    takes_query = any(action.dest == "query" for action in positionals)
    optional: list[str] = []
    positional: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        action = options.get(argument)
        if argument == "--":
            positional += waiting
        elif action is not None and action.nargs is None:
            value = next(waiting, None)
            optional += [argument] if value is None else [f"{action.option_strings[-1]}={value}"]
        elif action is None and (
            not argument.startswith("-")
            or argument == "-"
            or (takes_query and not positional and _QUERY.match(argument))
        ):
            positional.append(argument)
        else:
            optional.append(argument)
    return [*optional, "--", *positional] if positional else optional
