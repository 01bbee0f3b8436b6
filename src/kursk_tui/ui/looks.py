"""How the words of a claim look: what they say of figures, dates, sources and likelihood."""

from collections.abc import Iterator

from kursk_tui.briefing import Claim


def looks_of(claim: Claim) -> Iterator[tuple[int, int, str]]:
    """Yield spans of the document, in code points, with their roles; the first has the say."""
    for likelihood in claim.likelihoods:
        band = f"band-{likelihood.rank}"
        yield (*claim.span_of(likelihood.words, likelihood.start), band)
        if likelihood.scope is not None:
            yield likelihood.scope.start, likelihood.scope.end, band
    for figure in claim.figures:
        yield (*claim.span_of(figure.words, figure.start), "strong")
    for when in claim.when:
        if when.words is not None:
            yield (*claim.span_of(when.words, when.start), "strong")
    if claim.attribution.words is not None:
        yield (*claim.span_of(claim.attribution.words, claim.attribution.start), "source")
