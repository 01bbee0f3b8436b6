"""Coroutines that run synchronously until they first suspend."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from kursk_tui.ui.runtime.eager import run_eagerly


class Rest:
    """The remainders of the coroutines."""

    def __init__(self) -> None:
        self.work: list[Callable[[], Awaitable[None]]] = []


async def test_without_a_wait_everything_is_done_at_once() -> None:
    done: list[str] = []
    rest = Rest()

    async def inner() -> str:
        return "inner"

    async def work() -> None:
        done.append(await inner())

    run_eagerly(work(), rest.work.append)
    assert done == ["inner"]
    assert rest.work == []


async def test_the_rest_continues_with_what_was_awaited() -> None:
    done: list[str] = []
    rest = Rest()
    first: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def work() -> None:
        done.append("begun")
        done.append(await first)
        await asyncio.sleep(0)
        done.append("done")

    run_eagerly(work(), rest.work.append)
    assert done == ["begun"]
    first.set_result("first")
    await rest.work[0]()
    assert done == ["begun", "first", "done"]


async def test_an_error_is_raised_where_it_happens_and_can_be_handled_inside() -> None:
    rest = Rest()

    async def fails() -> None:
        raise ValueError("at once")

    with pytest.raises(ValueError, match="at once"):
        run_eagerly(fails(), rest.work.append)

    async def handles() -> None:
        try:
            await failed
        except ValueError:
            await asyncio.sleep(0)
        raise KeyError("later")

    failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    run_eagerly(handles(), rest.work.append)
    failed.set_exception(ValueError("awaited"))
    with pytest.raises(KeyError, match="later"):
        await rest.work[0]()


async def test_cancelling_the_rest_cancels_the_coroutine() -> None:
    ended: list[str] = []
    rest = Rest()

    async def work() -> None:
        try:
            await asyncio.sleep(30)
        finally:
            ended.append("ended")

    run_eagerly(work(), rest.work.append)
    task = asyncio.ensure_future(rest.work[0]())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended == ["ended"]
