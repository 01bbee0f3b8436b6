"""A text input that handles bursts of keys in order."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from kursk_tui.text.sanitize import typed

_EDITS = {
    key: binding.action
    for binding in Binding.make_bindings(Input.BINDINGS)
    for key in binding.key.split(",")
    if binding.action != "submit"
}
"""The editing action of each key of Textual's input."""

ENDS = frozenset(("enter", "escape", "ctrl+c"))
"""The keys that end typing."""

_STEP = 64


class Prompt(Input):
    """An input without a blinking cursor, which replaces control characters with visible ones.

    Keys can arrive in bursts, from a slow connection or a paste. Keys after the enter, esc or
    ctrl+c that ends typing are not text: the app holds them until `TypingEnded`, and those that it
    has passed on already are kept until `take_late_keys`.
    """

    @dataclass
    class Done(Message):
        """Sent on enter (`keep`), or on esc or ctrl+c."""

        keep: bool

    @property
    def is_leaving(self) -> bool:
        """Whether typing ends, and what follows is not known yet."""
        return self._leaving

    def __init__(self, *, id: str, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(compact=True, select_on_focus=False, placeholder=placeholder, id=id)
        self.cursor_blink = False
        self._leaving = False
        self._late: list[events.Key] = []

    @property
    def content_width(self) -> int:
        """The width for the text in cells, in steps: each new width causes a layout.

        The first letter changes nothing either: the placeholder counts while it is hidden.
        """
        widest = max(super().content_width, cell_len(str(self.placeholder)))
        return (widest // _STEP + 1) * _STEP

    async def on_key(self, event: events.Key) -> None:
        """End typing on enter, esc and ctrl+c, and keep later keys; run editing keys at once.

        Textual would run an editing key only after the event has bubbled through all ancestors of
        this widget, and later letters would be typed first.
        """
        if self._leaving:
            self._late.append(event)
        elif event.key in ENDS:
            self.leave(keep=event.key == "enter")
        elif self.handle(event.key):
            pass
        elif event.key in _EDITS:
            await self.run_action(_EDITS[event.key])
        else:
            return
        event.stop()
        event.prevent_default()

    def leave(self, *, keep: bool = True) -> None:
        """End typing; later keys are not text."""
        self._leaving = True
        self.post_message(self.Done(keep))

    def on_paste(self, event: events.Paste) -> None:
        """Ignore text pasted after the key that ends typing."""
        if self._leaving:
            event.stop()
            event.prevent_default()

    def handle(self, key: str) -> bool:
        """Handle a key that neither types nor edits; return False for other keys."""
        return False

    def take_late_keys(self) -> list[events.Key]:
        """Return the keys pressed after the end of typing; later keys are text again."""
        late, self._late, self._leaving = self._late, [], False
        return [events.Key(one.key, one.character) for one in late]

    def validate_value(self, value: str) -> str:
        """Replace control characters, which pasted text can contain."""
        return typed(value)


class TypingEnded(Message):
    """Sent to the app when what ended typing is done; keys held since then can follow."""

    def __init__(self, prompt: Prompt) -> None:
        super().__init__()
        self.prompt = prompt
