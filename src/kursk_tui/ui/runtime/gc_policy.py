"""When Python collects garbage while the dashboard runs.

Briefings, indexes, plans and layouts contain no reference cycles: reference counting frees them,
and scanning them for cycles only costs time. Gains measured with 100,000 claims, as medians of
18 query letters and of 200 cursor keys pressed while the file is read again:

- Exempting what exists when the dashboard starts, and after each reload: the longest pause falls
  from 1.2 s to 0.25 s, and all pauses during a reload from 1.3 s to 0.75 s.
- Exempting the plan of a pane made in the background: the next key takes 20 ms instead of 170 ms.
- Not collecting during background work: all pauses during a reload fall from 0.75 s (1,100
  collections) to 0.14 s (46), a reload from 5.0 s to 4.4 s, and the slowest cursor keys (95th
  percentile) from 190 ms to 70 ms.

Higher thresholds than Python's own save 1 ms of the 36 ms of a query letter, so those stay.

Exempt objects are never scanned again: a reference cycle among them is never freed.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def begin_collecting() -> None:
    """Enable collection, and exempt every existing object from it."""
    gc.freeze()
    gc.enable()


def exempt_existing_objects() -> None:
    """Exempt every existing object from collection.

    Call this only where what was just created stays in use and contains no reference cycles.
    """
    gc.freeze()


@contextmanager
def paused() -> Iterator[None]:
    """Collect no garbage for a while; a collection in any thread stops them all."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
