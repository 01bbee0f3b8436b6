"""Errors that Python would only print: each ends the app with its error."""

import asyncio
import sys
import threading
from collections.abc import Callable

import pytest

from kursk_tui.ui.terminal.access import AppTerminal
from kursk_tui.ui.textual_internals import QuietApp


def fail() -> None:
    """Raise an error."""
    raise ZeroDivisionError


async def fail_later() -> None:
    """Raise an error in a task."""
    fail()


class Failing:
    """Raises an error when it is deleted."""

    def __del__(self) -> None:
        fail()


def in_thread() -> None:
    """Raise an error in a thread."""
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_task() -> None:
    """Raise an error in a task whose result is not awaited."""
    asyncio.get_running_loop().create_task(fail_later())


@pytest.mark.parametrize(
    "cause",
    [
        in_thread,
        in_task,
        lambda: asyncio.get_running_loop().call_soon(fail),
        lambda: asyncio.get_running_loop().call_later(0, fail),
        lambda: Failing() and None,
    ],
    ids=["thread", "task", "callback", "timer", "deletion"],
)
async def test_an_error_that_is_not_awaited_ends_the_app(
    cause: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    failed: asyncio.Future[Exception] = asyncio.get_running_loop().create_future()
    app = QuietApp()
    monkeypatch.setattr(app, "fail", failed.set_result)
    AppTerminal(app).handle_failures()
    cause()
    assert isinstance(await asyncio.wait_for(failed, 10), ZeroDivisionError)


async def test_an_error_reported_by_textual_ends_the_app_without_output() -> None:
    app = QuietApp()
    with pytest.raises(RuntimeError, match="Textual gave up"):
        async with app.run_test():
            app.panic("broken")
    assert isinstance(app.failure, RuntimeError)
