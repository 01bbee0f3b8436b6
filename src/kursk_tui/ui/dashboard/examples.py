"""Example queries for a briefing."""

from collections.abc import Iterator

from kursk_tui.model import Briefing, Figure


def example_queries(briefing: Briefing) -> tuple[str, ...]:
    """Return a few queries that match claims of a briefing."""
    return tuple(_examples(briefing))


def _examples(briefing: Briefing) -> Iterator[str]:
    bounded = (one for one in _figures(briefing) if one.interval.lower is not None)
    if figure := next(bounded, None):
        yield f"{figure.measure}:>={figure.interval.lower}"
    elif figure := next(_figures(briefing), None):
        yield f"{figure.measure}:*"
    if any(claim.likelihoods for claim in briefing.claims):
        yield "likelihood:>=likely"
    if briefing.sources:
        yield f"source:{briefing.sources[0].id}"
    yield "is:unattributed"


def _figures(briefing: Briefing) -> Iterator[Figure]:
    every = (figure for claim in briefing.claims for figure in claim.figures)
    return (figure for figure in every if figure.modality == "asserted")
