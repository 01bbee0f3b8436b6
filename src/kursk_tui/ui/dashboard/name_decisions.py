"""Decisions about names that may be one: one, two, undo; each is saved at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kursk_tui.model import Briefing
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.rows.name_rows import NAMES
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.vocabulary import Decision

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.library.decisions import Decisions
    from kursk_tui.library.library import Library

_NOWHERE = "several files have no library.json; open their folder to decide on names"


class NameDecisions:
    """Joins two names or keeps them apart, as the row under the cursor proposes.

    `row` returns that row; `show` shows the library with its new decisions, and moves the cursor to
    the names with a number.
    """

    def __init__(
        self,
        file: BriefingFile,
        briefing: Callable[[], Briefing],
        row: Callable[[], Row | None],
        show: Callable[[Briefing, int], None],
        show_message: ShowMessage,
    ) -> None:
        self._briefing_file = file
        self._briefing = briefing
        self._row = row
        self._show = show
        self._show_message = show_message
        self._before: list[tuple[Decisions, int]] = []

    def takes(self, decision: Decision) -> bool:
        """Decide on the names under the cursor; return False if there are none."""
        row = self._row()
        if row is None or row.key != NAMES or not self._briefing().is_library:
            return False
        from kursk_tui.library.library import library_of

        if (library := library_of(self._briefing())) is not None:
            self._decide(library, row.part, decision)
        return True

    def takes_undo(self) -> bool:
        """Undo the last decision; return False in a briefing that is not a library."""
        if not self._briefing().is_library:
            return False
        from kursk_tui.library.library import library_of

        library = library_of(self._briefing())
        if not self._before or library is None:
            self._show_message("no decision to undo")
        elif self._save(library, *self._before[-1]):
            self._before.pop()
            self._show_message("the names wait again")
        return True

    def _decide(self, library: "Library", number: int, decision: Decision) -> None:
        from kursk_tui.library.deciding import as_one, as_two
        from kursk_tui.library.proposals import proposals
        from kursk_tui.wording.proposed_names import named

        briefing = library.briefing
        found = list(proposals(briefing, library.decisions))
        if number >= len(found):
            return
        decide = as_one if decision == "accepted" else as_two
        one, other = named(found[number], briefing)
        if self._save(library, decide(library, found[number]), number):
            self._before.append((library.decisions, number))
            are = "one" if decision == "accepted" else "two"
            self._show_message(f"{one} and {other} are {are}; u undoes it")

    def _save(self, library: "Library", decisions: "Decisions", number: int) -> bool:
        save = self._briefing_file.decide
        error = _NOWHERE if save is None else save(decisions, library.decisions)
        if error is None:
            self._show(library.decided(decisions).briefing, number)
        else:
            self._show_message(error)
        return error is None
