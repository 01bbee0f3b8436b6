"""Preparation of the data that queries need, before the first query is typed."""

from collections.abc import Callable
from functools import partial

from kursk_tui.gc_policy import exempt_new_objects
from kursk_tui.model import Briefing
from kursk_tui.query import Index
from kursk_tui.query.preparations import comparisons, preparations
from kursk_tui.ui.runtime import background


async def prepare_queries(index: Index) -> None:
    """Compute in the background the data that the first query needs."""
    await background.run(_load_the_language)
    for compute in preparations(index):  # separately, so that a query can run in between
        await background.run(partial(_prepare, compute))
    for compute in comparisons(index):
        await background.run(partial(_prepare, compute), pauses=True)


async def prepare_names(briefing: Briefing) -> None:
    """Find in the background the names of a library that may be one."""
    if briefing.is_library:
        await background.run(partial(_find_names, briefing))


def _find_names(briefing: Briefing) -> None:
    from kursk_tui.library.library import library_of

    if (library := library_of(briefing)) is not None:
        library.proposed  # noqa: B018


def _load_the_language() -> None:
    import kursk_tui.query.completion
    import kursk_tui.query.memory
    import kursk_tui.query.resolve  # noqa: F401


def _prepare(compute: Callable[[], object]) -> None:
    compute()
    exempt_new_objects()
