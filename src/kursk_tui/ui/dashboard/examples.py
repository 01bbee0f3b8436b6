"""Example queries for a briefing."""

import re
from collections.abc import Iterator
from itertools import islice

from kursk_tui.model import Briefing, Figure

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[a-z0-9-]+")


def example_queries(briefing: Briefing) -> tuple[str, ...]:
    """Return a few queries that match claims of a briefing."""
    return tuple(_examples(briefing))


def _examples(briefing: Briefing) -> Iterator[str]:
    yield from _figure_example(briefing)
    if briefing.is_library:
        yield from _library_examples(briefing)
        return
    if any(claim.likelihoods for claim in briefing.claims):
        yield "likelihood:>=likely"
    if briefing.sources:
        yield f"source:{briefing.sources[0].id}"
    yield "is:unattributed"


def _library_examples(briefing: Briefing) -> Iterator[str]:
    """Yield queries for the fields that only a library has."""
    from kursk_tui.library.library import library_of  # loaded with a library

    yield "is:latest"
    library = library_of(briefing)
    assert library is not None
    days = [edition.known for edition in library.editions if _DAY.fullmatch(edition.known or "")]
    if days:
        yield f"known:..{days[(len(days) - 1) // 2]}"
    named = (edition.key for edition in reversed(library.editions) if _WORD.fullmatch(edition.key))
    yield from (f"edition:{key}" for key in islice(named, 1))


def _figure_example(briefing: Briefing) -> Iterator[str]:
    bounded = (one for one in _figures(briefing) if one.interval.lower is not None)
    if figure := next(bounded, None):
        yield f"{figure.measure}:>={figure.interval.lower}"
    elif figure := next(_figures(briefing), None):
        yield f"{figure.measure}:*"


def _figures(briefing: Briefing) -> Iterator[Figure]:
    every = (figure for claim in briefing.claims for figure in claim.figures)
    return (figure for figure in every if figure.modality == "asserted")
