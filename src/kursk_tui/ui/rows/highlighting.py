"""Highlighting of a document's text: the parts that claims refer to, each with its role."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from kursk_tui.model import Claim
from kursk_tui.text.sanitize import find_links


class Highlight(NamedTuple):
    """A span of a document, as half-open range of code points, and its role."""

    start: int
    end: int
    role: str


def highlights_of(claim: Claim) -> Iterator[Highlight]:
    """Yield the highlights of a claim; where they overlap, the first takes precedence."""
    for likelihood in claim.likelihoods:
        rank, scope = likelihood.rank, likelihood.scope
        words = claim.span_of(likelihood.words, likelihood.start)
        if scope is None:
            yield Highlight(*words, f"band-{rank}")
            continue
        if words[0] < scope.start or words[1] > scope.end:
            yield Highlight(*words, f"band-{rank}")
        yield Highlight(scope.start, scope.end, f"reach-{rank}")
    for figure in claim.figures:
        yield Highlight(*claim.span_of(figure.words, figure.start), "strong")
    for when in claim.when:
        if when.words is not None:
            yield Highlight(*claim.span_of(when.words, when.start), "strong")
    attribution = claim.attribution
    if attribution.words is not None:
        yield Highlight(*claim.span_of(attribution.words, attribution.start), "source")


class Segment(NamedTuple):
    """A run of text with one role: the claims that cover it, and those that begin with it."""

    start: int
    end: int
    claims: tuple[int, ...]
    role: str
    opening: tuple[int, ...]
    link: str = ""


class Highlighting:
    """The highlights of a text with numbered claims, in the order of the claims' starts.

    Only visible lines are segmented: a text may have a hundred thousand claims.
    """

    def __init__(self, text: str, claims: Sequence[tuple[int, Claim]]) -> None:
        self._claims = claims
        self._starts = [claim.evidence.start for _, claim in claims]
        # Claims may overlap: the furthest end of each claim and those before it.
        self._ends_so_far = list(accumulate((claim.evidence.end for _, claim in claims), max))
        self._links = [(start, end, text[start:end]) for start, end in find_links(text)]
        self._link_starts = [start for start, *_ in self._links]
        self._highlights: dict[int, list[Highlight]] = {}

    def between(self, start: int, end: int) -> Iterator[Segment]:
        """Yield the segments of a range of code points."""
        claims = self._covering(start, end)
        highlights = {
            number: [one for one in self._of(number, claim) if one.start < end and start < one.end]
            for number, claim in claims
        }
        links = self._links_in(start, end)
        edges = [(claim.evidence.start, claim.evidence.end) for _, claim in claims]
        edges += ((one.start, one.end) for spans in highlights.values() for one in spans)
        edges += ((low, high) for low, high, _ in links)
        inside = {at for edge in edges for at in edge if start < at < end}
        for low, high in pairwise([start, *sorted(inside), *([end] if start < end else [])]):
            active = [(n, c) for n, c in claims if c.evidence.start <= low < c.evidence.end]
            # Of overlapping claims, the last to start that has a highlight here takes precedence.
            roles = (
                one.role
                for number, _ in reversed(active)
                for one in highlights[number]
                if one.start <= low < one.end
            )
            yield Segment(
                low,
                high,
                tuple(number for number, _ in active),
                next(roles, "text" if active else "muted"),
                tuple(number for number, claim in active if claim.evidence.start == low),
                next((link for first, last, link in links if first <= low < last), ""),
            )

    def _of(self, number: int, claim: Claim) -> list[Highlight]:
        """Return the highlights of a claim, which are found once for all lines."""
        if number not in self._highlights:
            self._highlights[number] = list(highlights_of(claim))
        return self._highlights[number]

    def _covering(self, start: int, end: int) -> list[tuple[int, Claim]]:
        first = bisect_right(self._ends_so_far, start)
        last = bisect_left(self._starts, end)
        return [one for one in self._claims[first:last] if one[1].evidence.end > start]

    def _links_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        first = max(0, bisect_right(self._link_starts, start) - 1)
        return self._links[first : bisect_left(self._link_starts, end)]
