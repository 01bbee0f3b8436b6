"""Preparation of the data that queries need, before the first query is typed."""

from functools import partial

from kursk_tui.query import Index, parse
from kursk_tui.query.index import PREPARED
from kursk_tui.ui.runtime import background
from kursk_tui.ui.runtime.gc_policy import exempt_existing_objects


async def prepare_queries(index: Index) -> None:
    """Compute in the background the data that the first query needs."""
    await background.run(partial(parse, "x"))
    for part in PREPARED:  # separately, so that a query can run in between
        await background.run(partial(_compute, index, part))


def _compute(index: Index, part: str) -> None:
    getattr(index, part)
    exempt_existing_objects()
