"""What the parts of a dashboard use of its screen: methods and widgets."""

from dataclasses import dataclass
from typing import Protocol

from kursk_tui.query import View
from kursk_tui.ui.dashboard.ports import OpenFinder, Runner
from kursk_tui.ui.pane import MarkedWords
from kursk_tui.ui.widgets.bar import Banner
from kursk_tui.ui.widgets.key_bar import KeyBar
from kursk_tui.ui.widgets.query_bar import QueryBar
from kursk_tui.ui.widgets.query_status import QueryStatusLine
from kursk_tui.ui.widgets.workspace import Workspace


class DashboardScreen(Protocol):
    """The screen, as the parts use it."""

    @property
    def run_in_background(self) -> Runner:
        """Runs work in the background until the screen is closed."""

    @property
    def open_finder(self) -> OpenFinder:
        """Opens the finder."""

    def show_marked(self, marked: MarkedWords | None) -> None:
        """Show the marked words in the document."""

    def show_view(self, view: View) -> None:
        """Show a view in every pane."""

    def show_selected(self, claim: int | None) -> None:
        """Show the selection at once."""

    def show_briefing(self, view: View) -> None:
        """Show the title and example queries of a new version of the briefing."""

    def show_tabs(self) -> None:
        """Update the tabs."""

    def show_bars(self) -> None:
        """Update title, tabs and keys."""


@dataclass(frozen=True)
class Widgets:
    """The widgets that the parts use."""

    query_bar: QueryBar
    query_status: QueryStatusLine
    banner: Banner
    key_bar: KeyBar
    workspace: Workspace
