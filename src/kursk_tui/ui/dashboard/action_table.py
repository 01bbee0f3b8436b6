"""Runs actions given as text, such as `cursor.move(1)`."""

from collections.abc import Awaitable, Callable
from inspect import isawaitable

from textual.actions import parse

APP = "app"
"""The prefix of Textual's own actions."""


class ActionTable:
    """The parts of a dashboard, which are its attributes with the names that actions use."""

    def __init__(self, parts: object, run_in_app: Callable[[str], Awaitable[object]]) -> None:
        self._parts = parts
        self._run_in_app = run_in_app

    def find(self, action: str) -> Callable[..., object]:
        """Return the method that an action names. Raises LookupError if it does not exist."""
        part, name, _ = parse(action)
        method: Callable[..., object] | None = getattr(getattr(self._parts, part, None), name, None)
        if not callable(method):
            raise LookupError(f"no action {action!r}")
        return method

    async def run(self, action: str) -> None:
        """Run an action, and await its result if it is awaitable."""
        part, _, arguments = parse(action)
        if part == APP:
            await self._run_in_app(action)
            return
        result = self.find(action)(*arguments)
        if isawaitable(result):
            await result
