"""Navigation to queries, claims and panes, with a history as in a browser."""

from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from kursk_tui.query import QueryError, View
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.dashboard.selection import Selection


class Place(NamedTuple):
    """A place in the history: query, possible matches shown or not, selected claim, pane."""

    query: str
    with_possible: bool
    selected: int | None
    pane: str


MAX_PLACES = 1_000
"""The number of places that the history keeps in each direction."""


def _no_places() -> deque[Place]:
    return deque(maxlen=MAX_PLACES)


@dataclass
class History:
    """The latest places before and after the current one."""

    earlier: deque[Place] = field(default_factory=_no_places)
    later: deque[Place] = field(default_factory=_no_places)

    def copy(self) -> "History":
        """Return an independent copy."""
        return History(self.earlier.copy(), self.later.copy())

    def leave(self, here: Place) -> None:
        """Add a place before going to a new one; drop the later places."""
        if not self.earlier or self.earlier[-1] != here:
            self.earlier.append(here)
        self.later.clear()

    def back(self, here: Place) -> Place | None:
        """Return the previous place, or None at the beginning."""
        return _step(here, self.earlier, self.later)

    def forward(self, here: Place) -> Place | None:
        """Return the next place, or None at the end."""
        return _step(here, self.later, self.earlier)


def _step(here: Place, source: deque[Place], target: deque[Place]) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            target.append(here)
            return place
    return None


class AskedQuery(Protocol):
    """The query, as navigation uses it."""

    view: View
    text: str

    @property
    def searching(self) -> bool:
        """Whether a search runs in the background."""

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run work that asks queries."""

    async def ask(self, text: str) -> QueryError | None:
        """Show a query and its answer; return the error of an invalid query."""

    async def find(self, text: str) -> View | QueryError:
        """Return the answer to a query."""

    def adopt(self, text: str, view: View, *, with_possible: bool | None = None) -> None:
        """Show a query with its answer."""

    def edit(self) -> None:
        """Start typing a query."""

    def clear(self) -> None:
        """Show the whole briefing."""

    def abandon_search(self) -> None:
        """Abandon the running search."""


class PaneSwitch(Protocol):
    """The panes, as navigation uses them."""

    current: str

    @property
    def in_reader(self) -> bool:
        """Whether the current pane is the document."""

    def go_to(self, pane: str) -> None:
        """Make a pane the current one."""

    def show_evidence(self) -> None:
        """Go to the document."""

    def show_sources(self) -> None:
        """Go to the sources, and open the source of the selected claim."""

    def track(self, claim: int) -> None:
        """Follow a figure of a claim through time: the one under the cursor, or the first."""

    def term(self) -> str | None:
        """Return the query term for the row under the cursor."""

    def step_out(self) -> bool:
        """Leave the current pane or close the reader; return False if neither applies."""

    def unzoom(self) -> None:
        """Show the other panes again."""


class Navigator:
    """Goes to other queries, claims and panes, and keeps the history."""

    def __init__(
        self,
        query: AskedQuery,
        selection: Selection,
        panes: PaneSwitch,
        cancel_reload: Callable[[], bool],
        show_message: ShowMessage,
    ) -> None:
        self._query = query
        self._selection = selection
        self._panes = panes
        self._cancel_reload = cancel_reload
        self._show_message = show_message
        self._history = History()

    def forget(self) -> None:
        """Clear the history: the numbers of the claims have changed."""
        self._history = History()

    def leave(self) -> None:
        """Add the current place to the history before going to another."""
        self._history.leave(self._place())

    def _place(self) -> Place:
        query = self._query
        return Place(
            query.text, query.view.with_possible, self._selection.claim, self._panes.current
        )

    # Queries.

    def edit_query(self) -> None:
        """Start typing a query; the selected claim is restored whenever it is shown."""
        self.leave()
        self._selection.choose(self._selection.claim)
        self._query.edit()

    def ask(self, query: str) -> None:
        """Replace the query, or report the error of an invalid one."""
        self._query.start(self._ask(query))

    async def _ask(self, query: str) -> None:
        here = self._place()
        error = await self._query.ask(query)
        if error is None:
            self._history.leave(here)
        else:
            self._show_message(f"{error.sentence} · {query}")

    def only(self, prefix: str) -> None:
        """Narrow the query to the row under the cursor; the prefix `-` excludes it instead."""
        term = self._panes.term()
        if term is None:
            self._show_message("no row is under the cursor; j and k move it")
        else:
            self.narrow(f"{prefix}{term}")

    def narrow(self, term: str) -> None:
        """Add a term to the query unless it contains the term."""
        from kursk_tui.query.editing import with_term  # loaded when it is first needed

        text = with_term(self._query.text, term)
        if text != self._query.text:
            self.ask(text)

    # Claims and panes.

    def go_to_claim(self, claim: int) -> None:
        """Select a claim by number; clear the query if it does not show the claim."""
        self.leave()
        if not self._query.view.shows(claim):
            self._query.clear()
        self._selection.choose(claim)

    def evidence(self) -> None:
        """Go to the passage of the selected claim in the document."""
        if not self._panes.in_reader:
            self.leave()
        self._panes.show_evidence()

    def sources(self) -> None:
        """Go to the source of the selected claim, and open it."""
        self.leave()
        self._panes.show_sources()

    def track(self) -> None:
        """Follow the figure under the cursor through time, or the first of the selected claim."""
        claim = self._selection.claim
        if claim is None or not self._query.view.claims[claim].figures:
            self._show_message("no figure to follow: select a claim that states a figure")
            return
        self.leave()
        self._panes.track(claim)

    def unwind(self) -> None:
        """Undo one step: cancel a reload or search, leave a pane, clear the query, or unzoom."""
        if self.cancel() or self._panes.step_out():
            return
        if self._query.text:
            self.leave()
            self._query.clear()
        else:
            self._panes.unzoom()

    def cancel(self) -> bool:
        """Cancel a reload or a search; return whether one was running."""
        if self._cancel_reload():
            return True
        searching = self._query.searching
        if searching:
            self._query.abandon_search()
        return searching

    # Back and forward.

    def back(self) -> None:
        """Go back to the previous place."""
        self._query.start(self._go(History.back, "no earlier place to go back to"))

    def forward(self) -> None:
        """Go forward again."""
        self._query.start(self._go(History.forward, "no later place to go forward to"))

    async def _go(self, step: Callable[[History, Place], Place | None], no_place: str) -> None:
        history = self._history.copy()  # an abandoned search must not change the history
        place = step(history, self._place())
        if place is None:
            self._show_message(no_place)
            return
        view = await self._query.find(place.query)
        if isinstance(view, QueryError):
            self._show_message(view.sentence)
            return
        self._history = history
        self._selection.expect(place.selected)
        self._query.adopt(place.query, view, with_possible=place.with_possible)
        self._panes.go_to(place.pane)
