"""The query bar: what is asked, what it found, and what is wrong with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from kursk_tui.query import Completion, QueryError, View
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line, width_of
from kursk_tui.ui.widgets.bar import Bar
from kursk_tui.ui.widgets.prompt import Prompt
from kursk_tui.ui.widgets.query_history import Cycle, Recalled

_PROMPT = "/ "
_HELP = "tab completes  up recalls  field:value  -without  a OR b  >=  2024..2025"
_LEAST_INPUT = 24


class QueryInput(Prompt):
    """The text of the query, with the queries asked before and what can complete it."""

    def __init__(self) -> None:
        super().__init__(id="query")
        self.complete: Callable[[str], Completion] = lambda text: Completion(len(text), ())
        self.recall: Callable[[], Sequence[str]] = tuple
        self._recalled: Recalled | None = None
        self._cycle: Cycle | None = None

    @dataclass
    class Cycled(Message):
        """A candidate stands in the text, one of several, or none if the reader goes on typing."""

        cycle: Cycle | None

    def handle(self, key: str) -> bool:
        """Recall with up and down, complete with tab."""
        match key:
            case "up" | "down":
                self._recall(1 if key == "up" else -1)
            case "tab" | "shift+tab":
                self._complete(1 if key == "tab" else -1)
            case _:
                return False
        return True

    def start(self) -> None:
        """Begin anew: nothing is recalled or completed yet."""
        self._recalled = self._cycle = None
        self.cursor_position = len(self.value)

    def _recall(self, steps: int) -> None:
        recalled = self._recalled
        if recalled is None or self.value != recalled.text:
            recalled = Recalled(tuple(self.recall()), self.value)
        self._recalled = recalled.moved(steps)
        self._put(self._recalled.text)

    def _complete(self, steps: int) -> None:
        cycle = self._cycle
        if cycle is None or self.value != cycle.text:
            found = self.complete(self.value[: self.cursor_position])
            head = self.value[: found.start]
            tail = self.value[self.cursor_position :]
            if not found.candidates:
                return
            cycle = Cycle(head, tail, found.candidates, -1 if steps > 0 else 0)
        cycle = cycle.moved(steps)
        self._cycle = cycle if len(cycle.candidates) > 1 else None
        self._put(cycle.text, len(cycle.text) - len(cycle.tail))
        self.post_message(self.Cycled(self._cycle))

    def _put(self, text: str, cursor: int | None = None) -> None:
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor


class QueryBar(Horizontal):
    """One line: the query at the left, the counts of its answer at the right."""

    @dataclass
    class Asked(Message):
        """The text of the query changed."""

        text: str

    @dataclass
    class Left(Message):
        """The reader went elsewhere."""

    @dataclass
    class Done(Message):
        """The reader wants to leave, after all that was typed has been asked."""

        keep: bool

    _counts_width = 0

    def compose(self) -> ComposeResult:
        """Lay out prompt, input and counts."""
        yield Bar(id="prompt")
        yield QueryInput()
        yield Bar(id="counts")

    def on_mount(self) -> None:
        """Show the prompt; the input takes the focus only when it is asked for."""
        self.query_one("#prompt", Bar).say(line(Span(_PROMPT, "accent")))
        self.input.can_focus = False

    @property
    def input(self) -> QueryInput:
        """The input."""
        return self.query_one(QueryInput)

    @property
    def editing(self) -> bool:
        """Whether the reader is typing a query."""
        return self.screen.focused is self.input  # has_focus is told only later, by a message

    def suggest(self, examples: Sequence[str]) -> None:
        """Show examples where there is no query, as many as there is room for."""
        room = self.app.size.width - len(_PROMPT) - 3
        words = "type / to filter"
        for number, example in enumerate(examples):
            longer = f"{words}{'  ' if number else ', for example  '}{example}"
            if cell_len(longer) > room:
                break
            words = longer
        self.input.placeholder = words

    def edit(self) -> None:
        """Let the reader type."""
        self.input.can_focus = True
        self.screen.set_focus(self.input)  # now: the next key may be here already
        self.input.start()

    def set_text(self, text: str) -> None:
        """Show a query without asking it."""
        with self.input.prevent(Input.Changed):
            self.input.value = text

    def show_answer(self, view: View | None, screen_width: int) -> None:
        """Count the claims that match, possibly match, and do not state what was asked."""
        self._show_counts(BLANK if view is None else self._counts(view, screen_width))

    def show_searching(self, doing: str) -> None:
        """Say, in place of the counts, what is being done until they are known."""
        said = f"{doing} ·" if doing else "searching…"
        self._show_counts(line(Span(f" {said} esc leaves it", "muted")))

    def _show_counts(self, counts: Line) -> None:
        bar = self.query_one("#counts", Bar)
        bar.say(BLANK, counts)
        # Another width lays the whole screen out anew: while typing it only grows.
        if width_of(counts) > self._counts_width or not self.editing:
            self._counts_width = width_of(counts)
            bar.display = bool(counts)
            bar.styles.width = self._counts_width

    def _counts(self, view: View, screen_width: int) -> Line:
        answer = view.answer
        possible = answer.possible.bit_count()
        hint = " (shown)" if view.with_possible else "" if self.editing else " (~ shows)"
        hint = hint if possible else ""
        room = screen_width - len(_PROMPT) - _LEAST_INPUT
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
        self.post_message(self.Asked(event.value))

    @on(Prompt.Done)
    def _done(self, event: Prompt.Done) -> None:
        event.stop()
        self.post_message(self.Done(event.keep))

    async def on_click(self) -> None:
        """Let the reader type where the pointer asks for it."""
        if not self.editing:
            await self.run_action("screen.query")

    def on_descendant_blur(self) -> None:
        """Take the input out of the way of the tab key."""
        self.input.can_focus = False
        self.post_message(self.Left())


class Complaint(Bar):
    """The line under the query bar while a query is typed: help, or what is wrong and where."""

    def __init__(self) -> None:
        super().__init__(id="complaint")
        self.error: QueryError | None = None
        self._bar: QueryBar | None = None
        self._cycle: Cycle | None = None

    def open(self) -> None:
        """Show how a query is written."""
        self.display = True
        self._remark(None)

    def close(self) -> None:
        """Leave the room to the panes."""
        self.display = False
        self.error = self._cycle = None

    def offer(self, cycle: Cycle | None) -> None:
        """Show what can complete the query, instead of all else as long as it stands there."""
        self._cycle = cycle
        if cycle is not None:
            self.say(_offer(cycle, self.size.width))

    def show(self, error: QueryError | None, bar: QueryBar, remark: str | None = None) -> None:
        """Show carets under what is wrong; else a remark, or how a query is written."""
        if self._bar is None:
            self._bar = bar
            self.watch(bar.input, "scroll_x", self._place, init=False)
        if self._cycle is not None and self._cycle.text != bar.input.value:
            self._cycle = None
        if error is None:
            self._remark(remark)
            return
        self.error = error
        self.display = True
        self._place()
        self.call_after_refresh(self._place)  # the input scrolls a long text only then

    def _remark(self, remark: str | None) -> None:
        self.error = None
        if self._cycle is None:
            self.say(line("  ", Span(remark, "accent") if remark else Span(_HELP, "muted")))

    def _place(self) -> None:
        if self.error is None or self._bar is None or self._cycle is not None:
            return
        field = self._bar.input
        scroll = int(field.scroll_offset.x)
        start = cell_len(field.value[: self.error.start]) - scroll
        end = max(start + 1, cell_len(field.value[: self.error.end]) - scroll)
        words = Span(self.error.sentence, "warning")
        if end <= 0:
            self.say(line(Span("← ", "warning"), words))
        elif start > field.size.width:
            self.say(line("  ", words, Span(" →", "warning")))
        else:
            start = max(0, start)
            self.say(_carets(start + len(_PROMPT), end - start, words.text, self.size.width))


def _offer(cycle: Cycle, width: int) -> Line:
    """Return the candidates, from as far left as lets the present one be seen."""
    spans = [
        Span(f" {one} ", "strong" if at == cycle.at else "muted")
        for at, one in enumerate(cycle.candidates)
    ]
    spans[cycle.at] = Span(f"[{cycle.candidates[cycle.at]}]", "strong")
    while width_of(spans[: cycle.at + 1]) > max(0, width - 4) and len(spans) > 1 and cycle.at:
        spans = spans[1:]
        cycle = cycle._replace(at=cycle.at - 1)
    return line("  ", *spans)


def _carets(start: int, length: int, sentence: str, width: int) -> Line:
    """Return carets with the sentence at their right, or at their left if it fits only there."""
    carets = Span("^" * length, "warning")
    words = Span(sentence, "warning")
    if start + length + 1 + cell_len(sentence) <= width or start <= cell_len(sentence):
        return line(" " * start, carets, " ", words)
    return line(" " * (start - cell_len(sentence) - 1), words, " ", carets)
