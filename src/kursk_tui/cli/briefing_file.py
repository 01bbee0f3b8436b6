"""Operations of the dashboard on a briefing's file: reload, save, edit and watch."""

import argparse
import os
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

from kursk_tui.cli.save_briefing import DraftFile
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import line_of_claim
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.registry import Format, format_of
from kursk_tui.formats.source import STDIN, decode, display_name, read_bytes
from kursk_tui.model import Briefing
from kursk_tui.platform.editor import editor_command, editor_failure, editor_name
from kursk_tui.platform.watch import FileState, changes, file_state
from kursk_tui.ui.briefing_file import BriefingFile, Broken

_NO_FILE = "this was read from standard input: there is no file to reload, edit or save"
_BUILT_IN = "this briefing is part of the program; export --to json writes a copy to edit"


def file_of(path: Path | None, state: FileState, options: argparse.Namespace) -> BriefingFile:
    """Return the file operations for a briefing; a path of None means the built-in briefing."""
    if path == STDIN:
        return BriefingFile(why_not=_NO_FILE)
    known = path or builtin_path()
    file_format = format_of(path)
    file = DraftFile(known, state, file_format)
    last_read = state

    def reload() -> Briefing | Broken:
        nonlocal last_read
        last_read = file_state(known)
        return read_briefing(known, options.max_size, file_format)

    def shown() -> None:
        # Not in `reload`: if that is cancelled, the old edition must not overwrite the new one.
        file.state = last_read

    def followed(stop: threading.Event) -> Iterator[None]:
        for _ in changes(known, state, stop):
            if file_state(known) != file.state:  # else this program saved it
                yield

    return BriefingFile(
        reload=reload,
        shown=shown,
        save=file.save if path else None,
        edit=(lambda claim, line: _edit(known, claim, line, options.max_size)) if path else None,
        changes=followed if options.watch else None,
        why_not=_BUILT_IN,
    )


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


def _edit(path: Path, claim: str, line: int | None, limit: int) -> str | None:
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
