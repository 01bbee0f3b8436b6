"""The query: the typed and the committed text, and the view that answers it."""

from collections.abc import Callable, Coroutine
from typing import Any, NamedTuple

from kursk_tui.query import QueryError, View
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing, answer_of
from kursk_tui.ui.dashboard.ports import QueryField, QueryPanes, QueryStatus, ShowMessage
from kursk_tui.ui.dashboard.search import Search


class _Committed(NamedTuple):
    """The query and view to restore if typing is cancelled."""

    text: str
    view: View


class QueryController:
    """Keeps the query and its view, which always change together.

    During typing, the answer to the typed query is shown; an invalid query shows the committed
    view, and an unfinished one the last answer. Enter commits the typed query; esc restores the
    committed one. Enter waits for a running search, and so do the keys pressed after it.
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
        show_message: ShowMessage,
    ) -> None:
        self.view = view
        self.text = text
        self._field = field
        self._status = status
        self._search = search
        self._panes = panes
        self._show_view = show_view
        self._remember = remember
        self._show_message = show_message
        self._committed: _Committed | None = None
        self._enter_waits = False

    @property
    def searching(self) -> bool:
        """Whether a search runs in the background."""
        return self._search.running

    @property
    def enter_waits(self) -> bool:
        """Whether an enter, and the keys after it, wait for the answer to the typed query."""
        return self._enter_waits

    def show(self, view: View) -> None:
        """Show another view of the same query, and its counts."""
        self.view = view
        self.show_counts()
        self._show_view(view)

    def show_counts(self) -> None:
        """Show the counts of the answer, unless the query is empty."""
        self._field.show_answer(self.view if self.text.strip() else None)

    def toggle_possible(self) -> None:
        """Show or hide possible matches."""
        self.show(self.view.showing_possible(not self.view.with_possible))

    # Queries from actions.

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run work that asks queries; a large search moves the rest of it to the background."""
        self._search.start(self._then_enter(work))

    async def _then_enter(self, work: Coroutine[Any, Any, None]) -> None:
        await work
        if self._enter_waits:
            self._enter_waits = False
            self.finish(keep=True)

    async def ask(self, text: str) -> QueryError | None:
        """Show a query, its answer and a remark; or return its error, and change nothing."""
        found = await self.find(text)
        if isinstance(found, QueryError):
            return found
        self.adopt(text, found)
        self._show_remark()
        return None

    async def find(self, text: str) -> View | QueryError:
        """Return the answer to a query; suspends only if the briefing is large."""
        self.abandon_search()
        return await self._search.find(self.view, text)

    def adopt(self, text: str, view: View, *, with_possible: bool | None = None) -> None:
        """Show a query with its answer; None keeps the setting for possible matches."""
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
        """Abandon the running search, if any; the view does not change."""
        if self._search.abandon():
            self._panes.reset(self.view)
            self.show_counts()
        if self._enter_waits:
            self._enter_waits = False
            self._field.release_late_keys()

    def _show_remark(self) -> None:
        """Show the first remark on the query, if there is one."""
        if self.view.remarks:
            self._show_message(self.view.remarks[0].sentence)

    def _show_found(self, view: View, with_possible: bool | None = None) -> None:
        # The user may have toggled possible matches during the search.
        if with_possible is None:
            with_possible = self.view.with_possible
        same = view.with_possible == with_possible
        self.show(view if same else view.showing_possible(with_possible))

    # Typing.

    def edit(self) -> None:
        """Start typing a query."""
        self.abandon_search()
        self._committed = _Committed(self.text, self.view)
        self._status.open()
        self._panes.show_typing(True)
        self._field.edit()

    def typed(self, text: str) -> None:
        """Answer the query typed so far."""
        self.start(self._answer_typed(text))

    async def _answer_typed(self, text: str) -> None:
        found = await self.find(text)
        if isinstance(found, QueryError):
            self._show_unless_unfinished(text, found)
        else:
            self._status.show(None, next(iter(found.remarks), None))
            self.text = text
            self._show_found(found)

    def _show_unless_unfinished(self, text: str, error: QueryError) -> None:
        from kursk_tui.query.unfinished import lasting_error  # loaded with the first query

        lasting = lasting_error(text, error, self.view.index)
        if lasting is None:
            self._status.hold_back(error)
            self._field.show_answer(None)
        else:
            self._show_error(lasting)

    def _show_error(self, error: QueryError) -> None:
        self._status.show(error)
        if self._committed is not None:
            self.text = self._committed.text
            self.show(self._committed.view)
            self._field.show_answer(None)

    def finish(self, *, keep: bool) -> None:
        """End typing with enter (`keep`) or esc; enter has no effect on an invalid query."""
        if keep and self.searching:
            self._enter_waits = True
            return
        if keep and self._status.error is not None:
            self._show_error(self._status.error)
        else:
            self._close(restore=not keep)
            if keep:
                self._remember(self.text)
            self._panes.focus_current()
            self.show_counts()
            if keep:
                self._show_remark()
        self._field.release_late_keys()

    def cancel_enter(self) -> bool:
        """Handle esc after an enter that waits for an answer; return False if none waits."""
        waits = self._enter_waits
        if waits:
            self.finish(keep=False)
        return waits

    def focus_lost(self) -> None:
        """End typing without a key; a valid query is kept."""
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
        self._panes.show_typing(False)
        self.show_counts()

    # New versions of the briefing.

    def load(self, loaded: LoadedBriefing) -> str:
        """Show a new version of the briefing under the same query.

        A query that this version cannot answer is cleared; return the end of a message about that.
        """
        enter_waited, self._enter_waits = self._enter_waits, False
        self.abandon_search()
        loaded = loaded.answering(self.text)
        report = ""
        found = loaded.answer
        if isinstance(found, QueryError):
            report = f"; the query is cleared: {found.sentence}"
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
            self._retype(enter_waited)
        return report

    def _retype(self, enter_waited: bool) -> None:
        """Rerun the typed query, and repeat an enter that waited for its answer."""
        self.typed(self._field.text)
        if enter_waited:
            self.finish(keep=True)
