"""Save the decisions of a review to the draft's file."""

from pathlib import Path

from kursk_tui.cli.conflict import conflict
from kursk_tui.formats.registry import Format
from kursk_tui.model import Briefing
from kursk_tui.platform.content import ChangedError, digest
from kursk_tui.platform.files import write_file
from kursk_tui.platform.nature import obstacle
from kursk_tui.query import View
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.briefing_file import NOT_SAVED


class DraftFile:
    """A draft that is saved in the format it was read in, unless another program changed the file.

    Before the first save, and before a draft becomes final, the file is copied to the same name
    with a `~` at the end.

    `shown` is the digest of the version on the screen, and `latest` that of the version last read
    or saved. `saves` counts the versions saved.
    """

    def __init__(self, path: Path, shown: str | None, file_format: Format) -> None:
        self.shown = self.latest = shown
        self.saves = 0
        self._path = path
        self._format = file_format

    def save(self, briefing: Briefing, before: Briefing) -> str | None:
        """Write a version in place of the one shown before; return an error message, or None."""
        if not self._format.saves:
            return f"{NOT_SAVED}{self._refusal()}; export --to json writes a copy to review"
        data = self._format.write(View.of(briefing)).encode()
        try:
            if self.shown is None:
                raise ChangedError  # what is on the screen was never the content of the file
            backup = not self.saves or before.status != briefing.status
            write_file(self._path, data, expected=self.shown, backup=backup)
        except ChangedError:
            return f"{NOT_SAVED}{conflict(self._path, self._format, before)}"
        except OSError as error:
            # The name last: a long one must not push the reason off the screen.
            return f"{NOT_SAVED}{error.strerror or error} ({visible(self._path.name)})"
        self.shown = self.latest = digest(data)
        self.saves += 1
        return None

    def remark(self) -> str:
        """Return a warning if decisions cannot be saved, else an empty text."""
        try:
            reason = obstacle(self._path.resolve()) if self._format.saves else self._refusal()
        except (OSError, RuntimeError):
            return ""  # the file has just been removed
        return f"decisions cannot be saved: {reason}" if reason else ""

    def _refusal(self) -> str:
        name = self._format.title
        if not self._format.writes:
            return f"kursk-tui reads {name} but cannot write it"
        return f"{name} cannot carry {self._format.losses[0]}"
