"""The part of the dashboard that asks: the query bar, its answer, and what is wrong with it."""

from typing import ClassVar

from textual import events, on
from textual.reactive import var
from textual.screen import Screen

from kursk_tui.briefing import Briefing, wording
from kursk_tui.query import QueryError, View, complete, hint
from kursk_tui.ui.session import Session
from kursk_tui.ui.widgets.bar import KeyBar
from kursk_tui.ui.widgets.painting import LINE_CLASSES
from kursk_tui.ui.widgets.query_bar import Complaint, QueryBar, QueryInput


class QueryScreen(Screen[None]):
    """Holds the view that a query gives.

    While a query is typed, its answer is shown; where it is not understood, what was shown before
    typing began. Leaving the bar with enter keeps the query, with esc restores the one before.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES

    view: var[View | None] = var(None, init=False)

    def __init__(self, view: View, query: str, session: Session) -> None:
        super().__init__()
        self._first_view = view
        self._asked = query
        self.session = session
        self._before: tuple[str, View] | None = None

    @property
    def query_bar(self) -> QueryBar:
        """The query bar."""
        return self.query_one(QueryBar)

    def on_mount(self) -> None:
        """Let the bar complete and recall queries."""
        self.query_bar.input.complete = lambda text: complete(text, self._first_view.index)
        self.query_bar.input.recall = lambda: self.session.state.queries

    def show_view(self, view: View) -> None:
        """Show another view, and count its answer."""
        self.view = view
        self._count()

    def _count(self) -> None:
        if self.view is not None:
            self.query_bar.show_answer(
                self.view if self._asked.strip() else None, self.app.size.width
            )

    def on_resize(self, event: events.Resize) -> None:
        """Keep the counts as long as there is room."""
        self._count()

    def set_query(self, text: str) -> None:
        """Show a query and its answer. Raises QueryError."""
        if self.view is not None:
            view = self.view.ask(text)
            self._asked = text
            self.query_bar.set_text(text)
            self.show_view(view)

    def show_briefing(self, briefing: Briefing) -> str:
        """Show another edition of the briefing under the same query; return what to tell of it.

        A query that the new edition cannot answer is given up.
        """
        self._first_view = view = View.of(briefing)
        told = f"read again: {wording.plural(len(briefing.claims), 'claim')}"
        try:
            view = view.ask(self._asked)
        except QueryError as error:
            told += f"; the query is given up: {error.sentence}"
            self._asked = ""
            self.query_bar.set_text("")
        if self.view is not None:
            view = view.showing_possible(self.view.with_possible)
        self.show_view(view)
        return told

    def tell(self, message: str) -> None:
        """Say something in the line of keys, until the next key."""
        self.query_one(KeyBar).tell(message)

    def leave_bar(self) -> None:
        """Give the focus back to where it was; the screen that has panes knows."""

    @on(QueryBar.Asked)
    def _on_asked(self, event: QueryBar.Asked) -> None:
        """Answer what is typed; a broken query changes nothing but the line that says why."""
        if self.view is None:
            return
        try:
            view = self.view.ask(event.text)
        except QueryError as error:
            self._complain(error)
            return
        self._complain(None, hint(view.query))
        self._asked = event.text
        self.show_view(view)

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
        if restore and self._before is not None:
            self._asked, view = self._before
            self.query_bar.set_text(self._asked)
            self.show_view(view)
        self._before = None
        self.query_one(Complaint).close()
        self._count()

    def action_query(self) -> None:
        """Type a query."""
        if self.view is not None:
            self._before = self._asked, self.view
            self.query_one(Complaint).open()
            self.query_bar.edit()
            self.query_one(KeyBar).show_editing()

    @on(QueryBar.Done)
    def _on_done(self, event: QueryBar.Done) -> None:
        """Leave the bar, unless what is to be kept is not understood."""
        broken = self.query_one(Complaint).error is not None
        if not event.keep or not broken:
            self._close_bar(restore=not event.keep)
            if event.keep:
                self.session.state.add_query(self._asked)
            self.leave_bar()
            self._count()
            if event.keep and self.view is not None and (remark := hint(self.view.query)):
                self.tell(remark)
        for key in self.query_bar.input.take_late_keys():
            self.app.post_message(key)

    def action_possible(self) -> None:
        """Show or hide possible matches."""
        if self.view is not None:
            self.show_view(self.view.showing_possible(not self.view.with_possible))
