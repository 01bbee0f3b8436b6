"""The query: what is typed, what is committed, and the view that answers it."""

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple, Protocol

from kursk_tui.query import QueryError, View, hint
from kursk_tui.text.messages import plural
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing, answer_of
from kursk_tui.ui.dashboard.ports import Tell
from kursk_tui.ui.dashboard.search import Search


class QueryField(Protocol):
    """The input of the query."""

    @property
    def editing(self) -> bool:
        """Whether a query is being typed."""

    @property
    def text(self) -> str:
        """The text of the input."""

    def edit(self) -> None:
        """Take the keys as text."""

    def set_text(self, text: str) -> None:
        """Show a query without asking it."""

    def show_answer(self, view: View | None) -> None:
        """Show the counts of an answer; None shows none."""

    def release_late_keys(self) -> None:
        """Have the keys handled that came behind enter or esc, and take keys as text again."""


class QueryStatus(Protocol):
    """The line below the query while it is typed."""

    error: QueryError | None

    def open(self) -> None:
        """Show how a query is written."""

    def close(self) -> None:
        """Disappear."""

    def show(self, error: QueryError | None, remark: str | None = None) -> None:
        """Show the place of an error, or else a remark."""


class QueryPanes(Protocol):
    """The panes that show the answer."""

    def reset(self, view: View) -> None:
        """Have every visible pane show this view, and no answer that was shown early."""

    def focus_current(self) -> None:
        """Give the focus to the current pane, at once."""


class _Committed(NamedTuple):
    """The query and view to restore when the typed query is given up."""

    text: str
    view: View


class QueryController:
    """Keeps the query and its view, which always change together.

    While a query is typed, its answer is shown; a broken query leaves the view from before typing
    began. Enter commits the typed query, esc restores the one before. Enter waits for a search
    that runs, and so do the keys behind it.
    """

    def __init__(
        self,
        view: View,
        text: str,
        *,
        field: QueryField,
        status: QueryStatus,
        search: Search,
        panes: QueryPanes,
        show_view: Callable[[View], None],
        remember: Callable[[str], None],
        tell: Tell,
    ) -> None:
        self.view = view
        self.text = text
        self._field = field
        self._status = status
        self._search = search
        self._panes = panes
        self._show_view = show_view
        self._remember = remember
        self._tell = tell
        self._committed: _Committed | None = None
        self._enter_waits = False

    @property
    def searching(self) -> bool:
        """Whether the answer to a query is searched in the background."""
        return self._search.running

    def show(self, view: View) -> None:
        """Show another view of the same query, and its counts."""
        self.view = view
        self.show_counts()
        self._show_view(view)

    def show_counts(self) -> None:
        """Show the counts of the answer, if anything is asked."""
        self._field.show_answer(self.view if self.text.strip() else None)

    def toggle_possible(self) -> None:
        """Show or hide possible matches."""
        self.show(self.view.showing_possible(not self.view.with_possible))

    # Asking from an action.

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run work that asks queries: at once, or in the background from a large search on."""
        self._search.start(self._then_enter(work))

    async def _then_enter(self, work: Coroutine[Any, Any, None]) -> None:
        await work
        if self._enter_waits:
            self._enter_waits = False
            self.finish(keep=True)

    async def ask(self, text: str) -> QueryError | None:
        """Show a query and its answer; return the error of a broken one, which changes nothing."""
        found = await self.find(text)
        if isinstance(found, QueryError):
            return found
        self.adopt(text, found)
        return None

    async def find(self, text: str) -> View | QueryError:
        """Return the answer to a query; waits only where a large briefing is searched."""
        self.abandon_search()
        return await self._search.find(self.view, text)

    def adopt(self, text: str, view: View, *, with_possible: bool | None = None) -> None:
        """Make a query and its answer the current ones; None keeps possible matches as they are."""
        self.text = text
        self._field.set_text(text)
        self._show_found(view, with_possible)

    def clear(self) -> None:
        """Show the whole briefing."""
        self.abandon_search()
        found = answer_of(self.view, "")
        assert isinstance(found, View)
        self.adopt("", found)

    def abandon_search(self) -> None:
        """Abandon the search that runs, if any; the view stays."""
        if self._search.abandon():
            self._panes.reset(self.view)
            self.show_counts()
        if self._enter_waits:
            self._enter_waits = False
            self._field.release_late_keys()

    def _show_found(self, view: View, with_possible: bool | None = None) -> None:
        # Possible matches may have been shown or hidden while the search ran.
        if with_possible is None:
            with_possible = self.view.with_possible
        same = view.with_possible == with_possible
        self.show(view if same else view.showing_possible(with_possible))

    # Typing.

    def edit(self) -> None:
        """Begin to type a query."""
        self.abandon_search()
        self._committed = _Committed(self.text, self.view)
        self._status.open()
        self._field.edit()

    def typed(self, text: str) -> None:
        """Answer the query as typed so far."""
        self.start(self._answer_typed(text))

    async def _answer_typed(self, text: str) -> None:
        found = await self.find(text)
        if isinstance(found, QueryError):
            self._complain(found)
        else:
            self._status.show(None, hint(found.query))
            self.text = text
            self._show_found(found)

    def _complain(self, error: QueryError) -> None:
        self._status.show(error)
        if self._committed is not None:
            self.text = self._committed.text
            self.show(self._committed.view)
            self._field.show_answer(None)

    def finish(self, *, keep: bool) -> None:
        """End typing with enter (`keep`) or esc; enter has no effect on a broken query."""
        if keep and self.searching:
            self._enter_waits = True
            return
        if not keep or self._status.error is None:
            self._close(restore=not keep)
            if keep:
                self._remember(self.text)
            self._panes.focus_current()
            self.show_counts()
            if keep and (remark := hint(self.view.query)):
                self._tell(remark)
        self._field.release_late_keys()

    def cancel_enter(self) -> bool:
        """Handle esc behind an enter that waits for an answer; return whether one waits."""
        waits = self._enter_waits
        if waits:
            self.finish(keep=False)
        return waits

    def focus_lost(self) -> None:
        """End typing without a key: a query without an error is kept."""
        self._close(restore=self._status.error is not None)

    def _close(self, *, restore: bool) -> None:
        if self.searching:
            self.abandon_search()
            self._field.set_text(self.text)
        if restore and self._committed is not None:
            self.text = self._committed.text
            self._field.set_text(self.text)
            self.show(self._committed.view)
        self._committed = None
        self._status.close()
        self.show_counts()

    # Another version of the briefing.

    def load(self, loaded: LoadedBriefing) -> str:
        """Show a briefing loaded again under the same query; return what to report about it.

        A query that the briefing cannot answer is given up.
        """
        enter_waited, self._enter_waits = self._enter_waits, False
        self.abandon_search()
        loaded = loaded.answering(self.text)
        report = f"read again: {plural(len(loaded.view.claims), 'claim')}"
        found = loaded.answer
        if isinstance(found, QueryError):
            report += f"; the query is cleared: {found.sentence}"
            found, self.text = loaded.view, ""
            if not self._field.editing:
                self._field.set_text("")
        self._show_found(found)
        if self._committed is not None:
            before = answer_of(loaded.view, self._committed.text)
            if isinstance(before, View):
                self._committed = _Committed(self._committed.text, before)
            else:
                self._committed = _Committed("", loaded.view)
        if self._field.editing:
            self._ask_again(enter_waited)
        return report

    def _ask_again(self, enter_waited: bool) -> None:
        """Re-run the typed query on the reloaded briefing."""
        self.typed(self._field.text)
        if enter_waited:
            self.finish(keep=True)
