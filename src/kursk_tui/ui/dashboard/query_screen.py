"""The part of the dashboard that asks: the query bar, its answer, and what is wrong with it."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.reactive import var
from textual.screen import Screen

from kursk_tui.query import Index, QueryError, View, complete, hint, parse
from kursk_tui.query.index import PREPARED
from kursk_tui.ui.app_services import Session
from kursk_tui.ui.dashboard.loaded_briefing import Edition, answer_of
from kursk_tui.ui.runtime import background, gc_policy
from kursk_tui.ui.widgets.bar import KeyBar
from kursk_tui.ui.widgets.line_widget import LINE_CLASSES
from kursk_tui.ui.widgets.pane_view import PaneView
from kursk_tui.ui.widgets.query_bar import Complaint, QueryBar, QueryInput
from kursk_tui.wording import phrases

LARGE = 100_000
"""Briefings with more claims than this are searched beside the screen: it can take seconds."""

_PATIENCE = 0.2
"""Seconds after which somebody who waits wants to know for what."""

_SEARCH = "search"


class QueryScreen(Screen[None]):
    """Holds the view that a query gives.

    While a query is typed, its answer is shown; where it is not understood, what was shown before
    typing began. Leaving the bar with enter keeps the query, with esc restores the one before.

    The query and the view change together. As long as an answer is searched for, both are the
    ones before, and a further query or esc leaves the search; while somebody types, the current
    pane shows its rows as soon as they are known, the others and the counts follow.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES

    view: var[View | None] = var(None, init=False)

    def __init__(self, view: View, query: str, session: Session) -> None:
        super().__init__()
        self._first_view = view
        self._asked = query
        self.session = session
        self._before: tuple[str, View] | None = None
        self._search: Callable[[], View | QueryError] | None = None
        self._done_then: QueryBar.Done | None = None

    @property
    def query_bar(self) -> QueryBar:
        """The query bar."""
        return self.query_one(QueryBar)

    def on_mount(self) -> None:
        """Let the bar complete and recall queries."""
        self.query_bar.input.complete = lambda text: complete(text, self._first_view.index)
        self.query_bar.input.recall = lambda: self.session.state.queries
        self.set_timer(0.5, self._prepare_index)

    def _prepare_index(self) -> None:
        """Make what queries need of all claims, so that the first letter need not wait for it."""
        self.run_worker(self._prepared(self._first_view.index), group="index", exclusive=True)

    async def _prepared(self, index: Index) -> None:
        await background.run(partial(parse, "x"))
        for part in PREPARED:  # one by one: a query may have its turn between two of them
            await background.run(partial(_gather, index, part))

    def show_view(self, view: View) -> None:
        """Show another view, and count its answer."""
        self.view = view
        self.show_counts()

    def show_counts(self) -> None:
        """Count the answer, if anything is asked."""
        if self.view is not None:
            self.query_bar.show_answer(
                self.view if self._asked.strip() else None, self.app.size.width
            )

    def on_resize(self, event: events.Resize) -> None:
        """Keep the counts as long as there is room."""
        self.show_counts()

    # Searching.

    def find(self, text: str, then: Callable[[View | QueryError], None]) -> None:
        """Find what answers a query, and go on with it: at once, or beside where that takes long.

        What was searched for before is left.
        """
        if self.view is None:
            return
        self.leave_search()
        search = partial(answer_of, self.view, text)
        if len(self.view.claims) <= LARGE or not text.strip():
            then(search())
        else:
            self._search = search
            # A coroutine made here would complain if the program ended before it was begun. Without
            # a description Textual prints the work, and with it the whole briefing.
            found = partial(self._find_beside, search, then)
            self.run_worker(found, group=_SEARCH, description=text)  # type: ignore[arg-type]

    async def _find_beside(
        self, search: Callable[[], View | QueryError], then: Callable[[View | QueryError], None]
    ) -> None:
        loop, panes = asyncio.get_running_loop(), self.panes_in_sight()

        def show_first(found: View) -> None:
            if self._search is search and self.query_bar.editing:
                panes[0].view = found

        def work() -> View | QueryError:
            found = search()
            if isinstance(found, View):
                for pane in panes:
                    pane.pick_rows(found)
                    if pane is panes[0]:
                        loop.call_soon_threadsafe(show_first, found)
            return found

        told = self.set_interval(
            _PATIENCE, lambda: self.query_bar.show_searching(background.doing())
        )
        try:
            found = await background.run(work)
        finally:
            told.stop()
        done, self._done_then, self._search = self._done_then, None, None
        then(found)
        if done is not None:
            self._on_done(done)

    def leave_search(self) -> None:
        """Leave what is being searched for; what was shown stays."""
        if self._search is not None:
            self._search = None
            self.workers.cancel_group(self, _SEARCH)
            for pane in self.panes_in_sight():
                pane.view = self.view
            self.show_counts()
        if self._done_then is not None:
            self._done_then = None
            self._pass_late_keys_on()

    def leave_waiting(self) -> bool:
        """Leave the bar as esc does if enter waits there for an answer; return whether it did."""
        waits = self._done_then is not None
        if waits:
            self._on_done(QueryBar.Done(keep=False))
        return waits

    @property
    def is_searching(self) -> bool:
        """Whether an answer is searched for."""
        return self._search is not None

    def panes_in_sight(self) -> list[PaneView]:
        """Return the panes in sight, the current one first; the screen that has panes knows."""
        return []

    def set_query(
        self, text: str, then: Callable[[QueryError | None], None] = lambda _: None
    ) -> None:
        """Show a query and its answer, and go on; one that is not understood changes nothing."""

        def found(view: View | QueryError) -> None:
            if isinstance(view, QueryError):
                then(view)
                return
            self.adopt(text, view)
            then(None)

        self.find(text, found)

    def adopt(self, text: str, view: View, *, with_possible: bool | None = None) -> None:
        """Show the answer to a query, with possible matches if they are wanted or shown now."""
        self._asked = text
        self.query_bar.set_text(text)
        self._show_found(view, with_possible)

    def _show_found(self, view: View, with_possible: bool | None = None) -> None:
        # Whether possible matches are shown may have changed while the answer was searched for.
        if with_possible is None:
            with_possible = self.view is not None and self.view.with_possible
        same = view.with_possible == with_possible
        self.show_view(view if same else view.showing_possible(with_possible))

    def show_edition(self, edition: Edition) -> str:
        """Show another edition of the briefing under the same query; return what to tell of it.

        A query that the new edition cannot answer is given up.
        """
        done, self._done_then = self._done_then, None
        self.leave_search()
        self._first_view, _, found = edition.under(self._asked)
        told = f"read again: {phrases.plural(len(self._first_view.claims), 'claim')}"
        if isinstance(found, QueryError):
            told += f"; the query is given up: {found.sentence}"
            found = self._first_view
            self._asked = ""
            if not self.query_bar.editing:
                self.query_bar.set_text("")
        self._show_found(found)
        if self._before is not None:
            before = answer_of(self._first_view, self._before[0])
            if isinstance(before, View):
                self._before = self._before[0], before
            else:
                self._before = "", self._first_view
        if self.query_bar.editing:
            self._ask_again(done)
        self._prepare_index()
        return told

    def _ask_again(self, done: QueryBar.Done | None) -> None:
        """Ask what stands in the bar of another edition, and go on with the enter that waited."""
        self._on_asked(QueryBar.Asked(self.query_bar.input.value))
        if done is not None:
            self._on_done(done)

    def tell(self, message: str) -> None:
        """Say something in the line of keys, until the next key."""
        self.query_one(KeyBar).tell(message)

    def leave_bar(self) -> None:
        """Give the focus back to where it was; the screen that has panes knows."""

    @on(QueryBar.Asked)
    def _on_asked(self, event: QueryBar.Asked) -> None:
        """Answer what is typed; a broken query changes nothing but the line that says why."""

        def found(view: View | QueryError) -> None:
            if isinstance(view, QueryError):
                self._complain(view)
                return
            self._complain(None, hint(view.query))
            self._asked = event.text
            self._show_found(view)

        self.find(event.text, found)

    @on(QueryInput.Cycled)
    def _on_cycled(self, event: QueryInput.Cycled) -> None:
        """Show what else could complete the query."""
        self.query_one(Complaint).offer(event.cycle)

    def _complain(self, error: QueryError | None, remark: str | None = None) -> None:
        self.query_one(Complaint).show(error, self.query_bar, remark)
        if error is not None and self._before is not None:
            self._asked = self._before[0]
            self.show_view(self._before[1])
            self.query_bar.show_answer(None, self.app.size.width)

    @on(QueryBar.Left)
    def _on_left(self) -> None:
        """Leave the bar without a key of its own: a query that is understood is kept."""
        self._close_bar(restore=self.query_one(Complaint).error is not None)

    def _close_bar(self, *, restore: bool) -> None:
        if self.is_searching:
            self.leave_search()
            self.query_bar.set_text(self._asked)
        if restore and self._before is not None:
            self._asked, view = self._before
            self.query_bar.set_text(self._asked)
            self.show_view(view)
        self._before = None
        self.query_one(Complaint).close()
        self.show_counts()

    def action_query(self) -> None:
        """Type a query."""
        self.leave_search()
        if self.view is not None:
            self._before = self._asked, self.view
            self.query_one(Complaint).open()
            self.query_bar.edit()
            self.query_one(KeyBar).show_editing()

    @on(QueryBar.Done)
    def _on_done(self, event: QueryBar.Done) -> None:
        """Leave the bar, unless what is to be kept is not understood, or still searched for."""
        if event.keep and self.is_searching:
            self._done_then = event
            return
        broken = self.query_one(Complaint).error is not None
        if not event.keep or not broken:
            self._close_bar(restore=not event.keep)
            if event.keep:
                self.session.state.add_query(self._asked)
            self.leave_bar()
            self.show_counts()
            if event.keep and self.view is not None and (remark := hint(self.view.query)):
                self.tell(remark)
        self._pass_late_keys_on()

    def _pass_late_keys_on(self) -> None:
        for key in self.query_bar.input.take_late_keys():
            self.app.post_message(key)

    def action_possible(self) -> None:
        """Show or hide possible matches."""
        if self.view is not None:
            self.show_view(self.view.showing_possible(not self.view.with_possible))


def _gather(index: Index, part: str) -> None:
    getattr(index, part)
    gc_policy.exempt_existing_objects()
