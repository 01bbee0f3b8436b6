"""A text input that handles bursts of keys in order and loses none."""

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from kursk_tui.text.sanitize import visible

_EDITS = {
    key: binding.action
    for binding in Binding.make_bindings(Input.BINDINGS)
    for key in binding.key.split(",")
    if binding.action != "submit"
}
"""The editing action of each key of Textual's input."""

_STEP = 64


class Prompt(Input):
    """An input without a blinking cursor, which replaces control characters with visible ones.

    Keys may arrive in bursts, over a slow line or from a paste. Those behind the enter or esc that
    ends typing are not text: they are kept until `take_late_keys`.
    """

    @dataclass
    class Done(Message):
        """Enter (`keep`) or esc was pressed."""

        keep: bool

    def __init__(self, *, id: str, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(compact=True, select_on_focus=False, placeholder=placeholder, id=id)
        self.cursor_blink = False
        self._leaving = False
        self._late: list[events.Key] = []

    @property
    def content_width(self) -> int:
        """The room for the text in cells, in steps: each new width lays out the screen again."""
        return (super().content_width // _STEP + 1) * _STEP

    async def on_key(self, event: events.Key) -> None:
        """End typing on enter and esc, and keep the keys behind them; run editing keys at once.

        Textual would run an editing key only after the event has passed through all the ancestors
        of this widget, and letters behind it would be typed first.
        """
        if self._leaving:
            self._late.append(event)
        elif event.key in ("enter", "escape"):
            self._leaving = True
            self.post_message(self.Done(event.key == "enter"))
        elif self.handle(event.key):
            pass
        elif event.key in _EDITS:
            await self.run_action(_EDITS[event.key])
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Ignore what is pasted behind the key that ends typing."""
        if self._leaving:
            event.stop()
            event.prevent_default()

    def handle(self, key: str) -> bool:
        """Handle a key that neither types nor edits; return whether it is one."""
        return False

    def take_late_keys(self) -> list[events.Key]:
        """Return the keys behind the one that ended typing, and take keys as text again."""
        late, self._late, self._leaving = self._late, [], False
        keys = [events.Key(one.key, one.character) for one in late]
        for key in keys:
            key.set_sender(
                self
            )  # a message does not bubble to its sender: it reaches the app, not the screen
        return keys

    def validate_value(self, value: str) -> str:
        """Replace control characters, which pasted text may contain."""
        return visible(value)
