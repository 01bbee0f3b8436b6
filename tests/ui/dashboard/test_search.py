"""Searching in the background: which pane shows its rows first."""

import asyncio
import threading
from collections.abc import Callable

import pytest

from kursk_tui.query import View
from kursk_tui.ui.dashboard import search
from tests.query.factory import builtin
from tests.ui.dashboard.fakes import FakeField, FakeRunner


class FakePane:
    """A visible pane that prepares its rows in the background."""

    def __init__(self, prepare: Callable[[], object] = lambda: None) -> None:
        self.view: View | None = None
        self._prepare = prepare

    def prepare_rows(self, view: View) -> None:
        """Prepare the rows."""
        self._prepare()


@pytest.mark.parametrize("editing", [True, False])
async def test_only_during_typing_the_current_pane_is_ahead_of_the_others(
    monkeypatch: pytest.MonkeyPatch, editing: bool
) -> None:
    monkeypatch.setattr(search, "LARGE", 0)
    loop, begun, release = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    def wait_for_release() -> None:
        loop.call_soon_threadsafe(begun.set)
        assert release.wait(30)

    field, current, other = FakeField(), FakePane(), FakePane(wait_for_release)
    field.editing = editing
    searching = search.Search(field, lambda: (current, other), FakeRunner())
    task = asyncio.create_task(searching.find(View.of(builtin()), "source:*"))
    await asyncio.wait_for(begun.wait(), 30)
    shown, others = current.view, other.view
    release.set()
    answer = await task
    assert shown is (answer if editing else None)
    assert others is None
