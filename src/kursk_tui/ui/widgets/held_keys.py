"""Holds keys while the effect of an enter, esc or ctrl+c in a prompt is not known yet."""

from collections import deque

from textual import events
from textual.widget import Widget

from kursk_tui.ui.widgets.prompt import ENDS, Prompt


class HeldKeys:
    """Keeps keys in order: an enter can be refused, and the keys after it are then text.

    The prompt handles a key only later, so the app holds the keys from the one that ends typing on,
    until it is done.
    """

    def __init__(self) -> None:
        self._keys: deque[events.Key] = deque()
        self._ending: Prompt | None = None

    def hold(self, key: events.Key, focused: Widget | None) -> bool:
        """Hold a key if the end of typing is not done; return False otherwise."""
        if isinstance(focused, Prompt) and focused.is_leaving:
            self._ending = focused
        if self._ending is None:
            return False
        self._keys.append(key)
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
