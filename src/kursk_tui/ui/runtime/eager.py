"""Run a coroutine at once as far as it goes without waiting, and the rest of it elsewhere."""

from collections.abc import Awaitable, Callable, Coroutine, Generator
from functools import partial
from types import coroutine
from typing import Any


def run_eagerly(
    work: Coroutine[Any, Any, None], run_rest: Callable[[Callable[[], Awaitable[None]]], object]
) -> None:
    """Run a coroutine up to its first real wait; hand what remains, if anything, to `run_rest`.

    A coroutine that never waits is complete when this returns. Raises what it raises until then.
    Python 3.12 can do the same with eager tasks.
    """
    try:
        awaited = work.send(None)
    except StopIteration:
        return
    run_rest(partial(_finish, work, [awaited]))


async def _finish(work: Coroutine[Any, Any, None], first: list[object]) -> None:
    await _rest(work, first.pop())  # not kept by whoever keeps this function, with its result


@coroutine
def _rest(work: Coroutine[Any, Any, None], awaited: object) -> Generator[object, Any, None]:
    """Pass on what a started coroutine waits for, beginning with `awaited`."""
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
