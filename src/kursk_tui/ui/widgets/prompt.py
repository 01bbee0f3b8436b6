"""A line to type in, which never loses or misplaces a key."""

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
"""What each key of Textual's input does."""


_STEP = 64


class Prompt(Input):
    """An input without blinking. What cannot be shown as it is gets a visible stand-in.

    Keys may arrive in bursts, over a slow line or from a paste. Those that come right behind the
    enter or esc that leaves the line are not text any more: they are kept for whoever is next.
    """

    @dataclass
    class Done(Message):
        """The reader wants to leave, keeping what is typed or not."""

        keep: bool

    def __init__(self, *, id: str, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(compact=True, select_on_focus=False, placeholder=placeholder, id=id)
        self.cursor_blink = False
        self._leaving = False
        self._late: list[events.Key] = []

    @property
    def content_width(self) -> int:
        """The room for the text in cells, in steps: each new width lays the screen out anew."""
        return (super().content_width // _STEP + 1) * _STEP

    async def on_key(self, event: events.Key) -> None:
        """Leave on enter and esc, and keep the keys that come behind them; edit at once.

        Textual would look at the keys that edit only after the event has gone through all widgets
        around this one, and letters that come behind them would be typed before.
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
        """Refuse what is pasted behind the key that leaves."""
        if self._leaving:
            event.stop()
            event.prevent_default()

    def handle(self, key: str) -> bool:
        """Handle a key that does not type or edit; return whether it is one."""
        return False

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
