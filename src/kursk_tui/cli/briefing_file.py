"""Operations of the dashboard on a briefing's file: reload, save, edit and watch."""

import argparse
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from kursk_tui.cli.save_briefing import DraftFile
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import line_of_claim
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.registry import Format, format_of
from kursk_tui.formats.source import (
    STDIN,
    FileVersion,
    decode,
    display_name,
    read_bytes,
    read_version,
)
from kursk_tui.model import Briefing
from kursk_tui.platform.content import digest_of_file
from kursk_tui.platform.editor import editor_command, editor_failure, editor_name
from kursk_tui.platform.watch import FileState, changes
from kursk_tui.ui.briefing_file import BriefingFile, Broken

_NO_FILE = "this was read from standard input: there is no file to reload, edit or save"
_PIPE = "this was read from a pipe: there is no file to save"
_BUILT_IN = "the built-in briefing is read-only; export --to json makes a copy to edit"


def file_of(path: Path | None, version: FileVersion, options: argparse.Namespace) -> BriefingFile:
    """Return the file operations for a briefing; a path of None means the built-in briefing."""
    if path == STDIN:
        return BriefingFile(why_not=_NO_FILE, can_review=False)
    known = path or builtin_path()
    saves = path is not None and known.is_file()
    file_format = format_of(path)
    file = DraftFile(known, version.digest, file_format)
    reloads = _Reloads(known, file, lambda: read_briefing(known, options.max_size, file_format))
    return BriefingFile(
        reload=reloads.reload,
        shown=reloads.shown,
        save=file.save if saves else None,
        edit=(lambda claim, line: edit_at(known, claim, line, options.max_size)) if path else None,
        changes=partial(reloads.changes, version.state) if options.watch else None,
        path=known.absolute() if known.is_file() else None,
        why_not=_PIPE if path else _BUILT_IN,
        remark=file.remark() if saves else "",
    )


class _Reloads:
    """Reads a file again, and keeps track of which version of it is on the screen."""

    def __init__(self, path: Path, file: DraftFile, read: Callable[[], Briefing | Broken]) -> None:
        self._path = path
        self._file = file
        self._read = read
        self._started = 0
        self._saves_before = 0

    def reload(self) -> Briefing | Broken:
        """Read the file."""
        self._started += 1
        started, saves_before = self._started, self._file.saves
        found, version = read_version(self._path, self._read)
        if started == self._started:  # else a later reload has taken its place
            self._saves_before = saves_before
            self._file.latest = version.digest
        return found

    def shown(self) -> bool:
        """Note that the screen shows what was read, unless a decision has been saved since."""
        # Not in `reload`: if that is cancelled, the old version must not overwrite the new one.
        if self._file.saves != self._saves_before:
            return False
        self._file.shown = self._file.latest
        return True

    def changes(self, state: FileState, stop: threading.Event) -> Iterator[None]:
        """Yield whenever another program changes the file."""
        for _ in changes(self._path, state, stop):
            with suppress(OSError):
                if digest_of_file(self._path) == self._file.latest:
                    continue  # this program saved it
            yield


def read_briefing(path: Path, limit: int, file_format: Format) -> Briefing | Broken:
    """Read a briefing; if its file is unreadable or invalid, return the reason."""
    try:
        return file_format.read(path, limit)
    except UnreadableError as error:
        return Broken(str(error).removeprefix(f"cannot read {display_name(path)}: "))
    except InvalidBriefingError as error:
        first = error.problems[0]
        more = f", and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
        message = f"line {first.line}, column {first.column}: {first.message}{more}"
        return Broken(message, first.line)


def edit_at(path: Path, claim: str, line: int | None, limit: int) -> str | None:
    """Run the user's editor on a file until it exits; return an error message, or None."""
    try:
        text = decode(read_bytes(path, limit), display_name(path))
        place = str(path.absolute()), line or line_of_claim(text, claim)
        # The user chooses the command, in VISUAL or EDITOR.
        done = subprocess.run(editor_command(os.environ, *place), check=False)  # noqa: S603
        return editor_failure(os.environ, done.returncode)
    except (UnreadableError, ValueError) as error:
        return str(error)
    except InvalidBriefingError as error:
        return error.problems[0].message
    except OSError as error:
        return f"cannot start the editor {editor_name(os.environ)}: {error.strerror or error}"
