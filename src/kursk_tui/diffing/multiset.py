"""What two lists do not have in common."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def differences(old: Sequence[T], new: Sequence[T]) -> tuple[list[T], list[T]]:
    """Return the items that only the old and only the new list contain."""
    return _without(old, new), _without(new, old)


def _without(items: Sequence[T], others: Sequence[T]) -> list[T]:
    """Return the items that are left after one of them is taken away for each equal other."""
    taken = Counter(others)
    left = []
    for one in items:
        if taken[one]:
            taken[one] -= 1
        else:
            left.append(one)
    return left
