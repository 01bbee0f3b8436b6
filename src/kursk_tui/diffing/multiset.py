"""What two lists do not have in common."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def differences(old: Sequence[T], new: Sequence[T]) -> tuple[list[T], list[T]]:
    """Return the items that only the old and only the new list contain."""
    return _without(old, new), _without(new, old)


def changed_pairs(
    old: Sequence[T], new: Sequence[T], match: Callable[[T, list[T]], T | None]
) -> Iterator[tuple[T | None, T | None]]:
    """Yield each item that only the new list contains with the old one that it replaces, or None.

    `match` returns that item, from those that only the old list contains. The items that are left
    over come last, with None as the new one.
    """
    removed, added = differences(old, new)
    for item in added:
        before = match(item, removed)
        if before is not None:
            removed.remove(before)
        yield before, item
    yield from ((item, None) for item in removed)


def _without(items: Sequence[T], others: Sequence[T]) -> list[T]:
    """Return the items that are left after one of them is taken away for each equal other."""
    taken = Counter(others)
    left = []
    for item in items:
        if taken[item]:
            taken[item] -= 1
        else:
            left.append(item)
    return left
