"""The query bar: the query, the counts of its answer, and the position of its error."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from kursk_tui.query import Index, QueryError, Remark, View
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line, width_of
from kursk_tui.ui.widgets.bar import Bar
from kursk_tui.ui.widgets.prompt import Prompt
from kursk_tui.ui.widgets.query_history import Completions, QueryHistory

if TYPE_CHECKING:  # loaded with the first query
    from kursk_tui.query.completion import Completion

_PROMPT = "/ "
_HELP = "tab completes  up recalls  field:value  -without  a OR b  >=  2024..2025"
_MIN_INPUT = 24


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
        self._put(completions.text, len(completions.text) - len(completions.tail))
        self.completions = completions if len(completions.candidates) > 1 else None

    def _put(self, text: str, cursor: int | None = None) -> None:
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor


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

    def __init__(self, examples: Sequence[str]) -> None:
        super().__init__()
        self._examples = examples
        self._counts_width = 0

    def compose(self) -> ComposeResult:
        """Lay out prompt, input and counts."""
        yield Bar(id="prompt")
        yield QueryInput()
        yield Bar(id="counts")

    def on_mount(self) -> None:
        """Show the prompt; the input can have the focus only during typing."""
        self.query_one("#prompt", Bar).show_parts(line(Span(_PROMPT, "accent")))
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
        room = self.app.size.width - len(_PROMPT) - 3
        words = "type / to filter"
        for number, example in enumerate(self._examples):
            longer = f"{words}{'  ' if number else ', for example  '}{example}"
            if cell_len(longer) > room:
                break
            words = longer
        self.input.placeholder = words

    def edit(self) -> None:
        """Start editing: keys are text."""
        self.input.can_focus = True
        self.screen.set_focus(self.input)  # at once: the next key may already be queued
        self.input.start()

    def set_text(self, text: str) -> None:
        """Show a query without searching."""
        with self.input.prevent(Input.Changed):
            self.input.value = text

    def release_late_keys(self) -> None:
        """Handle the keys pressed after enter or esc; later keys are text again."""
        for key in self.input.take_late_keys():
            self.app.post_message(key)

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
        room = self.app.size.width - len(_PROMPT) - _MIN_INPUT
        for hint_shown in (hint, ""):
            counts = line(
                Span(f" {answer.match.bit_count():,} match", "strong"),
                Span(f" · {possible:,} possible", "possible" if possible else "muted"),
                Span(hint_shown, "muted"),
                Span(f" · {answer.unstated.bit_count():,} not stated", "muted"),
            )
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


class QueryStatusLine(Bar):
    """The line below the query bar during typing: syntax help, completions or an error."""

    def __init__(self, bar: QueryBar) -> None:
        super().__init__(id="query-status")
        self.error: QueryError | None = None
        self._remark: Remark | None = None
        self._bar = bar
        self._completions: Completions | None = None
        self._follows_input = False

    def open(self) -> None:
        """Show the query syntax."""
        if not self._follows_input:
            self._follows_input = True
            self.watch(self._bar.input, "scroll_x", self._show_place, init=False)
            self.watch(self._bar.input, "completions", self._show_completions, init=False)
        self.display = True
        self._show_help()

    def close(self) -> None:
        """Hide the line."""
        self.display = False
        self.error = self._remark = self._completions = None

    def _show_completions(self, completions: Completions | None) -> None:
        """Show the candidates, which replace everything else while the text contains one."""
        self._completions = completions
        if completions is not None:
            self.show_parts(_completions_line(completions, self.size.width))

    def show(self, error: QueryError | None, remark: Remark | None = None) -> None:
        """Show carets below an error, or else below a remark; otherwise the query syntax."""
        if self._completions is not None and self._completions.text != self._bar.input.value:
            self._completions = None
        self.error, self._remark = error, remark
        if error is None and remark is None:
            self._show_help()
            return
        self.display = self.display or error is not None
        self._show_place()
        self.call_after_refresh(
            self._show_place
        )  # the input scrolls a long text only after the refresh

    def _show_help(self) -> None:
        self.error = self._remark = None
        if self._completions is None:
            self.show_parts(line("  ", Span(_HELP, "muted")))

    def _show_place(self) -> None:
        shown = self.error or self._remark
        if shown is None or self._completions is not None:
            return
        field = self._bar.input
        scroll = int(field.scroll_offset.x)
        start = cell_len(field.value[: shown.start]) - scroll
        end = max(start + 1, cell_len(field.value[: shown.end]) - scroll)
        words = Span(shown.sentence, "accent" if self.error is None else "warning")
        if end <= 0:
            self.show_parts(line(Span("← ", words.role), words))
        elif start > field.size.width:
            self.show_parts(line("  ", words, Span(" →", words.role)))
        else:
            start = max(0, start)
            self.show_parts(_carets(start + len(_PROMPT), end - start, words, self.size.width))


def _completions_line(completions: Completions, width: int) -> Line:
    """Return the candidates, scrolled so that the current one is visible."""
    spans = [
        Span(f" {one} ", "strong" if at == completions.at else "muted")
        for at, one in enumerate(completions.candidates)
    ]
    spans[completions.at] = Span(f"[{completions.candidates[completions.at]}]", "strong")
    while (
        width_of(spans[: completions.at + 1]) > max(0, width - 4)
        and len(spans) > 1
        and completions.at
    ):
        spans = spans[1:]
        completions = completions._replace(at=completions.at - 1)
    return line("  ", *spans)


def _carets(start: int, length: int, words: Span, width: int) -> Line:
    """Return carets with the sentence on their right, or on their left if it fits only there."""
    carets = Span("^" * length, words.role)
    wide = cell_len(words.text)
    if start + length + 1 + wide <= width or start <= wide:
        return line(" " * start, carets, " ", words)
    return line(" " * (start - wide - 1), words, " ", carets)
