"""A draft's file while it is reviewed: each decision is in it at once, and the old one is kept."""

from pathlib import Path

from kursk_tui.formats.json import Seen, look
from kursk_tui.formats.json.writer import native_text
from kursk_tui.model import Briefing
from kursk_tui.platform.files import write_atomically
from kursk_tui.query import View
from kursk_tui.text.sanitize import visible


class DraftFile:
    """Writes editions of one file, unless somebody else has written to it in between.

    Before the first, the file as it was is copied to the same name with a `~` at the end.
    """

    def __init__(self, path: Path, seen: Seen) -> None:
        self.seen = seen
        self._path = path
        self._kept = False

    def save(self, briefing: Briefing) -> str | None:
        """Write an edition, whole or not at all; return what went wrong, if anything did."""
        if look(self._path) != self.seen:
            return "the file has been changed by another program; r reads it again"
        try:
            if not self._kept:
                backup = self._path.with_name(f"{self._path.name}~")
                write_atomically(backup, self._path.read_bytes())
                self._kept = True
            write_atomically(self._path, native_text(View.of(briefing)).encode())
        except OSError as error:
            return f"not saved: {visible(str(self._path))}: {error.strerror or error}"
        self.seen = look(self._path)
        return None
