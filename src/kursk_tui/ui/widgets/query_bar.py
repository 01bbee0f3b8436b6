"""The query bar: what is asked, what it found, and what is wrong with it."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from kursk_tui.briefing.safe import visible
from kursk_tui.query import QueryError, View
from kursk_tui.ui.line import BLANK, Line, Span, line, width_of
from kursk_tui.ui.widgets.bar import Bar

_PROMPT = "/ "
_HELP = "field:value  -without  a OR b  >=  2024..2025  *  (stated)"
_LEAST_INPUT = 24


class QueryInput(Input):
    """The text of the query. What cannot be shown as it is gets a visible stand-in."""

    @dataclass
    class Done(Message):
        """The reader wants to leave, keeping what is typed or not."""

        keep: bool

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False, id="query")
        self.cursor_blink = False
        self._leaving = False
        self._late: list[events.Key] = []

    def on_key(self, event: events.Key) -> None:
        """Leave on enter and esc; keys that came in the same burst are for the panes."""
        if self._leaving:
            self._late.append(event)
        elif event.key in ("enter", "escape"):
            self._leaving = True
            self.post_message(self.Done(event.key == "enter"))
        else:
            return
        event.stop()
        event.prevent_default()

    def take_late_keys(self) -> list[events.Key]:
        """Return the keys that came after the one that leaves, and take keys as text again."""
        late, self._late, self._leaving = self._late, [], False
        keys = [events.Key(one.key, one.character) for one in late]
        for key in keys:
            key.set_sender(self)  # a message does not bubble up to its sender: not the screen
        return keys

    def validate_value(self, value: str) -> str:
        """Keep control characters off the screen; pasted text may hold any."""
        return visible(value)


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
        return self.input.has_focus

    def suggest(self, examples: str) -> None:
        """Show examples where there is no query."""
        self.input.placeholder = f"type / to filter, for example  {examples}"

    def edit(self) -> None:
        """Let the reader type."""
        self.input.can_focus = True
        self.screen.set_focus(self.input)  # now: the next key may be here already
        self.input.cursor_position = len(self.input.value)

    def set_text(self, text: str) -> None:
        """Show a query without asking it."""
        with self.input.prevent(Input.Changed):
            self.input.value = text

    def show_answer(self, view: View | None, screen_width: int) -> None:
        """Count the claims that match, possibly match, and do not state what was asked."""
        counts = BLANK if view is None else self._counts(view, screen_width)
        bar = self.query_one("#counts", Bar)
        bar.display = bool(counts)
        if counts:
            bar.styles.width = width_of(counts)
            bar.say(BLANK, counts)

    def _counts(self, view: View, screen_width: int) -> Line:
        answer = view.answer
        possible = answer.possible.bit_count()
        shown = "shown" if view.with_possible else "~ shows"
        hint = f" ({shown})" if possible and not self.editing else ""
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

    @on(QueryInput.Done)
    def _done(self, event: QueryInput.Done) -> None:
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

    def open(self) -> None:
        """Show how a query is written."""
        self.display = True
        self.error = None
        self.say(line("  ", Span(_HELP, "muted")))

    def close(self) -> None:
        """Leave the room to the panes."""
        self.display = False
        self.error = None

    def show(self, error: QueryError | None, bar: QueryBar) -> None:
        """Show carets under what is wrong, or how a query is written if nothing is."""
        if error is None:
            self.error = None
            self.say(line("  ", Span(_HELP, "muted")))
            return
        if self._bar is None:
            self._bar = bar
            self.watch(bar.input, "scroll_x", self._place, init=False)
        self.error = error
        self.display = True
        self._place()
        self.call_after_refresh(self._place)  # the input scrolls a long text only then

    def _place(self) -> None:
        if self.error is None or self._bar is None:
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


def _carets(start: int, length: int, sentence: str, width: int) -> Line:
    """Return carets with the sentence at their right, or at their left if it fits only there."""
    carets = Span("^" * length, "warning")
    words = Span(sentence, "warning")
    if start + length + 1 + cell_len(sentence) <= width or start <= cell_len(sentence):
        return line(" " * start, carets, " ", words)
    return line(" " * (start - cell_len(sentence) - 1), words, " ", carets)
