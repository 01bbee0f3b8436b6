"""How a document's text looks: what claims say in it of figures, dates, sources and likelihood."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from kursk_tui.model import Claim
from kursk_tui.text.sanitize import find_links


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


class Segment(NamedTuple):
    """A run of text of one look: the claims that cover it, and those that begin with it."""

    start: int
    end: int
    claims: tuple[int, ...]
    role: str
    opening: tuple[int, ...]
    link: str = ""


class Looks:
    """The looks of a text with numbered claims, in the order of their beginnings.

    They are worked out for the lines in sight: a text may hold a hundred thousand claims.
    """

    def __init__(self, text: str, claims: Sequence[tuple[int, Claim]]) -> None:
        self._claims = claims
        self._starts = [claim.evidence.start for _, claim in claims]
        self._reach = list(accumulate((claim.evidence.end for _, claim in claims), max))
        self._links = [(start, end, text[start:end]) for start, end in find_links(text)]
        self._link_starts = [start for start, *_ in self._links]

    def between(self, start: int, end: int) -> Iterator[Segment]:
        """Yield the segments of a part of the text, cut where the look changes."""
        claims = self._covering(start, end)
        looks = {number: list(looks_of(claim)) for number, claim in claims}
        links = self._links_in(start, end)
        edges = [(claim.evidence.start, claim.evidence.end) for _, claim in claims]
        edges += ((low, high) for spans in looks.values() for low, high, _ in spans)
        edges += ((low, high) for low, high, _ in links)
        inside = {at for edge in edges for at in edge if start < at < end}
        for low, high in pairwise([start, *sorted(inside), *([end] if start < end else [])]):
            active = [(n, c) for n, c in claims if c.evidence.start <= low < c.evidence.end]
            # The claim that began last has the say, as far as it has a look here.
            found = (
                role
                for number, _ in reversed(active)
                for first, last, role in looks[number]
                if first <= low < last
            )
            yield Segment(
                low,
                high,
                tuple(number for number, _ in active),
                next(found, "text" if active else "muted"),
                tuple(number for number, claim in active if claim.evidence.start == low),
                next((link for first, last, link in links if first <= low < last), ""),
            )

    def _covering(self, start: int, end: int) -> list[tuple[int, Claim]]:
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [one for one in self._claims[first:last] if one[1].evidence.end > start]

    def _links_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        first = max(0, bisect_right(self._link_starts, start) - 1)
        return self._links[first : bisect_left(self._link_starts, end)]
