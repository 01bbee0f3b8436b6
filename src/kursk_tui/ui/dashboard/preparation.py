"""Preparing what queries need of a whole briefing, before the first one is typed."""

from functools import partial

from kursk_tui.gc_policy import exempt_existing_objects
from kursk_tui.query import Index, parse
from kursk_tui.query.index import PREPARED
from kursk_tui.ui.runtime import background


async def prepare_queries(index: Index) -> None:
    """Compute in the background what the first query would have to wait for."""
    await background.run(partial(parse, "x"))
    for part in PREPARED:  # one by one, so that a query can run between two of them
        await background.run(partial(_compute, index, part))


def _compute(index: Index, part: str) -> None:
    getattr(index, part)
    exempt_existing_objects()
