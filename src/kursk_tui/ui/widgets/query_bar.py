"""The query bar: what is asked, what it found, and what is wrong with it."""

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from kursk_tui.query import Answer, QueryError
from kursk_tui.ui.line import BLANK, Line, Span, line
from kursk_tui.ui.widgets.bar import Bar

_PLACEHOLDER = "type / to filter, for example  killed:>100  likelihood:likely  is:unattributed"


class QueryBar(Horizontal):
    """One line: the query at the left, the counts of its answer at the right."""

    @dataclass
    class Asked(Message):
        """The text of the query changed."""

        text: str

    @dataclass
    class Accepted(Message):
        """The reader is done with typing."""

    def compose(self) -> ComposeResult:
        """Lay out prompt, input and counts."""
        yield Bar(id="prompt")
        query = Input(placeholder=_PLACEHOLDER, compact=True, select_on_focus=False)
        query.cursor_blink = False
        yield query
        yield Bar(id="counts")

    def on_mount(self) -> None:
        """Show the prompt; the input takes the focus only when it is asked for."""
        self.query_one("#prompt", Bar).say(line(Span("/ ", "accent")))
        self.input.can_focus = False

    @property
    def input(self) -> Input:
        """The input."""
        return self.query_one(Input)

    @property
    def editing(self) -> bool:
        """Whether the reader is typing a query."""
        return self.input.has_focus

    def edit(self) -> None:
        """Let the reader type."""
        self.input.can_focus = True
        self.screen.set_focus(self.input)  # now: the next key may be here already
        self.input.cursor_position = len(self.input.value)

    def set_text(self, text: str) -> None:
        """Show a query without asking it."""
        with self.input.prevent(Input.Changed):
            self.input.value = text

    def show_answer(self, answer: Answer, *, asked: bool, with_possible: bool) -> None:
        """Show how many claims match, possibly match, and do not state what was asked."""
        counts = BLANK
        if asked:
            possible = answer.possible.bit_count()
            shown = "shown" if with_possible else "~ shows"
            counts = line(
                Span(f"{answer.match.bit_count():,} match", "strong"),
                Span(f" · {possible:,} possible", "possible" if possible else "muted"),
                Span(f" ({shown})" if possible else "", "muted"),
                Span(f" · {answer.unstated.bit_count():,} not stated", "muted"),
            )
        bar = self.query_one("#counts", Bar)
        bar.display = asked
        bar.say(BLANK, counts)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Asked(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Accepted())

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Take the input out of the way of the tab key."""
        self.input.can_focus = False


def complaint(error: QueryError, prompt: int, scroll: int) -> Line:
    """Return carets under what is wrong, `prompt` cells in, and the sentence after them."""
    start = max(0, error.start - scroll)
    end = max(start + 1, error.end - scroll)
    return line(
        " " * (prompt + start),
        Span("^" * (end - start), "warning"),
        Span(f" {error.sentence}", "warning"),
    )
