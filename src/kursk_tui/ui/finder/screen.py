"""The finder: an input above a list of entries; enter runs the selected entry."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from kursk_tui.text.folding import plain
from kursk_tui.text.messages import plural
from kursk_tui.ui.finder.choices import Choices
from kursk_tui.ui.finder.entries import MAX_ENTRIES, Entry, find
from kursk_tui.ui.rows.styled_text import Span, line
from kursk_tui.ui.textual_internals import forget_closed_screens
from kursk_tui.ui.widgets.bar import Bar
from kursk_tui.ui.widgets.line_widget import LINE_CLASSES
from kursk_tui.ui.widgets.prompt import Prompt, TypingEnded

_LEAST, _MOST = 8, 12
"""The fewest and the most lines of a short list."""

_CHOICE = 2
"""The fewest entries that a typed word chooses from."""

_AROUND = 4
"""The lines of the frame, the input and the count."""


def no_entry(_: str) -> Entry | None:
    """Return no entry for a typed text."""
    return None


def nothing_refused(_: str) -> str:
    """Return no reason: every action can be run."""
    return ""


class FinderResult(NamedTuple):
    """The action of the chosen entry, empty if none, and the prompt that keeps later keys."""

    run: str
    prompt: Prompt


class FinderPrompt(Prompt):
    """The input; keys that move the cursor go to the list."""

    _MOVES: ClassVar[dict[str, int]] = {
        "down": 1,
        "ctrl+n": 1,
        "tab": 1,
        "up": -1,
        "ctrl+p": -1,
        "shift+tab": -1,
        "pagedown": 10,
        "pageup": -10,
    }

    class Moved(Message):
        """Sent when a key moves the cursor of the list."""

        def __init__(self, steps: int) -> None:
            super().__init__()
            self.steps = steps

    def handle(self, key: str) -> bool:
        """Move the cursor of the list."""
        if key not in self._MOVES:
            return False
        self.post_message(self.Moved(self._MOVES[key]))
        return True


def _counted(number: int, text: str) -> str:
    """Return how many entries there are or, if a text is typed, how many match it."""
    if number == MAX_ENTRIES:
        return f"the first {MAX_ENTRIES} of many"
    if not text.strip():
        return plural(number, "entry", "entries")
    return plural(number, "match", "matches") if number else ""


def _begins_word(found: Sequence[Entry], text: str) -> bool:
    """Return whether a word of the best entry begins with a typed text."""
    return bool(found) and f" {plain(text.strip())}" in f" {plain(found[0].title)}"


class Finder(ModalScreen[FinderResult]):
    """Lists the entries that match the typed text; its result is the chosen entry.

    `listed` is shown at first; `more` is searched only once a text is typed. `typed` returns an
    entry for the typed text itself, or None; it is first if it is to be, and otherwise unless a
    word of the best entry begins with the text. `refused` returns why an action cannot be run: then
    the finder stays open with the text, and shows the reason. With `at_once`, the letter left of an
    entry chooses it without enter. A `short` list leaves the rest of the screen in sight.
    """

    BINDINGS: ClassVar[list[BindingType]] = []
    COMPONENT_CLASSES: ClassVar[set[str]] = LINE_CLASSES

    def __init__(
        self,
        title: str,
        listed: Sequence[Entry],
        more: Callable[[], Iterable[Entry]] = tuple,
        remark: str = "",
        typed: Callable[[str], Entry | None] = no_entry,
        *,
        refused: Callable[[str], str] = nothing_refused,
        at_once: bool = False,
        short: bool = False,
    ) -> None:
        super().__init__()
        self._heading = title
        self._listed = listed
        self._more = more
        self._remark = remark
        self._typed = typed
        self._refused = refused
        self._at_once = at_once
        self._short = short
        words = "type a word" if short else "type a key or a word"
        if remark and len(listed) < _CHOICE:
            words = remark  # there is nothing to find: “type 40, at least 40 or 30 to 40”
        self._placeholder = "type a letter" if at_once else words
        self._closed = False

    def compose(self) -> ComposeResult:
        """Lay out the input, the list and the count."""
        with Vertical() as box:
            if self._short:
                box.styles.height = _AROUND + max(_LEAST, min(len(self._listed), _MOST))
            box.border_title = Content(self._heading)
            keys = "enter or the letter chooses" if self._at_once else "enter runs"
            box.border_subtitle = Content(f"{keys} · esc closes")
            yield FinderPrompt(id="finder-text", placeholder=self._placeholder)
            yield Choices()
            yield Bar(id="finder-count")

    def on_mount(self) -> None:
        """Focus the input at once: the next key may already be queued."""
        self.set_focus(self.query_one(FinderPrompt))
        self._find("")

    def on_unmount(self) -> None:
        """Free what the finder has drawn."""
        forget_closed_screens()

    def _find(self, text: str) -> None:
        everything = (*self._listed, *(self._more() if text.strip() else ()))
        found = find(everything, text)
        if text.strip() and (typed := self._typed(text.strip())) is not None:
            is_last = _begins_word(found, text) and not typed.comes_first
            found = [*found, typed] if is_last else [typed, *found]
        nothing = "no matches" if text.strip() else ""
        self.query_one(Choices).show(found, grouped=not text.strip(), nothing=nothing)
        many = _counted(len(found), text) if found else ""
        remark = f" · {self._remark}" if self._remark else ""
        self.query_one("#finder-count", Bar).show_parts(line(Span(f" {many}{remark}", "muted")))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._find(event.value)
        chosen = self.query_one(Choices).chosen
        if self._at_once and chosen is not None and chosen.left == event.value:
            self.query_one(FinderPrompt).leave()

    @on(FinderPrompt.Moved)
    def _moved(self, event: FinderPrompt.Moved) -> None:
        self.query_one(Choices).move(event.steps)

    @on(Prompt.Done)
    def _done(self, event: Prompt.Done) -> None:
        self._close(run=event.keep)

    @on(Choices.EntryClicked)
    def _picked(self) -> None:
        self._close(run=True)

    def _close(self, *, run: bool) -> None:
        if self._closed:
            return  # a second click or key in the same burst
        entry = self.query_one(Choices).chosen
        prompt = self.query_one(FinderPrompt)
        if run and entry is not None and (reason := self._refused(entry.run)):
            self.query_one("#finder-count", Bar).show_parts(line(Span(f" ! {reason}", "warning")))
            self.app.post_message(TypingEnded(prompt))
            return
        self._closed = True
        self.dismiss(FinderResult(entry.run if run and entry else "", prompt))
