"""What is derived from an index in advance: each result is cached there."""

from collections.abc import Callable

from kursk_tui.query.index import Index


def preparations(index: Index) -> tuple[Callable[[], object], ...]:
    """Return functions that compute data which most queries need, the most useful first."""
    of_library = (lambda: index.tracked.prepare(), lambda: index.vicinity.prepare())
    return (
        lambda: index.everything_said,
        lambda: index.figures,
        lambda: index.likelihoods,
        lambda: index.dates,
        lambda: index.chains,
        *(of_library if index.briefing.is_library else ()),
    )


def comparisons(index: Index) -> tuple[Callable[[], object], ...]:
    """Return functions that compare all figures, which takes longest.

    Only queries about conflicts and their pane need what these compute.
    """
    return (
        lambda: index.compared,
        lambda: index.conflicts,
        lambda: index.contested,
    )
