"""Background work: runs in threads, one task at a time in the whole program."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from kursk_tui import gc_policy
from kursk_tui.progress import reporting_to

T = TypeVar("T")

_one_at_a_time = threading.Lock()
_current: tuple[str, float] | None = None


def current_step() -> str:
    """Return the current step and its progress, such as "reading words 40%", or ""."""
    step, share = _current or ("", 0)
    return f"{step} {share:.0%}" if share else ""


async def run(work: Callable[[], T]) -> T:
    """Run work in a thread, and return its result or raise its exception.

    If the awaiting task is cancelled, the work is not started, or ends when it next reports its
    progress. The program does not wait for it on exit.
    """
    cancelled = threading.Event()

    def on_progress(step: str, share: float) -> None:
        if cancelled.is_set():
            raise _CancelledError
        _set_current((step, share))

    def run_work() -> T:
        with _one_at_a_time:
            if cancelled.is_set():
                raise _CancelledError
            try:
                with gc_policy.paused(), reporting_to(on_progress):
                    return work()
            finally:
                _set_current(None)

    try:
        return await run_at_once(run_work)
    finally:
        cancelled.set()


async def run_at_once(work: Callable[[], T]) -> T:
    """Run work in a thread of its own, and return its result or raise its exception.

    The program does not wait for it on exit.
    """
    loop = asyncio.get_running_loop()
    awaited: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if awaited.done():
            return
        if error is None:
            awaited.set_result(result)  # type: ignore[arg-type]
        else:
            awaited.set_exception(error)

    def run_work() -> None:
        result, failure = None, None
        try:
            result = work()
        except BaseException as error:
            failure = error
        with suppress(RuntimeError):  # the event loop may be closed
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=run_work, daemon=True).start()
    return await awaited


class _CancelledError(Exception):
    """The task that awaits the work has been cancelled."""


def _set_current(step: tuple[str, float] | None) -> None:
    global _current
    _current = step
