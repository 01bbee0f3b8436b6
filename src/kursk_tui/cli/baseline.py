"""The baseline: the version that changes are counted from, as `--since` names it."""

import os
import re
from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, USAGE, CommandError
from kursk_tui.cli.open_briefing import open_briefing
from kursk_tui.diffing.comparison import Earlier
from kursk_tui.formats.json import parse
from kursk_tui.formats.problem import InvalidBriefingError
from kursk_tui.formats.source import STDIN, display_name
from kursk_tui.platform.git import GitError, UnknownRevisionError, version_at
from kursk_tui.text.sanitize import visible


def open_baseline(since: str, path: Path | None, limit: int) -> Earlier:
    """Return the version that `since` names of the briefing at a path, or the built-in one.

    `since` is the path of a file, or else a revision of the briefing's file under git. Raises
    CommandError. Not to be called within `read_version`, which would take this for its file.
    """
    named = Path(since)
    if named == STDIN and path == STDIN:
        raise CommandError(USAGE, "kursk-tui: standard input can be read only once")
    if named == STDIN or _is_file(named):
        return Earlier(open_briefing(named, limit), display_name(named))
    return _at_revision(since, path, limit)


def shortened(earlier: Earlier, since: str, path: Path | None) -> Earlier:
    """Return an earlier version with the name of its file for its path, if it was read from one.

    If the briefing's own file has the same name, the folder stays.
    """
    named = Path(since)
    if earlier.name != display_name(named):
        return earlier  # a revision
    is_alike = path is not None and named.name == path.name
    short = Path(*named.parts[-2:]) if is_alike else Path(named.name)
    if is_alike and path is not None and short == Path(*path.parts[-2:]):
        short = named
    return earlier._replace(name=display_name(short))


def _is_file(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError):  # a null character, or a name that is too long
        return False


def _at_revision(revision: str, path: Path | None, limit: int) -> Earlier:
    shown = visible(revision)
    if path is None or path == STDIN:
        what = "the built-in briefing" if path is None else "standard input"
        reason = f"there is no such file, and {what} has no revisions{_advice(revision)}"
        raise CommandError(USAGE, f"kursk-tui: cannot read --since {shown}: {reason}")
    name = f"{shown}:{display_name(path)}"
    try:
        version = version_at(path, revision, limit, os.environ)
        briefing = parse(version.data, name)
    except UnknownRevisionError as error:
        reason = f"there is no such file, and {visible(str(error))}{_advice(revision)}"
        raise CommandError(USAGE, f"kursk-tui: cannot read --since {shown}: {reason}") from None
    except (GitError, OSError) as error:
        raise CommandError(USAGE, f"kursk-tui: cannot read {name}: {visible(str(error))}") from None
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    about = ", ".join(filter(None, (version.commit, version.date)))
    return Earlier(briefing, f"{shown} ({about})")


DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
"""A date that `--since` takes for a library."""

LAST = "last"
"""What `--since` takes for the state of a library when it was marked read."""


def _advice(since: str) -> str:
    """Return what `--since` takes, for a user who expects it to take `last` or a date."""
    if since != LAST and not DATE.fullmatch(since):
        return ""
    return "; “last” and dates are for a library, which is a folder or several files"
