"""Background work: runs in threads, one piece of work after the other in the whole program."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from kursk_tui import gc_policy
from kursk_tui.progress import reporting_to

T = TypeVar("T")

_turn = threading.Lock()
_doing: tuple[str, float] | None = None


def doing() -> str:
    """Return the current step and its progress, such as "reading words 40%", or ""."""
    what, share = _doing or ("", 0)
    return f"{what} {share:.0%}" if share else ""


async def run(work: Callable[[], T]) -> T:
    """Run work in a thread, and return its result or raise its exception.

    Work whose task has been cancelled is not started, or ends where it next reports its progress.
    The program does not wait for it when it exits.
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

    def hear(what: str, share: float) -> None:
        if awaited.done():
            raise _CancelledError
        _set_doing((what, share))

    def do() -> None:
        result, failure = None, None
        with _turn:
            if awaited.done():
                return
            try:
                with gc_policy.paused(), reporting_to(hear):
                    result = work()
            except BaseException as error:
                failure = error
            finally:
                _set_doing(None)
        with suppress(RuntimeError):  # the event loop may be closed by now
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=do, daemon=True).start()
    return await awaited


class _CancelledError(Exception):
    """The task that awaits the work has been cancelled."""


def _set_doing(now: tuple[str, float] | None) -> None:
    global _doing
    _doing = now
