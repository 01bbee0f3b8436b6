"""Run a coroutine synchronously until it first suspends, and the rest elsewhere."""

from collections.abc import Awaitable, Callable, Coroutine, Generator
from functools import partial
from types import coroutine
from typing import Any


def run_eagerly(
    work: Coroutine[Any, Any, None], run_rest: Callable[[Callable[[], Awaitable[None]]], object]
) -> None:
    """Run a coroutine until it first suspends; pass the remainder, if any, to `run_rest`.

    A coroutine that never suspends is complete on return. Exceptions raised until then propagate.
    Python 3.12 has eager tasks for this.
    """
    try:
        awaited = work.send(None)
    except StopIteration:
        return
    run_rest(partial(_finish, work, [awaited]))


async def _finish(work: Coroutine[Any, Any, None], first: list[object]) -> None:
    await _rest(work, first.pop())  # a reference in this frame would keep the result alive


@coroutine
def _rest(work: Coroutine[Any, Any, None], awaited: object) -> Generator[object, Any, None]:
    """Yield everything that a started coroutine awaits, beginning with `awaited`."""
    try:
        while True:
            try:
                sent = yield awaited
            except BaseException as error:
                awaited = work.throw(error)
            else:
                awaited = work.send(sent)
    except StopIteration:
        return
