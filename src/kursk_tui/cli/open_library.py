"""Open what the paths on the command line name: a briefing, or a library of several."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kursk_tui.cli.exit_codes import FINDING, USAGE, CommandError
from kursk_tui.cli.open_briefing import misplaced_command, open_briefing
from kursk_tui.cli.output import print_error
from kursk_tui.cli.progress_line import reading_progress
from kursk_tui.formats.exported import is_exported
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.source import STDIN
from kursk_tui.model import Briefing
from kursk_tui.text.messages import plural

if TYPE_CHECKING:
    from kursk_tui.library.edition import Waiting
    from kursk_tui.library.library import Library


_MOST_FAULTS = 10
"""The errors in the reader's decisions that are printed."""


def is_library(options: argparse.Namespace) -> bool:
    """Return whether the paths name a library.

    That is a folder, several files, an exported library, or a file on a day.
    """
    paths: list[Path] = options.paths
    if len(paths) > 1 or options.as_of is not None:
        return True
    return any(path.is_dir() or is_exported(path) for path in paths)


def open_named(options: argparse.Namespace) -> Briefing:
    """Return the briefing that the options `paths`, `as_of` and `clock` name.

    Raises CommandError.
    """
    if is_library(options):
        library = open_library(options)
        print_error_of_waiting(library)
        return library.briefing
    return open_briefing(options.path, options.max_size)


def open_library(options: argparse.Namespace) -> "Library":
    """Return the library that the options name. Raises CommandError."""
    from kursk_tui.formats.library_folder import EmptyLibraryError, LibraryFolder

    if STDIN in options.paths:
        message = "kursk-tui: standard input is one briefing, and cannot be part of a library"
        raise CommandError(USAGE, message)
    if not options.paths:
        message = "kursk-tui: --as-of needs a folder or files; the built-in briefing is one edition"
        raise CommandError(USAGE, message)
    try:
        with reading_progress(options.path):
            library = LibraryFolder(options.paths, options.max_size).read()
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    except (UnreadableError, EmptyLibraryError) as error:
        advice = misplaced_command(options.paths[0])
        raise CommandError(USAGE, f"kursk-tui: {error}{advice}") from None
    return as_of(library, options)


def as_of(library: "Library", options: argparse.Namespace) -> "Library":
    """Return a library as of the day that the options name, if any. Raises CommandError."""
    if options.as_of is None:
        return library
    try:
        return library.known_on(options.as_of, options.clock)
    except ValueError as error:
        raise CommandError(USAGE, f"kursk-tui: --as-of {options.as_of}: {error}") from None


def print_error_of_waiting(library: "Library") -> None:
    """Print on standard error which files are not shown, which decisions not used, and why."""
    for one in library.faults[:_MOST_FAULTS]:
        print_error(f"kursk-tui: not used: {_place(one)}: {one.reason}")
    if (more := len(library.faults) - _MOST_FAULTS) > 0:
        print_error(f"kursk-tui: {plural(more, 'more error')}; kursk-tui check lists them")
    for one in library.waiting:
        if not one.is_prose:
            print_error(f"kursk-tui: not shown: {_place(one)}: {one.reason}")
    if prose := sum(one.is_prose for one in library.waiting):
        print_error(f"kursk-tui: {plural(prose, 'text')} to draft")


def _place(waiting: "Waiting") -> str:
    path = str(waiting.path).replace("\n", "␊")  # print_error would start a line there
    return f"{path}:{waiting.line}:{waiting.column}" if waiting.line else path
