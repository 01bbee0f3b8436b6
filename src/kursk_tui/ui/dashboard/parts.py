"""Connects the parts of a dashboard with each other, its widgets and its screen."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.ui.app_services import AppServices
from kursk_tui.ui.dashboard.action_table import ActionTable
from kursk_tui.ui.dashboard.changes import Changes
from kursk_tui.ui.dashboard.copy_print import CopyPrint, Printer
from kursk_tui.ui.dashboard.cursor import Cursor
from kursk_tui.ui.dashboard.file_follower import FileFollower
from kursk_tui.ui.dashboard.hints import Hints
from kursk_tui.ui.dashboard.key_input import Footer, KeyInput
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing
from kursk_tui.ui.dashboard.moment import Moment
from kursk_tui.ui.dashboard.name_decisions import NameDecisions
from kursk_tui.ui.dashboard.navigation import Navigator
from kursk_tui.ui.dashboard.pane_navigator import PaneNavigator
from kursk_tui.ui.dashboard.preparation import prepare_names, prepare_queries
from kursk_tui.ui.dashboard.program import Program
from kursk_tui.ui.dashboard.query_controller import QueryController
from kursk_tui.ui.dashboard.reading import Reading
from kursk_tui.ui.dashboard.screen_ports import DashboardScreen, Widgets
from kursk_tui.ui.dashboard.search import Search
from kursk_tui.ui.dashboard.selection import Marks, Selection
from kursk_tui.ui.keys.actions import NEEDS_ROWS
from kursk_tui.ui.keys.keymap import LETTER
from kursk_tui.ui.marking.marking import Marking
from kursk_tui.ui.open_briefing import OpenBriefing
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.rows.row_model import Row

if TYPE_CHECKING:  # loaded when they are first used
    from kursk_tui.ui.dashboard.changing import Changing
    from kursk_tui.ui.dashboard.draft_parts import DraftParts
    from kursk_tui.ui.dashboard.offers import Offers
    from kursk_tui.ui.dashboard.review import Review
    from kursk_tui.ui.dashboard.word_changes import WordChanges


class Parts:
    """The parts of one dashboard. Their names here are the names that actions use."""

    def __init__(
        self,
        opened: OpenBriefing,
        services: AppServices,
        widgets: Widgets,
        screen: DashboardScreen,
    ) -> None:
        self._services = services
        self._screen = screen
        self._briefing_file = opened.file
        self.screen = screen
        self.footer = Footer(
            widgets.key_bar,
            services.keymap,
            lambda: widgets.query_bar.editing,
            lambda: self.view().briefing.status == "draft" and not self.view().briefing.is_library,
            Hints(self.view, lambda: self.panes.view),
        )
        self.show_message = self.footer.show_message
        self._add_navigation(opened, widgets)
        self._add_file(opened, widgets)
        self._add_library(opened)
        self._add_program(opened, widgets)

    def _add_navigation(self, opened: OpenBriefing, widgets: Widgets) -> None:
        """Add the parts that determine the view, the selected claim and the current pane."""
        self.selection = Selection(
            self.view,
            lambda: self.panes.view.first_claim(),
            self._screen.show_selected,
            self.show_message,
        )
        self.panes = PaneNavigator(
            panes(), widgets.workspace, self._screen.show_tabs, self.select_in_sheet
        )
        self.cursor = Cursor(self.panes, self.selection.choose, self.show_message)
        self.query = QueryController(
            opened.view,
            opened.query,
            field=widgets.query_bar,
            status=widgets.query_status,
            search=Search(
                widgets.query_bar, self.panes.visible_panes, self._screen.run_in_background
            ),
            panes=self.panes,
            show_view=self._screen.show_view,
            remember=self._services.state.add_query,
            show_message=self.show_message,
        )
        self.marks = Marks(opened.marks, self.selection, self.view, self.show_message)
        self.navigator = Navigator(
            self.query,
            self.selection,
            self.panes,
            lambda: self.file.cancel_reload(),
            self.show_message,
        )

    def _add_file(self, opened: OpenBriefing, widgets: Widgets) -> None:
        """Add the parts that read and write the file of the briefing, and compare its versions."""
        self.changes = Changes(
            opened.since,
            self.view,
            self.query_text,
            self.panes.visible_panes,
            self._show_version,
            self._screen.run_in_background,
            self.show_message,
        )
        self.file = FileFollower(
            opened.file,
            self,
            widgets.banner,
            self.panes.visible_panes,
            self._services.terminal,
            self._screen.run_in_background,
            self.show_message,
        )
        self.names = NameDecisions(
            opened.file,
            lambda: self.view().briefing,
            lambda: self.panes.view.cursor_row,
            self._show_named,
            self._screen.open_finder,
            lambda question, answers: self.keys.ask(question, answers),
            self.show_message,
        )

    def _add_library(self, opened: OpenBriefing) -> None:
        """Add the parts that show a library as of a day, and mark it as read."""
        self.moment = Moment(
            self.view,
            opened.clock,
            self.changes.at_another_day,
            self.query_text,
            self._show_at_day,
            self._screen.open_finder,
            self._screen.run_in_background,
            self.show_message,
        )
        self.reading = Reading(
            self.view,
            self._services.state,
            self.changes.count_from,
            self.panes,
            self.selection.choose,
            lambda: self.review.next_unreviewed(),
            self.show_message,
        )

    def _add_program(self, opened: OpenBriefing, widgets: Widgets) -> None:
        """Add keys, copying and the actions of the program as a whole."""
        services, screen = self._services, self._screen
        self.copying = CopyPrint(
            self.view,
            lambda: self.selection.claim,
            lambda: self.cursor.figure_of(self.selection.claim),
            services.copy,
            opened.file.path,
            Printer(services.terminal),
            screen.run_in_background,
            self.show_message,
        )
        self.marking = Marking(screen.show_marked, self.panes, self.footer)
        self.program = Program(
            services, self.view, lambda: self.panes.view.pane, screen.open_finder, self.show_message
        )
        self.actions = ActionTable(self, services.run_in_app)
        self.keys = KeyInput(
            services.keymap,
            self.footer,
            self.actions.run,
            self._refusal,
            self._remark,
            self.marking,
            lambda: self.panes.current,
        )

    @cached_property
    def _draft(self) -> "DraftParts":
        """The parts that decide on a draft and change it."""
        from kursk_tui.ui.dashboard.draft_parts import DraftParts  # loaded when it is first used

        return DraftParts(
            self._briefing_file,
            lambda: self.view().briefing,
            self.selection,
            self.cursor,
            self.show_reviewed,
            self.navigator.go_to_claim,
            lambda question, answers: self.keys.ask(question, answers),
            self.names,
            self.marking,
            self.panes.place_in_text,
            self._screen.open_finder,
            self.show_message,
        )

    @property
    def review(self) -> "Review":
        """Decisions on a draft."""
        return self._draft.review

    @property
    def offers(self) -> "Offers":
        """Changes of other items like the last one."""
        return self._draft.offers

    @property
    def words(self) -> "WordChanges":
        """Changes by marked words."""
        return self._draft.words

    @property
    def changing(self) -> "Changing":
        """Changes of a draft in place."""
        return self._draft.changing

    def close(self) -> None:
        """Stop all background work of this dashboard."""
        self.file.close()
        self.query.abandon_search()
        self.copying.close()

    def view(self) -> View:
        """Return the current view."""
        return self.query.view

    def select_in_sheet(self) -> None:
        """Select the claim of the first row of a sheet, unless the selected claim has a row."""
        sheet = self.panes.view
        if not sheet.has_row_of(self.selection.claim):
            self.selection.choose(sheet.first_claim())

    # For the file follower.

    def query_text(self) -> str:
        """Return the current query."""
        return self.query.text

    def claim_id(self) -> str:
        """Return the id of the selected claim; empty if none is selected."""
        return self.selection.claim_id

    def loader(self) -> Callable[[Briefing], View]:
        """Return a thread-safe function from a new version of the briefing to its view."""
        load, at = self.changes.loader(), self.moment.at
        return lambda briefing: load(at(briefing))

    def show_loaded(self, loaded: LoadedBriefing) -> str:
        """Show a new version of the briefing; return a message about it."""
        before = self.view()
        remark = self._show_version(loaded)
        unsaved = self.review.take_unsaved() if "_draft" in vars(self) else ""
        return self.changes.shown(before, self.view()) + remark + unsaved

    def _show_version(self, loaded: LoadedBriefing) -> str:
        """Show a version of the briefing; return the end of a message about the query."""
        before, row = self.view(), self.panes.view.cursor_row
        self.selection.carry_over(loaded.view)
        remark = self.query.load(loaded)
        if loaded.view.index is not before.index and not loaded.has_the_ids_of(before):
            self.navigator.forget()
        if row is not None and row.claim is None:  # names, or a file that waits
            self.cursor.go_to_part(row.key, row.part)
        self._screen.show_briefing(loaded.view)
        if loaded.view.index is not before.index:
            self.prepare_queries()
        return remark

    def _show_at_day(self, loaded: LoadedBriefing) -> None:
        """Show a library as of another day."""
        self._show_version(loaded)
        self.changes.compare_waiting()

    def show_reviewed(self, briefing: Briefing) -> None:
        """Show a version of the briefing with other decisions."""
        view = self.changes.changed_here(self.view().version(briefing))
        self._show_version(LoadedBriefing.of(view, self.query.text))
        self.changes.compare_waiting()

    def _show_named(self, briefing: Briefing, row: Row) -> None:
        """Show a library with other decisions about names, at what is now in the place of a row."""
        self.show_reviewed(briefing)
        self.cursor.go_to_part(row.key, row.part)

    def prepare_queries(self) -> None:
        """Prepare the index in the background, so that the first typed letter is fast."""
        # A worker keeps a reference to its function, and must not keep the index alive with it.
        self._screen.run_in_background(self._prepare_queries, "index", exclusive=True)

    async def _prepare_queries(self) -> None:
        await prepare_queries(self.view().index)
        await prepare_names(self.view().briefing)
        self._screen.show_bars()  # with the number of conflicts

    # For key input.

    def _refusal(self, action: str) -> str | None:
        """Return why an action cannot run while its pane has no rows yet, or None."""
        refused = action.partition("(")[0] in NEEDS_ROWS and self.panes.view.is_waiting
        return f"{self.panes.view.pane.title} is being laid out" if refused else None

    def _remark(self, pending: str) -> str:
        """Return an overview of the marks if the letter of a mark is awaited."""
        jump = (one for one in self._services.keymap.actions if one.id == "mark.jump")
        begins = {keys.removesuffix(f" {LETTER}") for one in jump for keys in one.keys}
        return self.marks.overview() if pending in begins else ""
