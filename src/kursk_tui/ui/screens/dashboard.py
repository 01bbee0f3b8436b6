"""The dashboard: one view and one selected claim, shown by every pane."""

from itertools import chain
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen
from textual.widgets import Input

from kursk_tui.query import QueryError, View
from kursk_tui.ui.actions import grouped_bindings
from kursk_tui.ui.history import Place, Trail
from kursk_tui.ui.lens import panes
from kursk_tui.ui.screens.help import Help
from kursk_tui.ui.widgets.bar import Bar, KeyBar, TabBar, TitleBar
from kursk_tui.ui.widgets.pane_view import PaneView
from kursk_tui.ui.widgets.query_bar import QueryBar, complaint
from kursk_tui.ui.widgets.too_small import TooSmall
from kursk_tui.ui.widgets.workspace import Workspace

_DETAIL = "claim"
_READER = "document"


class Dashboard(Screen[None]):
    """Holds what is shown (`view`) and which claim is selected; the panes follow both."""

    BINDINGS: ClassVar[list[BindingType]] = list(
        chain.from_iterable(grouped_bindings(panes()).values())
    )

    view: var[View | None] = var(None, init=False)
    selected: var[int | None] = var(None, init=False)
    outside: var[bool] = var(False, init=False)
    current: var[str] = var(panes()[0].id, init=False)
    zoomed: var[bool] = var(False, init=False)
    reading: var[bool] = var(False, init=False)

    def __init__(self, view: View, query: str = "") -> None:
        super().__init__()
        self._first_view = view
        self._first_query = query
        self._asked = ""
        self._chosen: int | None = None
        self._trail = Trail()
        self._came_from = panes()[0].id

    def compose(self) -> ComposeResult:
        """Lay out title, query bar, panes and footer."""
        yield TitleBar(id="title")
        yield QueryBar()
        yield TabBar(id="tabs")
        with Workspace(panes()):
            for pane in panes():
                yield PaneView(pane).data_bind(
                    Dashboard.view, Dashboard.selected, Dashboard.outside
                )
        yield KeyBar(id="keys")
        yield Bar(id="complaint")
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the briefing, and ask the first query."""
        self.view = self._first_view
        self.workspace.view_of(self.current).focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self._first_query:
            self.query_bar.set_text(self._first_query)
            self._ask(self._first_query)
        self._keep_selected()

    @property
    def workspace(self) -> Workspace:
        """The panes' space."""
        return self.query_one(Workspace)

    @property
    def query_bar(self) -> QueryBar:
        """The query bar."""
        return self.query_one(QueryBar)

    @property
    def pane(self) -> PaneView:
        """The pane that the keys go to."""
        return self.workspace.view_of(self.current)

    # What the panes follow.

    def watch_view(self, view: View | None) -> None:
        """Keep a claim of the view selected, and the counts true."""
        if view is None:
            return
        self.call_after_refresh(self._keep_selected)
        asked = bool(self._asked.strip())
        self.query_bar.show_answer(view.answer, asked=asked, with_possible=view.with_possible)
        self._say_bars()

    def _keep_selected(self) -> None:
        """Select what the reader chose last, as soon as it is shown; until then, the first."""
        view = self.view
        if view is None:
            return
        if self._chosen is not None and view.shows(self._chosen):
            self.selected = self._chosen
        elif self.selected is None or not view.shows(self.selected):
            first = self.pane.first_claim()
            self.selected = first if first is not None else next(iter(view.numbers), None)

    def watch_current(self) -> None:
        """Move the focus with the current pane."""
        self._rearrange()
        self.pane.focus()

    def watch_zoomed(self) -> None:
        """Lay the panes out anew."""
        self._rearrange()

    def watch_reading(self) -> None:
        """Lay the panes out anew."""
        self._rearrange()

    def _rearrange(self) -> None:
        self.workspace.show(current=self.current, zoomed=self.zoomed, reading=self.reading)
        self._say_tabs()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the current pane in sight at the new size."""
        self.query_one(TooSmall).covers(*event.size)
        self.call_after_refresh(self._say_bars)

    def _say_bars(self) -> None:
        if self.view is not None:
            self.query_one(TitleBar).show(self.view)
        self._say_tabs()
        self._say_keys()

    def _say_tabs(self) -> None:
        tabs = self.query_one(TabBar)
        tabs.display = self.workspace.mode == "tabs"
        if self.view is not None:
            tabs.show(self.view, self.current)

    def _say_keys(self) -> None:
        if self.query_bar.editing:
            self.query_one(KeyBar).show_editing()
        else:
            self.query_one(KeyBar).show(self.active_bindings.values())

    # The query.

    @on(QueryBar.Asked)
    def _on_asked(self, event: QueryBar.Asked) -> None:
        self._ask(event.text)

    def _ask(self, text: str) -> None:
        """Answer a query; a broken one changes nothing but the line that says why."""
        if self.view is None:
            return
        try:
            view = self.view.ask(text)
        except QueryError as error:
            self._complain(error)
            return
        self._complain(None)
        self._asked = text
        self.view = view

    def _complain(self, error: QueryError | None) -> None:
        bar = self.query_one("#complaint", Bar)
        bar.display = error is not None
        if error is not None:
            field = self.query_bar.query_one(Input)
            bar.say(complaint(error, 2, field.scroll_offset.x))

    @on(QueryBar.Accepted)
    def _on_accepted(self) -> None:
        if not self.query_one("#complaint", Bar).display:
            self.pane.focus()

    # Selecting.

    @on(PaneView.Selected)
    def _on_selected(self, event: PaneView.Selected) -> None:
        self._chosen = self.selected = event.claim

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus when the pointer moves it."""
        if isinstance(event.widget, PaneView):
            self.current = event.widget.pane.id
        self._say_keys()

    # Actions, by the names in the table of actions.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the key that opens the query bar be typed into it."""
        return not (action == "query" and self.query_bar.editing)

    def action_move(self, steps: int) -> None:
        """Move the cursor of the current pane."""
        self.pane.move(steps)

    def action_half(self, direction: int) -> None:
        """Move by half a page."""
        self.pane.move_half_page(direction)

    def action_edge(self, direction: int) -> None:
        """Go to the beginning or the end of the current pane."""
        self.pane.move_to_edge(direction)

    def action_turn(self, direction: int) -> None:
        """Go to the next or previous pane that is in sight, or to any where one is at a time."""
        ids = [pane.id for pane in panes()]
        if self.workspace.mode != "tabs" and not self.zoomed:
            visible = self.workspace.in_sight()
            ids = [one for one in ids if one in visible]
        self.current = ids[(ids.index(self.current) + direction) % len(ids)]

    def action_pane(self, pane: str) -> None:
        """Go to a pane, and open or close the reader for it."""
        if pane == _READER:
            self.reading = True
        elif pane != _DETAIL and pane not in self.workspace.in_sight():
            self.reading = False
        self.current = pane

    def action_zoom(self) -> None:
        """Give the current pane the whole screen, or take it back."""
        self.zoomed = not self.zoomed

    def action_open(self) -> None:
        """Open the row under the cursor, or go to everything about the selected claim."""
        if self.pane.toggle():
            return
        if self.current != _DETAIL:
            self._came_from = self.current
        self.action_pane(_DETAIL)

    def action_evidence(self) -> None:
        """Go to where the selected claim stands in the document."""
        if self.current != _READER:
            self._came_from = self.current
            self._trail.leave(self._place())
        self.action_pane(_READER)

    def action_outside(self) -> None:
        """Show or hide knowledge from outside the document."""
        self.outside = not self.outside

    def action_query(self) -> None:
        """Type a query."""
        self._trail.leave(self._place())
        self.query_bar.edit()

    def action_possible(self) -> None:
        """Show or hide possible matches."""
        if self.view is not None:
            self.view = self.view.showing_possible(not self.view.with_possible)

    def action_unwind(self) -> None:
        """Go one step out: query bar, claim or reader, query, zoom. Never out of the program."""
        if self.query_bar.editing:
            self.query_bar.set_text(self._asked)
            self._complain(None)
            self.pane.focus()
        elif self.current in (_DETAIL, _READER) and not self.zoomed:
            self.reading = False
            self.current = self._came_from
        elif self._asked:
            self._trail.leave(self._place())
            self._set_query("")
        else:
            self.zoomed = False

    def _set_query(self, text: str) -> None:
        self.query_bar.set_text(text)
        self._ask(text)

    def _place(self) -> Place:
        return Place(self._asked, self.selected, self.current)

    def action_back(self) -> None:
        """Go back to the place before."""
        self._go(self._trail.back(self._place()))

    def action_forward(self) -> None:
        """Go forward again."""
        self._go(self._trail.forward(self._place()))

    def _go(self, place: Place | None) -> None:
        if place is None:
            self.notify("There is nothing further this way.", timeout=2)
            return
        if place.query != self._asked:
            self._set_query(place.query)
        self.action_pane(place.pane)
        self._chosen = self.selected = place.selected

    def action_help(self) -> None:
        """List every action with its keys."""
        self.app.push_screen(Help(self.active_bindings.values()))

    def action_redraw(self) -> None:
        """Draw the whole screen anew."""
        self.app.refresh(layout=True, repaint=True)
