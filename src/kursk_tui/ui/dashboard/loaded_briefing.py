"""A new version of the briefing, with the answer to the current query."""

from typing import NamedTuple

from kursk_tui.query import QueryError, View


def answer_of(view: View, query: str) -> View | QueryError:
    """Return the view that answers a query, or the error in the query."""
    try:
        found = view.ask(query)
        found.remarks  # noqa: B018  # found here, as a large briefing is searched in the background
    except QueryError as error:
        # The traceback would keep the view alive while the error is shown.
        error.__context__ = None
        return error.with_traceback(None)
    return found


class LoadedBriefing(NamedTuple):
    """The view of a whole briefing, and the answer to a query."""

    view: View
    query: str
    answer: View | QueryError

    @classmethod
    def of(cls, view: View, query: str) -> "LoadedBriefing":
        """Return the view of a whole briefing with the answer to a query."""
        return cls(view, query, answer_of(view, query))

    def answering(self, query: str) -> "LoadedBriefing":
        """Return the same briefing with the answer to another query."""
        if query == self.query:
            return self
        return LoadedBriefing.of(self.view, query)

    def has_the_ids_of(self, before: View) -> bool:
        """Return whether the claims have the same ids, in the same order, as those before."""
        now, then = self.view.claims, before.claims
        return len(now) == len(then) and all(
            one.id == other.id for one, other in zip(now, then, strict=True)
        )
