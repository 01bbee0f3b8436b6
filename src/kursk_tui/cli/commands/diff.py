"""`kursk-tui diff`: report what changed between two versions of a briefing, or two libraries."""

import argparse
from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.marked_output import print_marked
from kursk_tui.cli.open_library import open_named
from kursk_tui.cli.output import print_output
from kursk_tui.cli.output_formats import DIFF_OUTPUTS
from kursk_tui.diffing import Difference, Gravity, compare
from kursk_tui.diffing.report import as_text
from kursk_tui.formats.source import STDIN, display_name
from kursk_tui.model import Briefing
from kursk_tui.text.sanitize import visible


def run(options: argparse.Namespace) -> int:
    """Compare two versions and print what changed."""
    old, name, new = _versions(options)
    difference = _compared(old, new)
    least = Gravity.OTHER if options.all else Gravity.REWORDED
    counted = Gravity.OTHER
    if options.only == "meaning":
        least = counted = Gravity.LIBRARY
    if options.format == "text":
        print_marked(as_text(difference, old, new, name, least))
    else:
        writer = DIFF_OUTPUTS.writer(options.format)
        print_output(writer(difference, old, new, name, least), options.format)
    return FINDING if options.exit_code and difference.as_grave_as(counted) else OK


def _compared(old: Briefing, new: Briefing) -> Difference:
    if not new.is_library:
        return compare(old, new)
    from kursk_tui.diffing.editions import compare_libraries  # loaded with a library
    from kursk_tui.library.library import library_of

    before, after = library_of(old), library_of(new)
    assert before is not None
    assert after is not None
    return compare_libraries(before, after)


def _versions(options: argparse.Namespace) -> tuple[Briefing, str, Briefing]:
    """Return the earlier version, its name, and the later version. Raises CommandError."""
    if options.since is not None:
        if options.new is not None:
            raise CommandError(USAGE, "kursk-tui: with --since, give one version and not two")
        return _since(options)
    if options.new is None:
        message = "kursk-tui: the later version is missing; --since VERSION compares one file"
        raise CommandError(USAGE, message)
    if options.old == options.new == STDIN:
        raise CommandError(USAGE, "kursk-tui: standard input can be read only once")
    if (is_folder := options.new.is_dir()) != options.old.is_dir():
        raise _mixed(*((options.old, options.new) if is_folder else (options.new, options.old)))
    old = _open(options.old, options)
    return old, display_name(options.old), _open(options.new, options)


def _mixed(file: Path, folder: Path) -> CommandError:
    """Return the error of a folder that is to be compared with a file."""
    names = visible(str(folder)), visible(str(file))
    about = "{0} is a folder and {1} is not; give two folders or two briefings, or see what the"
    about += " folder has beyond the briefing: kursk-tui changes {0} --since {1}"
    return CommandError(USAGE, f"kursk-tui: {about.format(*names)}")


def _open(path: Path, options: argparse.Namespace) -> Briefing:
    """Return the briefing at a path, or the library in a folder. Raises CommandError."""
    return open_named(_named(path, options))


def _named(path: Path, options: argparse.Namespace) -> argparse.Namespace:
    """Return the options of a command that reads only this path."""
    given = {"paths": [path], "path": path, "as_of": None, "clock": "known"}
    return argparse.Namespace(**{**vars(options), **given})


def _since(options: argparse.Namespace) -> tuple[Briefing, str, Briefing]:
    """Return the version that `--since` names, its name, and the later version."""
    path, since = options.old, Path(options.since)
    if path.is_dir():
        if since.is_file():
            raise _mixed(since, path)
        from kursk_tui.cli.library_baseline import library_since  # loaded with a library

        new = _open(path, options)
        return *library_since(_named(path, options), new), new
    from kursk_tui.cli.baseline import open_baseline  # only this needs git

    new = _open(path, options)
    try:
        return *open_baseline(options.since, path, options.max_size), new
    except CommandError:  # a revision may have the name of a folder
        if since.is_dir():
            raise _mixed(path, since) from None
        raise
