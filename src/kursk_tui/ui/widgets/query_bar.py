"""The query bar: the query, and the counts of its answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from kursk_tui.query import Index, View
from kursk_tui.text.messages import plural
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line, width_of
from kursk_tui.ui.widgets.bar import Bar
from kursk_tui.ui.widgets.prompt import Prompt, TypingEnded
from kursk_tui.ui.widgets.query_input import QueryInput

if TYPE_CHECKING:  # loaded with the first query
    from kursk_tui.query.completion import Completion

PROMPT = "/ "
"""Shown before the text of the query."""

_MIN_INPUT = 24


class QueryBar(Horizontal):
    """A line with the query on the left and the counts of its answer on the right."""

    @dataclass
    class Changed(Message):
        """Sent when the text of the query changes."""

        text: str

    @dataclass
    class FocusLost(Message):
        """Sent when the input loses the focus."""

    @dataclass
    class Clicked(Message):
        """Sent on a click, to start typing."""

    @dataclass
    class Done(Message):
        """Sent on enter (`keep`) or esc, after `Changed` for all typed text."""

        keep: bool

    def __init__(
        self, examples: Sequence[str], before_editing: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__()
        self._before_editing = before_editing
        self._examples = examples
        self._counts_width = 0

    def compose(self) -> ComposeResult:
        """Lay out prompt, input and counts."""
        yield Bar(id="prompt")
        yield QueryInput()
        yield Bar(id="counts")

    def on_mount(self) -> None:
        """Show the prompt; the input can have the focus only during typing."""
        self.query_one("#prompt", Bar).show_parts(line(Span(PROMPT, "accent")))
        self.input.can_focus = False

    @property
    def input(self) -> QueryInput:
        """The input."""
        return self.query_one(QueryInput)

    @property
    def editing(self) -> bool:
        """Whether a query is being typed."""
        return self.screen.focused is self.input  # has_focus changes only later, by a message

    @property
    def text(self) -> str:
        """The text of the input."""
        return self.input.value

    def enable_completion(
        self, index: Callable[[], Index], earlier: Callable[[], Sequence[str]]
    ) -> None:
        """Complete queries from an index, and recall earlier queries."""

        def complete_from_index(text: str) -> "Completion":
            from kursk_tui.query.completion import complete

            return complete(text, index())

        self.input.complete = complete_from_index
        self.input.earlier_queries = earlier

    def suggest(self, examples: Sequence[str] | None = None) -> None:
        """Show as many examples as fit while the query is empty; None keeps the examples."""
        if examples is not None:
            self._examples = examples
        room = self.app.size.width - len(PROMPT) - 3
        words = "type / to filter"
        for number, example in enumerate(self._examples):
            longer = f"{words}{'  ' if number else ', for example  '}{example}"
            if cell_len(longer) > room:
                break
            words = longer
        self.input.placeholder = words

    def edit(self) -> None:
        """Start editing: keys are text."""
        self._before_editing()
        self.input.can_focus = True
        self.screen.set_focus(self.input)  # at once: the next key may already be queued
        self.input.start()

    def set_text(self, text: str) -> None:
        """Show a query without searching."""
        with self.input.prevent(Input.Changed):
            self.input.value = text

    def release_late_keys(self) -> None:
        """Handle the keys pressed after enter or esc; later keys are text again."""
        self.app.post_message(TypingEnded(self.input))

    def show_answer(self, view: View | None) -> None:
        """Show the numbers of claims that match, possibly match, and state nothing relevant."""
        self._show_counts(BLANK if view is None else self._counts(view))

    def show_progress(self, step: str) -> None:
        """Show the current step of the search instead of the counts."""
        progress = f"{step} ·" if step else "searching…"
        self._show_counts(line(Span(f" {progress} esc cancels", "muted")))

    def _show_counts(self, counts: Line) -> None:
        bar = self.query_one("#counts", Bar)
        bar.show_parts(BLANK, counts)
        # Each new width causes a layout of the whole screen: during typing, it only grows.
        if width_of(counts) > self._counts_width or not self.editing:
            self._counts_width = width_of(counts)
            bar.display = bool(counts)
            bar.styles.width = self._counts_width

    def _counts(self, view: View) -> Line:
        answer = view.answer
        possible = answer.possible.bit_count()
        hint = " (shown)" if view.with_possible else "" if self.editing else " (~ shows)"
        hint = hint if possible else ""
        taken = _MIN_INPUT if self.editing else min(_MIN_INPUT, cell_len(self.text) + 1)
        room = self.app.size.width - len(PROMPT) - taken
        matches = Span(f" {plural(answer.match.bit_count(), 'match', 'matches')}", "strong")
        maybe = Span(f" · {possible:,} possible", "possible" if possible else "muted")
        unstated = Span(f" · {answer.unstated.bit_count():,} not stated", "muted")
        for counts in (
            line(matches, maybe, Span(hint, "muted"), unstated),
            line(matches, maybe, unstated),
            line(matches, maybe),
        ):
            if width_of(counts) <= room:
                return counts
        short = f" {answer.match.bit_count():,}/{possible:,}/{answer.unstated.bit_count():,}"
        return line(Span(short, "strong")) if len(short) <= room else BLANK

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Prompt.Done)
    def _done(self, event: Prompt.Done) -> None:
        event.stop()
        self.post_message(self.Done(event.keep))

    def on_click(self) -> None:
        """Start typing a query."""
        if not self.editing:
            self.post_message(self.Clicked())

    def on_descendant_blur(self) -> None:
        """Exclude the input from the focus chain, and report the end of typing."""
        self.input.can_focus = False
        self.post_message(self.FocusLost())
        if not self.editing:
            self.release_late_keys()
