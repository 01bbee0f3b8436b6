"""Save the decisions of a review to the draft's file."""

from pathlib import Path

from kursk_tui.formats.registry import Format
from kursk_tui.model import Briefing
from kursk_tui.platform.files import write_atomically
from kursk_tui.platform.watch import FileState, file_state
from kursk_tui.query import View
from kursk_tui.text.sanitize import visible


class DraftFile:
    """A draft that is saved in the format it was read in, unless another program changed the file.

    Before the first save, the file is copied to the same name with a `~` at the end. `state` is
    the state of the file when the edition on the screen was read.
    """

    def __init__(self, path: Path, state: FileState, file_format: Format) -> None:
        self.state = state
        self._path = path
        self._format = file_format
        self._has_backup = False

    def save(self, briefing: Briefing) -> str | None:
        """Write an edition, completely or not at all; return an error message, or None."""
        if not self._format.saves:
            return f"not saved: {self._refusal()}; export --to json writes a copy to review"
        if file_state(self._path) != self.state:
            return "another program has changed the file; r reloads it"
        try:
            if not self._has_backup:
                backup = self._path.with_name(f"{self._path.name}~")
                write_atomically(backup, self._path.read_bytes())
                self._has_backup = True
            write_atomically(self._path, self._format.write(View.of(briefing)).encode())
        except OSError as error:
            return f"not saved: {visible(str(self._path))}: {error.strerror or error}"
        self.state = file_state(self._path)
        return None

    def _refusal(self) -> str:
        name = self._format.title
        if not self._format.writes:
            return f"kursk-tui reads {name} but cannot write it"
        return f"{name} cannot carry {self._format.losses[0]}"
