"""When Python collects garbage.

Briefings, indexes, plans and layouts contain no reference cycles: reference counting frees them,
and scanning them for cycles only costs time. Measured with 100,000 claims:

- Commands collect nothing: what they allocate lives until they end. Reading a file takes 8 to 17 %
  less time than with a pause while reading alone.
- Reading a file pauses collection: 1.7 s instead of 2.6 s (0.18 s instead of 0.21 s for 10,000
  claims).
- The dashboard exempts what exists when it starts, and after each reload: the longest pause falls
  from 1.2 s to 0.25 s, and all pauses during a reload from 1.3 s to 0.75 s.
- It exempts the plan of a pane made in the background: the next key takes 20 ms instead of 170 ms.
- Background work pauses collection: all pauses during a reload fall from 0.75 s (1,100 collections)
  to 0.14 s (46), a reload from 5.0 s to 4.4 s, and the slowest cursor keys (95th percentile) from
  190 ms to 70 ms.

Times of the dashboard are medians of 18 query letters and of 200 cursor keys pressed while the file
is read again. Higher thresholds than Python's own save 1 ms of the 36 ms of a query letter, so
those stay.

Exempt objects are never scanned again: a reference cycle among them is never freed. Textual and
asyncio leave such cycles behind with every key and every task, 25 KiB with each reload. So objects
are exempt only where scanning the new ones takes a noticeable time: 15 to 40 ms for `MANY`.
"""

import gc

MANY = 100_000
"""The number of new objects from which on they are exempt, about 5,000 claims with their rows."""


def collect_nothing() -> None:
    """Disable collection, for a command that ends soon."""
    gc.disable()


def begin_collecting() -> None:
    """Enable collection, and exempt every existing object from it."""
    gc.freeze()
    gc.enable()


def exempt_new_objects() -> None:
    """Exempt every existing object from collection if many of them are new.

    Call this only where collection is paused, and where what was just created stays in use and
    contains no reference cycles.
    """
    if gc.get_count()[0] >= MANY:
        gc.freeze()


class paused:  # noqa: N801 - used like a function, in a with statement
    """Collect no garbage in the body; a collection in any thread stops them all."""

    def __enter__(self) -> None:
        """Disable collection."""
        self._enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        """Enable collection if it was enabled before."""
        if self._enabled:
            gc.enable()
