"""The names of the origins of statements and of bounds."""

from collections.abc import Callable, Sequence

from kursk_tui.counting.floors import Bound
from kursk_tui.model import Briefing
from kursk_tui.tracking.statements import Told

NOBODY = "nobody named"
"""In place of a name, for a claim that names no source."""


def label(origins: Sequence[str], briefing: Briefing) -> str:
    """Return the names of sources as one; `NOBODY` without any."""
    return " and ".join(briefing.source_labels[origin] for origin in origins) or NOBODY


def of_statements(briefing: Briefing) -> Callable[[Told], str]:
    """Return a function from a statement to the name of its origins."""
    return lambda told: label(told.origins, briefing)


def of_bounds(briefing: Briefing) -> Callable[[Bound], str]:
    """Return a function from a bound to the names of its origins.

    A claim that names no source has its id, as it is the only place to look.
    """

    def name(bound: Bound) -> str:
        if isinstance(bound.origin, int):
            return f"{NOBODY}, {briefing.claims[bound.origin].id}"
        return label(origins_of(bound), briefing)

    return name


def origins_of(bound: Bound) -> tuple[str, ...]:
    """Return the ids of the sources on which a bound rests; none for a claim without one."""
    if isinstance(bound.origin, tuple):
        return bound.origin
    return (bound.origin,) if isinstance(bound.origin, str) else ()
