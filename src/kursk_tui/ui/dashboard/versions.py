"""Shows another version of the briefing: read again, as of another day, or with other decisions."""

from collections.abc import Callable

from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.ui.dashboard.changes import Changes
from kursk_tui.ui.dashboard.cursor import Cursor
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing
from kursk_tui.ui.dashboard.moment import Moment
from kursk_tui.ui.dashboard.navigation import Navigator
from kursk_tui.ui.dashboard.pane_navigator import PaneNavigator
from kursk_tui.ui.dashboard.preparation import prepare_names, prepare_queries
from kursk_tui.ui.dashboard.query_controller import QueryController
from kursk_tui.ui.dashboard.screen_ports import DashboardScreen
from kursk_tui.ui.dashboard.selection import Selection
from kursk_tui.ui.rows.row_model import Row


class Versions:
    """Shows versions of the briefing; query, selection and cursor stay as far as possible.

    `changes` and `moment` return the parts that compare versions and that choose the day;
    `take_unsaved` returns a message about decisions that a new version of the file does not have.
    """

    def __init__(
        self,
        query: QueryController,
        selection: Selection,
        cursor: Cursor,
        panes: PaneNavigator,
        navigator: Navigator,
        screen: DashboardScreen,
        changes: Callable[[], Changes],
        moment: Callable[[], Moment],
        take_unsaved: Callable[[], str],
    ) -> None:
        self._query = query
        self._selection = selection
        self._cursor = cursor
        self._panes = panes
        self._navigator = navigator
        self._screen = screen
        self._changes = changes
        self._moment = moment
        self._take_unsaved = take_unsaved

    # For the file follower.

    def query_text(self) -> str:
        """Return the current query."""
        return self._query.text

    def claim_id(self) -> str:
        """Return the id of the selected claim; empty if none is selected."""
        return self._selection.claim_id

    def loader(self) -> Callable[[Briefing], View]:
        """Return a thread-safe function from a new version of the briefing to its view."""
        load, at = self._changes().loader(), self._moment().at
        return lambda briefing: load(at(briefing))

    def show_loaded(self, loaded: LoadedBriefing) -> str:
        """Show a new version of the briefing; return a message about it."""
        before = self._query.view
        remark = self.show(loaded)
        unsaved = self._take_unsaved()
        return self._changes().shown(before, self._query.view) + remark + unsaved

    # For the parts.

    def show(self, loaded: LoadedBriefing) -> str:
        """Show a version of the briefing; return the end of a message about the query."""
        before, row = self._query.view, self._panes.view.cursor_row
        self._selection.carry_over(loaded.view)
        remark = self._query.load(loaded)
        if loaded.view.index is not before.index and not loaded.has_the_ids_of(before):
            self._navigator.forget()
        if row is not None and row.claim is None:  # names, or a file that waits
            self._cursor.go_to_part(row.key, row.part)
        self._screen.show_briefing(loaded.view)
        if loaded.view.index is not before.index:
            self.prepare_queries()
        return remark

    def show_at_day(self, loaded: LoadedBriefing) -> None:
        """Show a library as of another day."""
        self.show(loaded)
        self._changes().compare_waiting()

    def show_reviewed(self, briefing: Briefing) -> None:
        """Show a version of the briefing with other decisions."""
        view = self._changes().changed_here(self._query.view.version(briefing))
        self.show_at_day(LoadedBriefing.of(view, self._query.text))

    def show_named(self, briefing: Briefing, row: Row) -> None:
        """Show a library with other decisions about names, at what is now in the place of a row."""
        self.show_reviewed(briefing)
        self._cursor.go_to_part(row.key, row.part)

    def prepare_queries(self) -> None:
        """Prepare the index in the background, so that the first typed letter is fast."""
        # A worker keeps a reference to its function, and must not keep the index alive with it.
        self._screen.run_in_background(self._prepare_queries, "index", exclusive=True)

    async def _prepare_queries(self) -> None:
        await prepare_queries(self._query.view.index)
        await prepare_names(self._query.view.briefing)
        self._screen.show_bars()  # with the number of conflicts
