"""From the text of an action, such as `panes.move(1)`, to the method that it names."""

from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable

from textual.actions import parse

APP = "app"
"""Actions of this part are Textual's own."""


class ActionTable:
    """The parts of a dashboard by the names that actions use."""

    def __init__(
        self, parts: Mapping[str, object], run_in_app: Callable[[str], Awaitable[object]]
    ) -> None:
        self._parts = parts
        self._run_in_app = run_in_app

    def find(self, action: str) -> Callable[..., object]:
        """Return the method that an action calls. Raises LookupError if there is none."""
        part, name, _ = parse(action)
        method: Callable[..., object] | None = getattr(self._parts.get(part), name, None)
        if not callable(method):
            raise LookupError(f"no action {action!r}")
        return method

    async def run(self, action: str) -> None:
        """Run an action, and wait for it if it is a coroutine."""
        part, _, arguments = parse(action)
        if part == APP:
            await self._run_in_app(action)
            return
        result = self.find(action)(*arguments)
        if isawaitable(result):
            await result
