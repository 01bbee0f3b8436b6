"""Connects the parts of a dashboard with each other, its widgets and its screen."""

from functools import cached_property
from typing import TYPE_CHECKING

from kursk_tui.query import View
from kursk_tui.ui.app_services import AppServices
from kursk_tui.ui.dashboard.action_table import ActionTable
from kursk_tui.ui.dashboard.changes import Changes
from kursk_tui.ui.dashboard.copy_print import CopyPrint, Printer
from kursk_tui.ui.dashboard.cursor import Cursor
from kursk_tui.ui.dashboard.file_follower import FileFollower
from kursk_tui.ui.dashboard.hints import Hints
from kursk_tui.ui.dashboard.key_input import Footer, KeyInput
from kursk_tui.ui.dashboard.moment import Moment
from kursk_tui.ui.dashboard.name_decisions import NameDecisions
from kursk_tui.ui.dashboard.navigation import Navigator
from kursk_tui.ui.dashboard.pane_navigator import PaneNavigator
from kursk_tui.ui.dashboard.program import Program
from kursk_tui.ui.dashboard.query_controller import QueryController
from kursk_tui.ui.dashboard.reading import Reading
from kursk_tui.ui.dashboard.screen_ports import DashboardScreen, Widgets
from kursk_tui.ui.dashboard.search import Search
from kursk_tui.ui.dashboard.selection import Marks, Selection
from kursk_tui.ui.dashboard.versions import Versions
from kursk_tui.ui.keys.actions import NEEDS_ROWS
from kursk_tui.ui.keys.keymap import LETTER
from kursk_tui.ui.marking.marking import Marking
from kursk_tui.ui.open_briefing import OpenBriefing
from kursk_tui.ui.pane_registry import panes

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
            self._is_reviewed,
            Hints(self.view, lambda: self.panes.view),
        )
        self.show_message = self.footer.show_message
        self._add_navigation(opened, widgets)
        self._add_versions()
        self._add_file(opened, widgets)
        self._add_library(opened)
        self._add_program(opened, widgets)

    def _is_reviewed(self) -> bool:
        """Return whether the footer offers the decisions on a draft."""
        briefing = self.view().briefing
        is_draft = briefing.status == "draft" and not briefing.is_library
        return is_draft and self._briefing_file.can_review

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

    def _add_versions(self) -> None:
        """Add the part that shows other versions of the briefing."""
        self.versions = Versions(
            self.query,
            self.selection,
            self.cursor,
            self.panes,
            self.navigator,
            self._screen,
            lambda: self.changes,
            lambda: self.moment,
            lambda: self.review.take_unsaved() if "_draft" in vars(self) else "",
        )

    def _add_file(self, opened: OpenBriefing, widgets: Widgets) -> None:
        """Add the parts that read and write the file of the briefing, and compare its versions."""
        self.changes = Changes(
            opened.since,
            self.view,
            self.versions.query_text,
            self.panes.visible_panes,
            self.versions.show,
            self._screen.run_in_background,
            self.show_message,
        )
        self.file = FileFollower(
            opened.file,
            self.versions,
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
            self.versions.show_named,
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
            self.versions.query_text,
            self.versions.show_at_day,
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
            self.versions.show_reviewed,
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
        sheet, claim = self.panes.view, self.selection.claim

        def select() -> None:
            if (sheet, claim) != (self.panes.view, self.selection.claim):
                return  # the user has gone on
            if not sheet.has_row_of(claim):
                self.selection.choose(sheet.first_claim())

        sheet.when_laid_out(select)

    # For key input.

    def _refusal(self, action: str) -> str | None:
        """Return why an action cannot run while its pane has no rows yet, or None."""
        refused = action.partition("(")[0] in NEEDS_ROWS and self.panes.view.is_waiting
        return f"{self.panes.view.pane.title} is being laid out" if refused else None

    def _remark(self, pending: str) -> str:
        """Return an overview of the marks if the letter of a mark is awaited."""
        jumps = (action for action in self._services.keymap.actions if action.id == "mark.jump")
        begins = {keys.removesuffix(f" {LETTER}") for jump in jumps for keys in jump.keys}
        return self.marks.overview() if pending in begins else ""
