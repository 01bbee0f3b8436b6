"""The mode in which the analyst marks words of a document by moving the ends over them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from kursk_tui.model import Document
from kursk_tui.ui.pane import MarkedWords

if TYPE_CHECKING:  # loaded when words are marked
    from kursk_tui.ui.marking.word_span import WordSpan

_STEPS = {
    "left": -1,
    "h": -1,
    "right": 1,
    "l": 1,
    "up": -10,
    "k": -10,
    "down": 10,
    "j": 10,
    "home": -(10**9),
    "end": 10**9,
}
"""The number of words that each key moves an end."""

_SENTENCES = {"left_parenthesis": -1, "(": -1, "right_parenthesis": 1, ")": 1}
"""The number of sentences that each key moves an end."""


class ModeLine(Protocol):
    """The line at the bottom of the screen, which shows the keys of a mode."""

    def show_mode(self, title: str, keys: tuple[tuple[str, str], ...]) -> None:
        """Show the name of a mode, and its keys with what they do; without them, the usual keys."""


class Reader(Protocol):
    """The panes, as marking uses them."""

    current: str
    reading: bool

    def show_evidence(self) -> None:
        """Go to the document."""

    def step_out(self) -> bool:
        """Leave the current pane or close the reader."""

    def go_to(self, pane: str) -> None:
        """Make a pane the current one."""


@dataclass(frozen=True)
class _Marked:
    """What is being marked, and what to do with the words; `came_from` is the pane before."""

    title: Callable[[int, int], str]
    document: Document
    span: "WordSpan"
    keep: Callable[[int, int], bool]
    came_from: str
    was_reading: bool


class Marking:
    """Moves the ends of marked words, until enter keeps the words or esc cancels.

    `show` shows the marked words in the document, or none.
    """

    def __init__(
        self, show: Callable[[MarkedWords | None], None], panes: Reader, line: ModeLine
    ) -> None:
        self._show = show
        self._panes = panes
        self._line = line
        self._marked: _Marked | None = None

    @property
    def active(self) -> bool:
        """Whether words are being marked."""
        return self._marked is not None

    def begin(
        self,
        title: str | Callable[[int, int], str],
        document: Document,
        span: "WordSpan",
        keep: Callable[[int, int], bool],
    ) -> None:
        """Mark words of a document, starting with a span; `keep` returns whether it could use them.

        The title may depend on the words that are marked. Words that cannot be used remain marked.
        """
        panes = self._panes
        titled = title if callable(title) else lambda _, __: title
        marked = _Marked(titled, document, span, keep, panes.current, panes.reading)
        panes.show_evidence()
        self._go_on(marked)

    def take(self, key: str) -> None:
        """Handle a key while words are being marked; other keys have no effect."""
        marked = self._marked
        if marked is None:
            return
        span = marked.span
        if key in _STEPS:
            span = span.moved(_STEPS[key])
        elif key in _SENTENCES:
            from kursk_tui.ui.marking.word_span import sentences_of

            span = span.moved(_SENTENCES[key], sentences_of(marked.document.text))
        elif key in ("tab", "shift+tab"):
            span = span.other_end()
        elif key == "escape":
            self._leave()
            self._return(marked)
            return
        elif key == "enter":
            self._keep(marked)
            return
        self._go_on(replace(marked, span=span))

    def _keep(self, marked: _Marked) -> None:
        """End the mode, so that what follows is shown; begin again if the words cannot be used."""
        self._leave()
        if marked.keep(marked.span.start, marked.span.end):
            self._return(marked)
        else:
            self._go_on(marked)

    def _leave(self) -> None:
        self._marked = None
        self._show(None)
        self._line.show_mode("", ())

    def _return(self, marked: _Marked) -> None:
        if not marked.was_reading:
            self._panes.step_out()
        self._panes.go_to(marked.came_from)

    def _go_on(self, marked: _Marked) -> None:
        self._marked = marked
        self._show_words(marked)
        span = marked.span
        other = "end" if span.moving == "start" else "start"
        ends = () if span.fixed else (("tab", other),)
        moves = (("←→", span.moving), ("↑↓", "ten"), ("()", "sentence"))
        title = marked.title(span.start, span.end)
        self._line.show_mode(title, (("enter", "keep"), *moves[:1], *ends, *moves[1:]))

    def _show_words(self, marked: _Marked) -> None:
        span = marked.span
        self._show(MarkedWords(marked.document.id, span.start, span.end, span.moving))
