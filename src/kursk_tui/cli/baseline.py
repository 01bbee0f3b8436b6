"""The baseline: the version that changes are counted from, as `--since` names it."""

import os
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
    CommandError. Not to be called within `read_edition`, which would take this for its file.
    """
    named = Path(since)
    if named == STDIN and path == STDIN:
        raise CommandError(USAGE, "kursk-tui: standard input can be read only once")
    if named == STDIN or _is_file(named):
        return Earlier(open_briefing(named, limit), display_name(named))
    return _at_revision(since, path, limit)


def _is_file(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except (OSError, ValueError):  # a null character, or a name that is too long
        return False


def _at_revision(revision: str, path: Path | None, limit: int) -> Earlier:
    shown = visible(revision)
    if path is None or path == STDIN:
        what = "the built-in briefing" if path is None else "standard input"
        reason = f"there is no such file, and {what} has no revisions"
        raise CommandError(USAGE, f"kursk-tui: cannot read --since {shown}: {reason}")
    name = f"{shown}:{display_name(path)}"
    try:
        version = version_at(path, revision, limit, os.environ)
        briefing = parse(version.data, name)
    except UnknownRevisionError as error:
        reason = f"there is no such file, and {visible(str(error))}"
        raise CommandError(USAGE, f"kursk-tui: cannot read --since {shown}: {reason}") from None
    except (GitError, OSError) as error:
        raise CommandError(USAGE, f"kursk-tui: cannot read {name}: {visible(str(error))}") from None
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    about = ", ".join(filter(None, (version.commit, version.date)))
    return Earlier(briefing, f"{shown} ({about})")
