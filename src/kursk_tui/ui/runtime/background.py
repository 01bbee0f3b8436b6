"""Background work: runs in threads, one task at a time, and what the user waits for first."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from kursk_tui import gc_policy
from kursk_tui.progress import reporting_to

T = TypeVar("T")

_LONGEST_PAUSE = 5.0
"""The most seconds that work is paused for other work, which then runs at the same time."""

_current: tuple[str, float] | None = None


def current_step() -> str:
    """Return the current step and its progress, such as "reading words 40%", or ""."""
    step, share = _current or ("", 0)
    return f"{step} {share:.0%}" if share else ""


class _Turns:
    """Decides which work runs: no other work begins before paused work has ended."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running = 0
        self._waiting_first = 0
        self._paused = 0

    def take(self, *, goes_first: bool) -> None:
        """Wait until work can begin."""
        with self._changed:
            self._waiting_first += goes_first
            self._changed.wait_for(
                lambda: (
                    not self._running and (goes_first or not (self._waiting_first or self._paused))
                )
            )
            self._waiting_first -= goes_first
            self._running += 1

    def end(self) -> None:
        """Let other work begin."""
        with self._changed:
            self._running -= 1
            self._changed.notify_all()

    def let_others_go_first(self) -> None:
        """Pause work while other work goes first."""
        if not self._waiting_first:
            return
        with self._changed:
            self._running -= 1
            self._paused += 1
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: not (self._running or self._waiting_first), timeout=_LONGEST_PAUSE
            )
            self._paused -= 1
            self._running += 1


_turns = _Turns()


async def run(work: Callable[[], T], *, goes_first: bool = False, pauses: bool = False) -> T:
    """Run work in a thread, and return its result or raise its exception.

    Work that goes first begins before other work that waits, and while work that `pauses` reports
    its progress; the two must not compute the same data. If the awaiting task is cancelled, the
    work is not started, or ends when it next reports its progress. The program does not wait for it
    on exit.
    """
    cancelled = threading.Event()

    def on_progress(step: str, share: float) -> None:
        if pauses:
            _turns.let_others_go_first()
        if cancelled.is_set():
            raise _CancelledError
        _set_current((step, share))

    def run_work() -> T:
        _turns.take(goes_first=goes_first)
        try:
            if cancelled.is_set():
                raise _CancelledError
            with gc_policy.paused(), reporting_to(on_progress):
                return work()
        finally:
            _set_current(None)
            _turns.end()

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
