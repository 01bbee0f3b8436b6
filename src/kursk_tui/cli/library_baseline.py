"""The baseline of a library: what was known of it before, as `--since` names it."""

import argparse
import os
from pathlib import Path

from kursk_tui.cli.baseline import DATE, LAST
from kursk_tui.cli.exit_codes import FINDING, USAGE, CommandError
from kursk_tui.cli.saved_state import load_state
from kursk_tui.diffing.comparison import Earlier
from kursk_tui.formats.library_folder import (
    EmptyLibraryError,
    LibraryFolder,
    decisions_of_files,
    library_of_files,
)
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.source import display_name
from kursk_tui.library.edition import last_day
from kursk_tui.library.library import Library, library_of
from kursk_tui.library.reading import read_before
from kursk_tui.model import Briefing
from kursk_tui.platform.git import FolderVersion, GitError, folder_at
from kursk_tui.text.sanitize import visible
from kursk_tui.wording import libraries


def open_library_baseline(options: argparse.Namespace, briefing: Briefing) -> Earlier:
    """Return what `--since` names of a library: a day, `last`, a path, or a revision.

    A date is a day and not a path; `./2024` is a path. Raises CommandError.
    """
    library = library_of(briefing)
    assert library is not None
    since: str = options.since
    if DATE.fullmatch(since):
        return known_since(library, since, options)
    if since == LAST:
        found = last_read(options, briefing)
        if found is None:
            reason = "the library has not been marked read; R in the dashboard does that"
            raise CommandError(USAGE, f"kursk-tui: --since last: {reason}")
        return found
    path = Path(since)
    if _exists(path):
        return _at_path(path, options)
    return _at_revision(library, options)


def library_since(options: argparse.Namespace, briefing: Briefing) -> Earlier:
    """Return what `--since` names of a library, under the decisions that it had then.

    Raises CommandError.
    """
    library = library_of(briefing)
    assert library is not None
    since: str = options.since
    if since == LAST or DATE.fullmatch(since) or _exists(Path(since)):
        return open_library_baseline(options, briefing)
    version = _revision(options)
    decisions = decisions_of_files(version.files)
    before = library_of_files(version.files, library.name, decisions)
    return Earlier(before.briefing, _named(version, since))


def known_since(library: Library, day: str, options: argparse.Namespace) -> Earlier:
    """Return a library as it was known on a day. Raises CommandError."""
    try:
        before = library.whole.known_on(day, options.clock)
        is_later = options.as_of is not None and last_day(day) > last_day(options.as_of)
    except ValueError as error:
        raise CommandError(USAGE, f"kursk-tui: --since {day}: {error}") from None
    if is_later:
        reason = f"this is later than {options.as_of}, the last day that is shown"
        raise CommandError(USAGE, f"kursk-tui: --since {day}: {reason}")
    return Earlier(before.briefing, day)


def last_read(options: argparse.Namespace, briefing: Briefing) -> Earlier | None:
    """Return a library as it was when it was marked read; None if it was not."""
    mark = load_state(options.path, options.paths).read
    library = library_of(briefing)
    if mark is None or library is None:
        return None
    return Earlier(read_before(library, mark.editions).briefing, libraries.last_read(mark.on))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a null character, or a name that is too long
        return False


def _at_path(path: Path, options: argparse.Namespace) -> Earlier:
    name = display_name(path)
    try:
        found = LibraryFolder([path], options.max_size).read()
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    except (UnreadableError, EmptyLibraryError) as error:
        raise CommandError(USAGE, f"kursk-tui: {error}") from None
    return Earlier(found.briefing, name)


def _at_revision(library: Library, options: argparse.Namespace) -> Earlier:
    version = _revision(options)
    before = library_of_files(version.files, library.name, library.decisions)
    return Earlier(before.briefing, _named(version, options.since))


def _named(version: FolderVersion, since: str) -> str:
    about = ", ".join(filter(None, (version.commit, version.date)))
    return f"{visible(since)} ({about})"


def _revision(options: argparse.Namespace) -> FolderVersion:
    """Return the folder of a library as it was at a revision. Raises CommandError."""
    shown = visible(options.since)
    folder = options.path
    if folder is None or not folder.is_dir():
        reason = "there is no such file, and only a folder has revisions"
        raise CommandError(USAGE, f"kursk-tui: cannot read --since {shown}: {reason}")
    try:
        return folder_at(folder, options.since, ".json", options.max_size, os.environ)
    except (GitError, OSError) as error:
        reason = f"there is no such file, and {visible(str(error))}"
        raise CommandError(USAGE, f"kursk-tui: cannot read --since {shown}: {reason}") from None
