"""What has been read of a library: mark all as read, and go to the next that is unread."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from kursk_tui.platform.state import ReadMark, State
from kursk_tui.query import View
from kursk_tui.query.baseline import NOT_READ, comparing
from kursk_tui.text.messages import plural
from kursk_tui.ui.dashboard.pane_navigator import PaneNavigator
from kursk_tui.ui.dashboard.ports import ShowMessage

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.diffing.comparison import Earlier
    from kursk_tui.library.library import Library

_NOT_SAVED = "only until you quit: the state folder cannot be written"
_NO_LIBRARY = "this is one briefing; a folder, or several files, can be marked as read"
_CHANGES = "changes"


class Reading:
    """Marks what is shown of a library as read; the mark is saved at once.

    `compare` compares the library with what was read, and returns what it was compared with until
    then; `next_unreviewed` goes on in a review.
    """

    def __init__(
        self,
        view: Callable[[], View],
        state: State,
        compare: "Callable[[Earlier | None], Earlier | None]",
        panes: PaneNavigator,
        choose: Callable[[int | None], object],
        next_unreviewed: Callable[[], object],
        show_message: ShowMessage,
    ) -> None:
        self._view = view
        self._state = state
        self._compare = compare
        self._panes = panes
        self._choose = choose
        self._next_unreviewed = next_unreviewed
        self._show_message = show_message
        self._before: list[tuple[ReadMark | None, Earlier | None]] = []

    def _library(self) -> "Library | None":
        briefing = self._view().briefing
        if not briefing.is_library:
            return None
        from kursk_tui.library.library import library_of

        return library_of(briefing)

    def mark_all(self) -> None:
        """Mark all editions that are shown as read; the same key again takes that back."""
        library = self._library()
        if library is None:
            self._show_message(_NO_LIBRARY)
            return
        from kursk_tui.library.reading import marks_of

        old = self._state.read
        marks = marks_of(library.editions)
        unread = marks - (old.editions if old is not None else frozenset())
        if unread:
            read = marks | (old.editions & marks_of(library.whole.editions) if old else marks)
            today = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
            is_saved, before = self._save(ReadMark(today, read), _read(library, read, today))
            self._before.append((old, before))
            counted = plural(len(unread), "edition")
            lasts = "R again takes that back" if is_saved else _NOT_SAVED
            self._show_message(f"{counted} marked as read; {lasts}")
        elif self._before:
            self._save(*self._before.pop())
            self._show_message("not marked as read: taken back")
        else:
            self._show_message("every edition that is shown is marked as read")

    def _save(
        self, mark: ReadMark | None, since: "Earlier | None"
    ) -> "tuple[bool, Earlier | None]":
        """Compare with what is read; return whether the mark is saved, and the baseline before."""
        self._state.read = mark
        return self._state.save(), self._compare(since)

    def next(self) -> None:
        """Go to the next change that is unread; elsewhere, to the next unreviewed claim."""
        library = self._library()
        if self._panes.current == _CHANGES and library is not None:
            self._next_unread(library)
        else:
            self._next_unreviewed()

    def _next_unread(self, library: "Library") -> None:
        from kursk_tui.diffing.comparison import Comparison
        from kursk_tui.library.ids import edition_of
        from kursk_tui.library.reading import mark_of

        baseline = self._view().baseline
        if not isinstance(baseline, Comparison):
            self._show_message(NOT_READ if baseline is None else comparing(baseline.name))
            return
        if not baseline.entries:
            self._show_message(f"nothing has changed since {baseline.name}")
            return
        read = self._state.read.editions if self._state.read is not None else frozenset()
        unread = {edition.key for edition in library.editions if mark_of(edition) not in read}
        waits = [
            any(edition_of(claim.id) in unread for claim in (entry.old, entry.new) if claim)
            for entry in baseline.entries
        ]
        pane = self._panes.view
        moved, before = 0, pane.cursor_row
        for _ in waits:
            claim, row = pane.cursor.move(1), pane.cursor_row
            if row is None or row == before:
                break
            moved, before = moved + 1, row
            if waits[row.part]:
                self._choose(claim)
                return
        self._choose(pane.cursor.move(-moved) if moved else None)
        self._show_message("no unread change below; R marks all as read")


def _read(library: "Library", marks: frozenset[str], day: str) -> "Earlier":
    from kursk_tui.diffing.comparison import Earlier
    from kursk_tui.library.reading import read_before
    from kursk_tui.wording import libraries

    return Earlier(read_before(library, marks).briefing, libraries.last_read(day))
