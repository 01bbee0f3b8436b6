"""How far work is: said where it is done, heard where somebody waits for it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

Hearer = Callable[[str, float], None]
"""Hears what is being done, in words, and how much of it is, from 0 to 1. It may raise."""

_hearer: ContextVar[Hearer | None] = ContextVar("hearer", default=None)


@contextmanager
def heard_by(hearer: Hearer) -> Iterator[None]:
    """Let somebody hear how far the work is that is done meanwhile in this thread."""
    before = _hearer.set(hearer)
    try:
        yield
    finally:
        _hearer.reset(before)


def say(doing: str, share: float) -> None:
    """Say how much of something is done, from 0 to 1, if somebody hears it."""
    hearer = _hearer.get()
    if hearer is not None:
        hearer(doing, share)


@contextmanager
def part_of(doing: str, number: int, count: int) -> Iterator[None]:
    """Let what is said meanwhile be one of `count` parts of something; `number` is from 0."""
    hearer = _hearer.get()
    if hearer is None:
        yield
        return
    with heard_by(lambda _, share: hearer(doing, (number + share) / count)):
        yield


def through(doing: str, items: Collection[T]) -> Iterable[T]:
    """Return items one after the other; now and then it is said how many of them are done."""
    hearer = _hearer.get()
    return items if hearer is None else _through(doing, items, hearer)


def _through(doing: str, items: Collection[T], hearer: Hearer) -> Iterator[T]:
    step = max(1, len(items) // 100)
    for at, item in enumerate(items):
        if at % step == 0:
            hearer(doing, at / len(items))
        yield item
