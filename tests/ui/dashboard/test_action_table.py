"""Actions given as text are methods of the parts of a dashboard."""

import asyncio
from types import SimpleNamespace

import pytest

from kursk_tui.ui.dashboard.action_table import ActionTable
from tests.tables import each_row


class Cursor:
    """A part with a method that returns at once, and one that is awaited."""

    size = 4

    def __init__(self) -> None:
        self.done: list[tuple[object, ...]] = []

    def move(self, steps: int, place: str = "") -> None:
        """Record the arguments."""
        self.done.append((steps, place))

    async def search(self) -> None:
        """Record that the coroutine ran."""
        self.done.append(("searched",))


class App:
    """An app that records the actions it runs."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    async def run(self, action: str) -> None:
        """Record an action."""
        self.ran.append(action)


@pytest.mark.parametrize(
    ("action", "done"),
    [
        ("cursor.move(-1)", [(-1, "")]),
        ("cursor.move(2, 'end, (or )')", [(2, "end, (or )")]),
        ("cursor.search", [("searched",)]),
    ],
)
def test_an_action_calls_a_method_with_its_arguments(
    action: str, done: list[tuple[object, ...]]
) -> None:
    cursor, app = Cursor(), App()
    asyncio.run(ActionTable(SimpleNamespace(cursor=cursor), app.run).run(action))
    assert cursor.done == done
    assert app.ran == []


def test_an_action_of_the_app_runs_in_the_app() -> None:
    app = App()
    asyncio.run(ActionTable(SimpleNamespace(cursor=Cursor()), app.run).run("app.suspend_process"))
    assert app.ran == ["app.suspend_process"]


@each_row("action", ["cursor.jump", "cursor.size", "nothing.move", "move"])
def test_an_action_that_does_not_exist_is_an_error(action: str) -> None:
    table = ActionTable(SimpleNamespace(cursor=Cursor()), App().run)
    with pytest.raises(LookupError, match=r"no action '(cursor|nothing|move)"):
        table.find(action)
