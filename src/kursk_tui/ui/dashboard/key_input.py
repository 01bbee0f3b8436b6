"""Key input: handles key presses, and shows the available keys in the footer."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from inspect import isawaitable
from typing import Protocol

from kursk_tui.ui.keys.actions import ATTENTION, REVIEW_FOOTER
from kursk_tui.ui.keys.keymap import Keymap, displayed
from kursk_tui.ui.pane import Hint

ModeKeys = tuple[tuple[str, str], ...]
"""The keys of a mode, each with what it does."""

_CHART = "track.chart"


class KeyLine(Protocol):
    """The line of keys at the bottom of the screen."""

    def show_message(self, message: str) -> None:
        """Show a message."""

    def show(self, keymap: Keymap, first: Sequence[Hint] = ()) -> None:
        """Show the most useful keys, starting with those of the actions `first`."""

    def show_following(self, keymap: Keymap, pending: str, remark: str = "") -> None:
        """Show the keys that can follow the pending keys."""

    def show_editing(self) -> None:
        """Show the keys for typing a query."""

    def show_mode(self, title: str, keys: ModeKeys) -> None:
        """Show the keys of a mode, which esc leaves."""


class Mode(Protocol):
    """A mode that takes all keys while it is active."""

    @property
    def active(self) -> bool:
        """Whether the mode takes the keys."""

    def take(self, key: str) -> None:
        """Handle a key."""


class Footer:
    """Shows the available keys; a message replaces them until the next key.

    `hints` returns the actions to show before those that work everywhere.
    """

    def __init__(
        self,
        line: KeyLine,
        keymap: Keymap,
        is_editing: Callable[[], bool],
        is_draft: Callable[[], bool],
        hints: Callable[[], Sequence[Hint]],
    ) -> None:
        self._line = line
        self._keymap = keymap
        self._is_editing = is_editing
        self._is_draft = is_draft
        self._hints = hints
        self._message_shown = False
        self._message = ""
        self._following: tuple[str, str] | None = None
        self._mode: tuple[str, ModeKeys] | None = None

    def show_message(self, message: str) -> None:
        """Show a message until the next key."""
        self._message_shown, self._message = True, message
        self._line.show_message(message)

    def clear(self, *, always: bool) -> None:
        """Show the keys again after a message; with `always`, in any case."""
        if self._message_shown or always:
            self._message_shown = False
            self._following = None
            self.show_keys()

    def clear_message(self, message: str) -> None:
        """Show the keys again if this message is still shown."""
        if self._message_shown and self._message == message:
            self.clear(always=False)

    def show_keys(self) -> None:
        """Show the available keys, unless a message is shown."""
        if self._message_shown:
            return
        if self._following is not None:
            self._line.show_following(self._keymap, *self._following)
        elif self._mode is not None:
            self._line.show_mode(*self._mode)
        elif self._is_editing():
            self._line.show_editing()
        else:
            self._line.show(self._keymap, self._first_hints())

    def _first_hints(self) -> Sequence[Hint]:
        hints = self._hints()
        if not self._is_draft():
            return hints
        own = {hint.action: hint for hint in hints}  # with the label that they have in the pane
        decide, reject, *others = (own.get(action, Hint(action)) for action in REVIEW_FOOTER)
        urgent = (hint for hint in hints if hint.action in ATTENTION)
        if any(hint.action == _CHART for hint in hints):  # it has the key of changes here
            others = [one for one in others if one.action != "review.change"]
        return (decide, reject, *urgent, *others, *hints)

    def show_mode(self, title: str, keys: ModeKeys) -> None:
        """Show the keys of a mode until it changes; without keys, the usual ones."""
        self._mode = (title, keys) if keys else None
        self.show_keys()

    def show_following(self, pending: str, remark: str) -> None:
        """Show the keys that can follow the pending keys."""
        self._following = pending, remark
        self._line.show_following(self._keymap, pending, remark)


class KeyInput:
    """Runs the action that keys are bound to, or waits for the keys that must follow.

    `refusal` returns why an action cannot currently run, or None; `remark` returns a remark for the
    footer while more keys are awaited. `mode` takes all keys while it is active. `pane` returns the
    id of the current pane.
    """

    def __init__(
        self,
        keymap: Keymap,
        footer: Footer,
        run: Callable[[str], Awaitable[object]],
        refusal: Callable[[str], str | None],
        remark: Callable[[str], str],
        mode: Mode | None = None,
        pane: Callable[[], str] = str,
    ) -> None:
        self._keymap = keymap
        self._mode = mode
        self._pane = pane
        self._footer = footer
        self._run = run
        self._refusal = refusal
        self._remark = remark
        self._pending = ""
        self._answers: Mapping[str, Callable[[], object]] = {}

    @property
    def is_waiting(self) -> bool:
        """Whether keys that must follow are awaited, or a mode takes all keys."""
        in_mode = self._mode is not None and self._mode.active
        return bool(self._pending or self._answers) or in_mode

    def ask(self, question: str, answers: Mapping[str, Callable[[], object]]) -> None:
        """Show a question, and run what the next key stands for; other keys cancel it."""
        self._answers = answers
        self._footer.show_message(question)

    async def take(self, key: str) -> None:
        """Handle a key, given by name; on return, its action is complete or in the background."""
        if self._answers:
            await self._answer(key)
            return
        if self._mode is not None and self._mode.active:
            self._footer.clear(always=False)
            self._mode.take(key)
            return
        step = self._keymap.step(self._pending, key, self._pane())
        cancelled, self._pending = self._pending, step.pending if step else ""
        self._footer.clear(always=bool(cancelled))
        if step is None:
            if cancelled and key != "escape":
                self._footer.show_message(f"{displayed(f'{cancelled} {key}')} does nothing")
        elif step.pending:
            self.begin(step.pending)
        elif (refused := self._refusal(step.run)) is not None:
            self._footer.show_message(refused)
        else:
            await self._run(step.run)

    async def _answer(self, key: str) -> None:
        """Run what a key stands for after a question."""
        answers, self._answers = self._answers, {}
        self._footer.clear(always=True)
        if (answer := answers.get(key)) is not None:
            result = answer()
            if isawaitable(result):
                await result
        elif key != "escape":
            self._footer.show_message(f"{displayed(key)} is not one of the keys shown")

    def begin(self, keys: str) -> None:
        """Treat keys as pressed, and wait for those that must follow."""
        self._pending = keys
        self._footer.show_following(keys, self._remark(keys))
