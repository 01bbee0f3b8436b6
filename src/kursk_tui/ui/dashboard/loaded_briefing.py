"""A briefing as it is read anew, with the answer to the query that is asked of it."""

from typing import NamedTuple

from kursk_tui.model import Briefing
from kursk_tui.query import QueryError, View


def answer_of(view: View, asked: str) -> View | QueryError:
    """Return the view that a query gives, or what is wrong with the query."""
    try:
        return view.ask(asked)
    except QueryError as error:
        # Frames would hold the view as long as the error is shown.
        error.__context__ = None
        return error.with_traceback(None)


class Edition(NamedTuple):
    """The view of a whole briefing, and what a query finds in it."""

    view: View
    asked: str
    found: View | QueryError

    @classmethod
    def of(cls, briefing: Briefing, asked: str) -> "Edition":
        """Return the edition of a briefing under a query."""
        view = View.of(briefing)
        return cls(view, asked, answer_of(view, asked))

    def under(self, asked: str) -> "Edition":
        """Return the edition under what is asked by now, mostly the same."""
        return (
            self if asked == self.asked else Edition(self.view, asked, answer_of(self.view, asked))
        )
