"""The dashboard: one briefing, one query and one selected claim, shown by every pane."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from kursk_tui.query import View
from kursk_tui.ui.app_services import AppServices
from kursk_tui.ui.dashboard import opening
from kursk_tui.ui.dashboard.examples import example_queries
from kursk_tui.ui.dashboard.parts import Parts
from kursk_tui.ui.dashboard.screen_ports import Widgets
from kursk_tui.ui.keys.keymap import key_name
from kursk_tui.ui.open_briefing import OpenBriefing
from kursk_tui.ui.pane import MarkedWords
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.textual_internals import forget_closed_screens
from kursk_tui.ui.widgets.bar import Banner, TabBar, TitleBar
from kursk_tui.ui.widgets.key_bar import KeyBar
from kursk_tui.ui.widgets.line_widget import LINE_CLASSES
from kursk_tui.ui.widgets.pane_pointer import ClaimClicked, TermClicked
from kursk_tui.ui.widgets.pane_view import PaneView
from kursk_tui.ui.widgets.prompt import TypingEnded
from kursk_tui.ui.widgets.query_bar import QueryBar
from kursk_tui.ui.widgets.query_status import QueryStatusLine
from kursk_tui.ui.widgets.too_small import TooSmall
from kursk_tui.ui.widgets.workspace import Workspace

if TYPE_CHECKING:  # loaded when it is opened
    from kursk_tui.ui.finder.entries import Entry
    from kursk_tui.ui.finder.screen import FinderResult

SHORT = 20
"""Screens with fewer lines show the title or the query, and not both."""

_PREPARE_AFTER = 0.5
"""Seconds from opening until the index is prepared for queries."""


class Dashboard(Screen[None]):
    """Lays out the widgets, and passes keys and messages to the parts.

    The panes show `view`, `selected`, `gone`, `about`, `outside` and `marked`; the parts set them.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES

    class Ready(Message):
        """Sent to the app once the dashboard can handle keys."""

    view: var[View | None] = var(None, init=False)
    selected: var[int | None] = var(None, init=False)
    gone: var[int | None] = var(None, init=False)
    about: var[tuple[str, ...]] = var((), init=False)
    outside: var[bool] = var(False, init=False)
    marked: var[MarkedWords | None] = var(None, init=False)

    def __init__(self, opened: OpenBriefing, services: AppServices) -> None:
        super().__init__()
        self.is_ready = False
        self.query_bar = QueryBar(
            example_queries(opened.view.briefing), lambda: self.show_top_line(querying=True)
        )
        self.workspace = Workspace(panes())
        self._opened = opened
        self._services = services
        self._banner, self._key_bar = Banner(), KeyBar(id="keys")
        self._query_status = QueryStatusLine(self.query_bar)
        widgets = Widgets(
            self.query_bar, self._query_status, self._banner, self._key_bar, self.workspace
        )
        self.parts = Parts(opened, services, widgets, self)

    def compose(self) -> ComposeResult:
        """Lay out title, query bar, panes and footer."""
        self.workspace.update_frames()
        yield TitleBar(id="title")
        yield self._banner
        yield self.query_bar
        yield self._query_status
        yield TabBar(id="tabs")
        with self.workspace:
            for pane in panes():
                yield PaneView(
                    pane, self._opened.plans.pop(pane.id, None), self._needs_changed
                ).data_bind(
                    Dashboard.view,
                    Dashboard.selected,
                    Dashboard.gone,
                    Dashboard.about,
                    Dashboard.outside,
                    Dashboard.marked,
                )
        yield self._key_bar
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the briefing, and watch its file."""
        parts = self.parts
        self.query_bar.enable_completion(
            lambda: parts.view().index, lambda: self._services.state.queries
        )
        self.query_bar.set_text(self._opened.query)
        opening.show_first(self._opened, parts)
        self.show_bars()
        if notice := opening.notice(self._opened, self._services):
            self.call_after_refresh(parts.show_message, notice)
        parts.changes.start()
        parts.file.watch()
        self.set_timer(_PREPARE_AFTER, parts.versions.prepare_queries)
        self.is_ready = True
        self.app.post_message(self.Ready())

    def on_unmount(self) -> None:
        """Stop all background work of this dashboard, and free what it has drawn."""
        self.parts.close()
        forget_closed_screens()

    def on_resize(self, event: events.Resize) -> None:
        """Adapt bars and frames to the new size."""
        self.workspace.update_frames()
        self.query_one(TooSmall).update_for(*event.size)
        self.show_top_line()
        self.query_bar.suggest()
        self.show_bars()
        self.parts.query.show_counts()

    async def take_key(self, event: events.Key) -> bool:
        """Run the action of a key; return False if the key is text for the query bar."""
        if self.query_bar.editing:
            return event.key == "escape" and self.parts.query.cancel_enter()
        await self.parts.keys.take(key_name(event.key, event.character))
        return True

    @property
    def pane(self) -> PaneView:
        """The current pane."""
        return self.workspace.view_of(self.parts.panes.current)

    # For the parts.

    def show_view(self, view: View) -> None:
        """Show a view in every pane."""
        before, self.view = self.view, view
        if not self.query_bar.editing or before is None or before.index is not view.index:
            self.workspace.rearrange()
        self.show_tabs()
        self.show_top_line()
        self.parts.selection.follow_view()

    def show_selected(self, claim: int | None) -> None:
        """Show the selection at once."""
        self.gone = self.parts.selection.gone
        self.about = self.pane.about_row() if claim is None else ()
        self.selected = claim
        self.workspace.follow_claim()
        self.parts.footer.show_keys()

    def show_marked(self, marked: MarkedWords | None) -> None:
        """Show the marked words in the document."""
        self.marked = marked

    def show_briefing(self, view: View) -> None:
        """Show the title and example queries of a new version of the briefing."""
        self.query_bar.suggest(example_queries(view.briefing))
        self.show_bars()

    def show_bars(self) -> None:
        """Update title, tabs and keys, unless the screen has been closed meanwhile."""
        if not self.query(TitleBar):
            return
        self.query_one(TitleBar).show(self.parts.view())
        self.show_tabs()
        self.parts.footer.show_keys()

    def show_tabs(self) -> None:
        """Update the tabs, which are shown if panes do not fit side by side."""
        tabs = self.query_one(TabBar)
        tabs.display = self.workspace.mode == "tabs"
        if tabs.display:
            current, view = self.workspace.top_pane, self.parts.view()
            shown = [self.workspace.view_of(pane.id) for pane in tabs.panes(current)]
            counts = {pane_view.pane.id: pane_view.count_in(view) for pane_view in shown}
            tabs.show(counts, current, self._role_of_edge() if self._tabs_are_edge else "")

    @property
    def _tabs_are_edge(self) -> bool:
        return self.workspace.frames == "tabs" and self.workspace.top_pane != ""

    def _role_of_edge(self) -> str:
        """Return the role of the upper edge of the pane below the tabs."""
        pane = self.focused
        return "accent" if isinstance(pane, PaneView) and pane.pane.slot != "detail" else "edge"

    def show_top_line(self, *, querying: bool = False) -> None:
        """Show the title and the query, or one of them if the screen is short."""
        is_short = self.app.size.height < SHORT
        querying = querying or self.query_bar.editing or bool(self.query_bar.text.strip())
        self.query_one(TitleBar).display = not (is_short and querying)
        self.query_bar.display = querying or not is_short

    def _needs_changed(self) -> None:
        """Arrange the panes and the keys again: a pane has other rows."""
        self.workspace.rearrange()
        self.show_tabs()
        self.parts.footer.show_keys()

    def toggle_outside(self) -> None:
        """Show or hide knowledge from outside the document."""
        self.outside = not self.outside
        self.workspace.rearrange()

    def run_in_background(
        self, work: Callable[[], Awaitable[None]], group: str, *, exclusive: bool = False
    ) -> None:
        """Run work in the background until the screen is closed."""
        # Without a description, Textual would log the repr of the work, with the whole briefing.
        self.run_worker(work, group=group, exclusive=exclusive, description=group)

    async def open_finder(
        self,
        title: str,
        listed: "Sequence[Entry]",
        more: "Callable[[], Iterable[Entry]]" = tuple,
        remark: str = "",
        typed: "Callable[[str], Entry | None] | None" = None,
        *,
        refused: "Callable[[str], str] | None" = None,
        at_once: bool = False,
        short: bool = False,
    ) -> None:
        """Open the finder, and run the chosen entry."""
        from kursk_tui.ui.finder.screen import Finder, no_entry, nothing_refused

        finder = Finder(
            title,
            listed,
            more,
            remark,
            typed or no_entry,
            refused=refused or nothing_refused,
            at_once=at_once,
            short=short,
        )
        await self.app.push_screen(finder, self._run_found)

    async def _run_found(self, found: "FinderResult | None") -> None:
        if found is None:
            return
        try:
            if found.run:
                await self.parts.actions.run(found.run)
        finally:
            self.app.post_message(TypingEnded(found.prompt))

    # Messages from widgets.

    @on(ClaimClicked)
    def _on_claim_clicked(self, event: ClaimClicked) -> None:
        self.parts.selection.choose(event.claim)

    @on(TermClicked)
    def _on_term_clicked(self, event: TermClicked) -> None:
        self.parts.navigator.narrow(event.term)

    @on(TabBar.TabClicked)
    def _on_tab_clicked(self, event: TabBar.TabClicked) -> None:
        self.parts.panes.go_to(event.pane)

    @on(QueryBar.Clicked)
    def _on_query_clicked(self) -> None:
        self.parts.navigator.edit_query()

    @on(QueryBar.Changed)
    def _on_query_changed(self, event: QueryBar.Changed) -> None:
        self.parts.query.typed(event.text)

    @on(QueryBar.FocusLost)
    def _on_query_focus_lost(self) -> None:
        self.parts.query.focus_lost()
        self.show_top_line()

    @on(QueryBar.Done)
    def _on_query_done(self, event: QueryBar.Done) -> None:
        self.parts.query.finish(keep=event.keep)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Update the current pane after the pointer moves the focus."""
        if isinstance(event.widget, PaneView) and event.widget is self.focused:
            self.parts.panes.follow_focus(event.widget.pane.id)
        self.query_one(TabBar).recolour_edge(self._role_of_edge())
        self.parts.footer.show_keys()
