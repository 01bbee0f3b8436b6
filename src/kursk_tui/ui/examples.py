"""Queries to begin with, made of what a briefing holds."""

from collections.abc import Iterator

from kursk_tui.briefing import Briefing


def example_queries(briefing: Briefing) -> tuple[str, ...]:
    """Return a few queries that make sense for a briefing."""
    return tuple(_examples(briefing))


def _examples(briefing: Briefing) -> Iterator[str]:
    figures = [figure for claim in briefing.claims for figure in claim.figures]
    bounded = [figure for figure in figures if figure.interval.lower is not None]
    if bounded:
        yield f"{bounded[0].measure}:>={bounded[0].interval.lower}"
    elif figures:
        yield f"{figures[0].measure}:*"
    if any(claim.likelihoods for claim in briefing.claims):
        yield "likelihood:>=likely"
    if briefing.sources:
        yield f"source:{briefing.sources[0].id}"
    yield "is:unattributed"
