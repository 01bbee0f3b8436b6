"""Report the progress of long operations to the caller that shows it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

ProgressCallback = Callable[[str, float], None]
"""Called with a description of the task and the fraction done, from 0 to 1.

An exception raised by it aborts the task.
"""

_callback: ContextVar[ProgressCallback | None] = ContextVar("progress_callback", default=None)


@contextmanager
def reporting_to(callback: ProgressCallback) -> Iterator[None]:
    """Pass the progress reported in the body, in this thread, to a callback."""
    token = _callback.set(callback)
    try:
        yield
    finally:
        _callback.reset(token)


def report(task: str, fraction: float) -> None:
    """Report the fraction of a task that is done, from 0 to 1, if there is a callback."""
    callback = _callback.get()
    if callback is not None:
        callback(task, fraction)


@contextmanager
def subtask(task: str, number: int, count: int) -> Iterator[None]:
    """Report progress in the body as that of part `number`, from 0, of `count` equal parts."""
    callback = _callback.get()
    if callback is None:
        yield
        return
    with reporting_to(lambda _, fraction: callback(task, (number + fraction) / count)):
        yield


def track(task: str, items: Collection[T]) -> Iterable[T]:
    """Return the items for iteration, which reports progress about a hundred times."""
    callback = _callback.get()
    return items if callback is None else _track(task, items, callback)


def _track(task: str, items: Collection[T], callback: ProgressCallback) -> Iterator[T]:
    step = max(1, len(items) // 100)
    for done, item in enumerate(items):
        if done % step == 0:
            callback(task, done / len(items))
        yield item
