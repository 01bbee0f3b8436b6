"""Preparation of the data that queries need, before the first query is typed."""

from collections.abc import Callable
from functools import partial

from kursk_tui.gc_policy import exempt_new_objects
from kursk_tui.query import Index
from kursk_tui.ui.runtime import background


async def prepare_queries(index: Index) -> None:
    """Compute in the background the data that the first query needs."""
    await background.run(_load_the_language)
    for compute in index.preparations():  # separately, so that a query can run in between
        await background.run(partial(_prepare, compute))


def _load_the_language() -> None:
    import kursk_tui.query.completion
    import kursk_tui.query.memory
    import kursk_tui.query.resolve  # noqa: F401


def _prepare(compute: Callable[[], object]) -> None:
    compute()
    exempt_new_objects()
