"""The input of the query bar, with history and completion."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.reactive import var

from kursk_tui.ui.widgets.prompt import Prompt
from kursk_tui.ui.widgets.query_history import Completions, QueryHistory

if TYPE_CHECKING:  # loaded with the first query
    from kursk_tui.query.completion import Completion


_COMPARES = re.compile("[<>≤≥＜＞]")


class _Completed(NamedTuple):
    """A text in which tab has put a value, from `start` to `end`."""

    text: str
    start: int
    end: int


class QueryInput(Prompt):
    """The input of the query, with history and completion.

    `completions` are the candidates while the text contains one of several, or None.
    """

    completions: var[Completions | None] = var(None, init=False, always_update=True)

    def __init__(self) -> None:
        super().__init__(id="query")
        self.complete: Callable[[str], Completion] | None = None
        self.earlier_queries: Callable[[], Sequence[str]] = tuple
        self._history: QueryHistory | None = None
        self._completed: _Completed | None = None

    def handle(self, key: str) -> bool:
        """Recall queries with up and down, complete with tab."""
        match key:
            case "up" | "down":
                self._recall(1 if key == "up" else -1)
            case "tab" | "shift+tab":
                self._complete(1 if key == "tab" else -1)
            case _:
                return False
        return True

    def start(self) -> None:
        """Reset the history and the completions, and move the cursor to the end."""
        self._history = self.completions = None
        self.cursor_position = len(self.value)

    def _recall(self, steps: int) -> None:
        history = self._history
        if history is None or self.value != history.text:
            history = QueryHistory(tuple(self.earlier_queries()), self.value)
        self._history = history.moved(steps)
        self._put(self._history.text)

    def _complete(self, steps: int) -> None:
        completions = self.completions
        if completions is None or self.value != completions.text:
            if self.complete is None:
                return
            found = self.complete(self.value[: self.cursor_position])
            head = self.value[: found.start]
            tail = self.value[self.cursor_position :]
            if not found.candidates:
                return
            completions = Completions(head, tail, found.candidates, -1 if steps > 0 else 0)
        completions = completions.moved(steps)
        end = len(completions.text) - len(completions.tail)
        self._put(completions.text, end)
        if not completions.text[:end].endswith(":"):  # the name of a field
            self._completed = _Completed(completions.text, len(completions.head), end)
        self.completions = completions if len(completions.candidates) > 1 else None

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert text; what cannot follow the value that tab has just put there replaces it."""
        done, self._completed = self._completed, None
        if done is not None and (self.value, self.cursor_position) == (done.text, done.end):
            value = done.text[done.start : done.end]
            follows_star = text[:1].isspace() or text.startswith(")")
            if (value == "*" and not follows_star) or _COMPARES.match(text):
                self.delete(done.start, done.end)
        super().insert_text_at_cursor(text)

    def _put(self, text: str, cursor: int | None = None) -> None:
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor
