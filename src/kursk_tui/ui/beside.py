"""Work beside the screen: in a thread of its own, one piece after the other."""

import asyncio
import gc
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


class Beside:
    """Does work whose result is awaited on the event loop.

    Work whose turn comes after nobody waits for it any more is not begun; the program does not
    wait for any to end. No garbage is looked for meanwhile, which would stop the screen as well.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()

    async def run(self, work: Callable[[], T]) -> T:
        """Return what the work returns. Raises what it raises."""
        loop = asyncio.get_running_loop()
        awaited: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, error: BaseException | None) -> None:
            if awaited.done():
                return
            if error is None:
                awaited.set_result(result)  # type: ignore[arg-type]
            else:
                awaited.set_exception(error)

        def do() -> None:
            result, failure = None, None
            with self._turn:
                if awaited.done():
                    return
                gc.disable()
                try:
                    result = work()
                except BaseException as error:
                    failure = error
                finally:
                    gc.enable()
            with suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(settle, result, failure)

        threading.Thread(target=do, daemon=True).start()
        return await awaited
