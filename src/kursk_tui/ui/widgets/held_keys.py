"""Keys that are held: while a dashboard opens, and while the end of typing is not done."""

from collections import deque

from textual import events
from textual.widget import Widget

from kursk_tui.ui.widgets.prompt import ENDS, Prompt

_LINE_END = "ctrl+j"
"""What a terminal sends for enter until the program has it send every key as it is."""


class HeldKeys:
    """Keeps keys in order.

    An enter can be refused, and the keys after it are then text. The prompt handles a key only
    later, so the app holds the keys from the one that ends typing on, until it is done. Keys that
    are typed while a dashboard opens are held until it is ready.
    """

    def __init__(self) -> None:
        self._keys: deque[events.Key] = deque()
        self._ending: Prompt | None = None

    def hold(self, key: events.Key, focused: Widget | None, *, is_ready: bool) -> bool:
        """Hold a key if the end of typing is not done, or nothing is ready; else return False."""
        if isinstance(focused, Prompt) and focused.is_leaving:
            self._ending = focused
        if self._ending is None and is_ready and not self._keys:
            return False
        is_line_end = key.key == _LINE_END and not is_ready
        self._keys.append(events.Key("enter", "\r") if is_line_end else key)
        return True

    def note(self, key: events.Key, focused: Widget | None) -> None:
        """Hold the keys after this one if it ends typing in a prompt."""
        if isinstance(focused, Prompt) and key.key in ENDS:
            self._ending = focused

    def end(self, prompt: Prompt) -> None:
        """Hold no more keys: what ended typing in a prompt is done."""
        self._keys.extendleft(reversed(prompt.take_late_keys()))
        if prompt is self._ending:
            self._ending = None

    def next(self) -> events.Key | None:
        """Return the next key that can be handled, if any, and hold it no longer."""
        return self._keys.popleft() if self._keys and self._ending is None else None
