"""The saved state of a briefing or a library, by its path."""

from collections.abc import Sequence
from pathlib import Path

from kursk_tui.formats.source import STDIN
from kursk_tui.platform.files import state_folder
from kursk_tui.platform.state import State


def load_state(path: Path | None, files: Sequence[Path] = ()) -> State:
    """Load the saved state with the marks of a briefing; those of standard input are not kept.

    `files` are those of a library that has no folder.
    """
    if path is not None:
        name = "" if path == STDIN else str(path.resolve())
    else:
        name = " ".join(str(file.resolve()) for file in files) or "built-in"
    return State.load(state_folder(), name)
