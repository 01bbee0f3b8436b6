"""The dashboard: one view and one selected claim, shown by every pane."""

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.reactive import var

from kursk_tui.query import QueryError, View, parse
from kursk_tui.query.tree import And, Or
from kursk_tui.ui.app_services import Session
from kursk_tui.ui.dashboard.examples import example_queries
from kursk_tui.ui.dashboard.loaded_briefing import Edition
from kursk_tui.ui.dashboard.navigation import Place, Trail
from kursk_tui.ui.dashboard.program import ProgramScreen
from kursk_tui.ui.pane import Plan, panes
from kursk_tui.ui.widgets.bar import Banner, KeyBar, TabBar, TitleBar
from kursk_tui.ui.widgets.pane_view import PaneView
from kursk_tui.ui.widgets.query_bar import Complaint, QueryBar
from kursk_tui.ui.widgets.too_small import TooSmall
from kursk_tui.ui.widgets.workspace import Workspace

_HOME = panes()[0].id
_DETAIL = next(pane.id for pane in panes() if pane.slot == "detail")
_READER = next(pane.id for pane in panes() if pane.slot == "reader")
_SHEETS = frozenset(pane.id for pane in panes() if pane.slot == "sheet")
_OF_ROWS = frozenset({"move", "half", "edge", "open", "only", "copy"})
"""Actions that need the rows of the current pane."""

_ASIDE = frozenset({_DETAIL, _READER, *_SHEETS})
"""Panes that are entered from another, to which esc leads back."""


class Dashboard(ProgramScreen):
    """Holds which pane is current, and what is to be seen of the panes."""

    outside: var[bool] = var(False, init=False)
    current: var[str] = var(_HOME, init=False)
    zoomed: var[bool] = var(False, init=False)
    reading: var[bool] = var(False, init=False)

    def __init__(
        self, view: View, query: str, session: Session, plans: dict[str, Plan] | None = None
    ) -> None:
        super().__init__(view, query, session)
        self._examples = example_queries(view.briefing)
        self._came_from = _HOME
        self._trail = Trail()
        self._plans = plans or {}

    def compose(self) -> ComposeResult:
        """Lay out title, query bar, panes and footer."""
        yield TitleBar(id="title")
        yield Banner()
        yield QueryBar()
        yield Complaint()
        yield TabBar(id="tabs")
        with Workspace(panes()):
            for pane in panes():
                yield PaneView(pane, self._plans.pop(pane.id, None)).data_bind(
                    Dashboard.view, Dashboard.selected, Dashboard.outside
                )
        yield KeyBar(id="keys")
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the view, and the query that gave it."""
        self.query_bar.set_text(self._asked)
        if self.session.pane is not None:
            self.action_pane(self.session.pane)  # before: its first claim is selected
        self.show_view(self._first_view)
        self.pane.focus()
        self._say_bars()
        if self.session.notice:
            self.call_after_refresh(self.tell, self.session.notice)

    @property
    def workspace(self) -> Workspace:
        """The panes' space."""
        return self.query_one(Workspace)

    @property
    def pane(self) -> PaneView:
        """The pane that the keys go to."""
        return self.workspace.view_of(self.current)

    # What the panes follow.

    def watch_view(self) -> None:
        """Keep the tabs' counts true."""
        self._say_tabs()

    def show_view(self, view: View) -> None:
        """Show another view, in which a claim is selected as well if there is one."""
        super().show_view(view)
        self.keep_selected()

    def show_edition(self, edition: Edition) -> str:
        """Show another edition; places in the one before cannot be gone back to."""
        before = [claim.id for claim in self._first_view.claims]
        told = super().show_edition(edition)
        if [claim.id for claim in edition.view.claims] != before:
            self._trail = Trail()
        self._examples = example_queries(edition.view.briefing)
        self.query_bar.suggest(self._examples)
        self._say_bars()
        return told

    def panes_in_sight(self) -> list[PaneView]:
        """Return the panes in sight, the current one first."""
        others = [pane for pane in self.workspace.in_sight() if pane != self.current]
        return [self.pane, *map(self.workspace.view_of, others)]

    def first_claim(self) -> int | None:
        """Return the first claim of the current pane."""
        return self.pane.first_claim()

    def watch_current(self, old: str) -> None:
        """Move the focus with the current pane, and remember the way back to the others."""
        if old not in _ASIDE:
            self._came_from = old
        self._rearrange()
        self.set_focus(self.pane)  # now: the next key may be here already

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
        """Keep everything in sight at the new size."""
        self.query_one(TooSmall).covers(*event.size)
        self.query_bar.suggest(self._examples)
        self._say_bars()

    def _say_bars(self) -> None:
        if self.view is not None:
            self.query_one(TitleBar).show(self.view)
        self._say_tabs()
        self.say_keys()

    def _say_tabs(self) -> None:
        tabs = self.query_one(TabBar)
        tabs.display = self.workspace.mode == "tabs"
        if self.view is not None and tabs.display:
            shown = [self.workspace.view_of(one.id) for one in tabs.panes(self.current)]
            tabs.show({one.pane.id: one.count_in(self.view) for one in shown}, self.current)

    def leave_bar(self) -> None:
        """Give the focus back to the current pane, at once."""
        self.set_focus(self.pane)

    @on(PaneView.Selected)
    def _on_selected(self, event: PaneView.Selected) -> None:
        self.choose(event.claim)

    @on(TabBar.Picked)
    def _on_picked(self, event: TabBar.Picked) -> None:
        self.action_pane(event.pane)

    @on(PaneView.Asked)
    def _on_pointed_at(self, event: PaneView.Asked) -> None:
        self._narrow(event.term)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus when the pointer moves it."""
        if isinstance(event.widget, PaneView) and event.widget is self.focused:
            self.current = event.widget.pane.id
        self.say_keys()

    def cannot_run(self, action: str) -> str | None:
        """Return that a pane has no rows yet for what is to be done with them."""
        of_rows = action.partition("(")[0] in _OF_ROWS
        return f"{self.pane.pane.title} is being laid out" if of_rows and self.pane.waits else None

    # Actions, by the names in the table of actions.

    def action_move(self, steps: int) -> None:
        """Move the cursor of the current pane."""
        self.choose(self.pane.move(steps))

    def action_half(self, direction: int) -> None:
        """Move by half a page."""
        self.choose(self.pane.move_half_page(direction))

    def action_edge(self, direction: int) -> None:
        """Go to the beginning or the end of the current pane."""
        self.choose(self.pane.move_to_edge(direction))

    def action_turn(self, direction: int) -> None:
        """Go to the next or previous pane that is in sight, or to any where one is at a time."""
        ids = [pane.id for pane in panes() if pane.id == self.current or pane.slot != "sheet"]
        if self.workspace.mode != "tabs" and not self.zoomed:
            visible = self.workspace.in_sight()
            ids = [one for one in ids if one in visible]
        self.current = ids[(ids.index(self.current) + direction) % len(ids)]

    def action_pane(self, pane: str) -> None:
        """Go to a pane; the reader opens with its own, and gives way to those it covers."""
        if pane == _READER:
            self.reading = True
        elif pane != _DETAIL and pane not in {*self.workspace.in_sight(), *_SHEETS}:
            self.reading = False
        self.current = pane

    def action_zoom(self) -> None:
        """Give the current pane the whole screen, or take it back."""
        self.zoomed = not self.zoomed

    def action_open(self) -> None:
        """Open the row under the cursor, or go to everything about the selected claim."""
        if not self.pane.toggle():
            self.action_pane(_DETAIL)

    def action_evidence(self) -> None:
        """Go to where the selected claim stands in the document."""
        if self.current != _READER:
            self._trail.leave(self._place())
        self.action_pane(_READER)

    def action_sources(self) -> None:
        """Go to the source of the selected claim, with what else that says."""
        self._trail.leave(self._place())
        self.action_pane("sources")
        self.pane.open_selected()

    def action_sort(self) -> None:
        """Put the rows of the current pane in another order."""
        order = self.pane.sort()
        self.tell(f"{self.pane.pane.title}: {order or 'this pane has one order only'}")

    def figure_part(self) -> int | None:
        """Return which figure of the selected claim is under the cursor, if one is."""
        row = self.pane.cursor_row if self.pane.pane.has_figures else None
        return row.part if row is not None and row.claim == self.selected else None

    def action_outside(self) -> None:
        """Show or hide knowledge from outside the document."""
        self.outside = not self.outside

    def action_query(self) -> None:
        """Type a query."""
        self._trail.leave(self._place())
        if self.selected is not None:
            self._chosen = self.selected  # to come back to, whatever is typed in between
        super().action_query()

    def action_only(self, prefix: str) -> None:
        """Ask as well for what is under the cursor, or for everything without it."""
        term = self.pane.term()
        if term is None:
            self.tell("nothing is under the cursor here; j and k move it")
        else:
            self._narrow(f"{prefix}{term}")

    def _narrow(self, term: str) -> None:
        if self.view is not None:
            query = self.view.query
            parts = query.parts if isinstance(query, And) else (query,)
            if parse(term) not in parts:  # else it is asked already
                asked = f"({self._asked})" if isinstance(query, Or) else self._asked
                self.action_ask(f"{asked} {term}".strip())

    def action_ask(self, query: str) -> None:
        """Ask a query instead of the present one, or say what is wrong with it."""
        here = self._place()

        def asked(error: QueryError | None) -> None:
            if error is None:
                self._trail.leave(here)
            else:
                self.tell(f"{error.sentence} · {query}")

        self.set_query(query, asked)

    def action_choose(self, claim: int) -> None:
        """Select a claim by its number; a query that leaves it out is cleared."""
        self._trail.leave(self._place())
        if self.view is not None and not self.view.shows(claim):
            self.set_query("")
        self.choose(claim)

    def action_unwind(self) -> None:
        """Go one step out: what is being read or searched for, claim, reader, query, zoom.

        Never out of the program.
        """
        if self.is_reading_again:
            super().action_unwind()
        elif self.is_searching:
            self.leave_search()
        elif self.current in _ASIDE:
            self.reading = False
            self.current = self._came_from
        elif self.reading:
            self.reading = False
        elif self._asked:
            self._trail.leave(self._place())
            self.set_query("")
        else:
            self.zoomed = False

    def _place(self) -> Place:
        with_possible = self.view is not None and self.view.with_possible
        return Place(self._asked, with_possible, self.selected, self.current)

    def action_back(self) -> None:
        """Go back to the place before."""
        self._go(Trail.back)

    def action_forward(self) -> None:
        """Go forward again."""
        self._go(Trail.forward)

    def _go(self, step: Callable[[Trail, Place], Place | None]) -> None:
        trail = self._trail.copy()  # the reader may leave the search, and has gone nowhere then
        place = step(trail, self._place())
        if place is None:
            return

        def found(view: View | QueryError) -> None:
            if isinstance(view, QueryError):
                self.tell(view.sentence)
                return
            self._trail, self._chosen = trail, place.selected
            self.adopt(place.query, view, with_possible=place.with_possible)
            self.action_pane(place.pane)

        self.find(place.query, found)
