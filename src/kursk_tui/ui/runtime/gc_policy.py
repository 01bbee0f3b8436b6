"""When Python collects garbage while the dashboard runs."""

import gc

_THRESHOLDS = (20_000, 10, 50)
"""Allocations before a young collection, and collections before one of the next generation.

With Python's default of 700, answering one letter of a query causes many collections.
"""


def begin_collecting() -> None:
    """Enable collection with rare runs, and exempt everything created so far."""
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()


def exempt_existing_objects() -> None:
    """Exempt every existing object from collection: a scan of a large index stops the screen.

    Call this only where what was just created stays in use and contains no reference cycles.
    """
    gc.freeze()
