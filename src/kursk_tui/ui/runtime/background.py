"""Work beside the screen: in a thread, one piece after the other in the whole program."""

import asyncio
import gc
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from kursk_tui.progress import reporting_to

T = TypeVar("T")

_turn = threading.Lock()
_doing: tuple[str, float] | None = None


def doing() -> str:
    """Return what is being done, and how much of it is: "reading words 40%"; empty if unknown."""
    what, share = _doing or ("", 0)
    return f"{what} {share:.0%}" if share else ""


async def run(work: Callable[[], T]) -> T:
    """Do work, and return what it returns. Raises what it raises.

    Work whose turn comes after nobody waits for it any more is not begun, and what says how far
    it is ends then; the program does not wait for any to end. No garbage is looked for meanwhile,
    which would stop the screen as well.
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
            raise _LeftError
        _tell((what, share))

    def do() -> None:
        result, failure = None, None
        with _turn:
            if awaited.done():
                return
            gc.disable()
            try:
                with reporting_to(hear):
                    result = work()
            except BaseException as error:
                failure = error
            finally:
                gc.enable()
                _tell(None)
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=do, daemon=True).start()
    return await awaited


class _LeftError(Exception):
    """Nobody waits any more."""


def _tell(now: tuple[str, float] | None) -> None:
    global _doing
    _doing = now
