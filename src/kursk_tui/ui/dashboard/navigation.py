"""Where the user has been, and the ways to another place: back and forward, as in a browser."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from kursk_tui.query import QueryError, View, parse
from kursk_tui.query.syntax.tree import And, Or
from kursk_tui.ui.dashboard.ports import Tell
from kursk_tui.ui.dashboard.selection import Selection


class Place(NamedTuple):
    """A place to come back to: query, possible matches shown or not, selected claim, pane."""

    query: str
    with_possible: bool
    selected: int | None
    pane: str


@dataclass
class History:
    """The places behind and ahead of the present one."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def copy(self) -> "History":
        """Return an independent copy."""
        return History(self.behind.copy(), self.ahead.copy())

    def leave(self, here: Place) -> None:
        """Remember a place on the way to a new one, and forget those ahead."""
        if not self.behind or self.behind[-1] != here:
            self.behind.append(here)
        self.ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place before this one, or None at the beginning."""
        return _step(here, self.behind, self.ahead)

    def forward(self, here: Place) -> Place | None:
        """Return the place after this one, or None at the end."""
        return _step(here, self.ahead, self.behind)


def _step(here: Place, source: list[Place], target: list[Place]) -> Place | None:
    while source:
        place = source.pop()
        if place != here:
            target.append(here)
            return place
    return None


class AskedQuery(Protocol):
    """The query, as far as navigation needs it."""

    view: View
    text: str

    @property
    def searching(self) -> bool:
        """Whether the answer to a query is searched in the background."""

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run work that asks queries."""

    async def ask(self, text: str) -> QueryError | None:
        """Show a query and its answer; return the error of a broken one."""

    async def find(self, text: str) -> View | QueryError:
        """Return the answer to a query."""

    def adopt(self, text: str, view: View, *, with_possible: bool | None = None) -> None:
        """Make a query and its answer the current ones."""

    def edit(self) -> None:
        """Begin to type a query."""

    def clear(self) -> None:
        """Show the whole briefing."""

    def abandon_search(self) -> None:
        """Abandon the search that runs."""


class PaneSwitch(Protocol):
    """The panes, as far as navigation needs them."""

    current: str

    @property
    def in_reader(self) -> bool:
        """Whether the current pane is the document."""

    def go_to(self, pane: str) -> None:
        """Make a pane the current one."""

    def show_evidence(self) -> None:
        """Go to the document."""

    def show_sources(self) -> None:
        """Go to the sources, with that of the selected claim opened."""

    def term(self) -> str | None:
        """Return the query term for what is under the cursor."""

    def step_out(self) -> bool:
        """Leave the current pane or close the reader; return whether there was a way out."""

    def unzoom(self) -> None:
        """Show the other panes again."""


class Navigator:
    """Goes to other queries, claims and panes, and remembers the way back."""

    def __init__(
        self,
        query: AskedQuery,
        selection: Selection,
        panes: PaneSwitch,
        cancel_reading: Callable[[], bool],
        tell: Tell,
    ) -> None:
        self._query = query
        self._selection = selection
        self._panes = panes
        self._cancel_reading = cancel_reading
        self._tell = tell
        self._history = History()

    def forget(self) -> None:
        """Forget all places: the claims have other numbers now."""
        self._history = History()

    def leave(self) -> None:
        """Remember the present place on the way to another."""
        self._history.leave(self._place())

    def _place(self) -> Place:
        query = self._query
        return Place(
            query.text, query.view.with_possible, self._selection.claim, self._panes.current
        )

    # Queries.

    def edit_query(self) -> None:
        """Type a query; whatever is typed, the selected claim comes back with it."""
        self.leave()
        self._selection.choose(self._selection.claim)
        self._query.edit()

    def ask(self, query: str) -> None:
        """Ask a query instead of the present one, or report what is wrong with it."""
        self._query.start(self._ask(query))

    async def _ask(self, query: str) -> None:
        here = self._place()
        error = await self._query.ask(query)
        if error is None:
            self._history.leave(here)
        else:
            self._tell(f"{error.sentence} · {query}")

    def only(self, prefix: str) -> None:
        """Restrict the query to what is under the cursor, or with prefix `-` exclude it."""
        term = self._panes.term()
        if term is None:
            self._tell("nothing is under the cursor here; j and k move it")
        else:
            self.narrow(f"{prefix}{term}")

    def narrow(self, term: str) -> None:
        """Add a term to the query, unless it is there."""
        query, text = self._query.view.query, self._query.text
        parts = query.parts if isinstance(query, And) else (query,)
        if parse(term) not in parts:
            text = f"({text})" if isinstance(query, Or) else text
            self.ask(f"{text} {term}".strip())

    # Claims and panes.

    def go_to_claim(self, claim: int) -> None:
        """Select a claim by its number; a query that does not show it is cleared."""
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
        """Go to the source of the selected claim, with the other claims of that source."""
        self.leave()
        self._panes.show_sources()

    def unwind(self) -> None:
        """Go one step out: reading, search, claim or document, query, zoom; never quits."""
        if self._cancel_reading():
            return
        if self._query.searching:
            self._query.abandon_search()
        elif self._panes.step_out():
            return
        elif self._query.text:
            self.leave()
            self._query.clear()
        else:
            self._panes.unzoom()

    # Back and forward.

    def back(self) -> None:
        """Go back to the place before."""
        self._query.start(self._go(History.back))

    def forward(self) -> None:
        """Go forward again."""
        self._query.start(self._go(History.forward))

    async def _go(self, step: Callable[[History, Place], Place | None]) -> None:
        history = self._history.copy()  # an abandoned search has led nowhere
        place = step(history, self._place())
        if place is None:
            return
        view = await self._query.find(place.query)
        if isinstance(view, QueryError):
            self._tell(view.sentence)
            return
        self._history = history
        self._selection.expect(place.selected)
        self._query.adopt(place.query, view, with_possible=place.with_possible)
        self._panes.go_to(place.pane)
